namespace Sluice.DifferentialTests.Graphs;

/// <summary>
/// Says which features random pipelines have, and how often. A list of percentages has one picked for each pipeline, so that some
/// pipelines have much of a feature and others nothing.
/// </summary>
internal sealed record Dials
{
    /// <summary>Pipelines in which every stage runs and the order of stages is known: synchronous, asynchronous and offloaded stages.</summary>
    public static Dials Plain { get; } =
        new()
        {
            Inputs = [Graphs.Inputs.Seed],
            Contents = [Content.Own, Content.Derived, Content.Item, Content.Tuple],
            Offloaded = [0, 0, 0, 10, 40],
            Contexts = 10,
            Runs = 15,
            Static = 15,
            EntryPoints = 3,
            Reach = [1, 2, 5, 200],
            LeastParameters = 1,
            MostParameters = 3,
            Effects = 15,
            After = 12,
            Results = 15,
        };

    /// <summary>Pipelines that branch, skip, merge, fan out, stream and handle failures.</summary>
    public static Dials Branching { get; } =
        new()
        {
            Inputs = Graphs.Inputs.All,
            Contents =
            [
                Content.Item,
                Content.Item,
                Content.Item,
                Content.Item,
                Content.Own,
                Content.Own,
                Content.Derived,
                Content.Tuple,
                Content.Flag,
                Content.Tone,
                Content.Text,
                Content.Number,
            ],
            // Few or many that accept an absent value.
            Forms =
            [
                [Form.Plain],
                [Form.Plain, Form.Plain, Form.Plain, Form.Optional, Form.Outcome, Form.Nullable],
                [Form.Plain, Form.Plain, Form.Outcome, Form.Outcome],
                [Form.Plain, Form.Optional, Form.Outcome, Form.Nullable],
            ],
            ReturnedForms = [Form.Plain, Form.Plain, Form.Plain, Form.Plain, Form.Optional, Form.Outcome],
            Offloaded = [0, 0, 0, 0, 15],
            Contexts = 10,
            Runs = 60,
            Static = 10,
            EntryPoints = 2,
            Reach = [6],
            MostParameters = 3,
            Effects = 8,
            After = 8,
            Branches = 15,
            Conditions = [10, 30, 60],
            Predicates = 12,
            Merges = 25,
            Collections = [0, 0, 15, 40],
            Continues = 25,
            Results = 35,
        };

    /// <summary>Pipelines with guards, compensations, clean-ups and pipelines within pipelines.</summary>
    public static Dials Recovery { get; } =
        new()
        {
            Recovers = true,
            Contents = [Content.Derived],
            Asynchronous = [0, 70, 70, 70, 70, 70, 70],
            Tokens = [50],
            EntryPointTokens = 100,
            Contexts = 100,
            Runs = 60,
            Reach = [200],
            MostParameters = 2,
            InputParameters = 0,
            FurtherOutputs = 0,
            Nested = [25, 15],
            Guards = 60,
            Compensated = 40,
            CleanUps = 30,
            Continues = 25,
            Results = 50,
        };

    public IReadOnlyList<int> Inputs { get; init; } = [];

    public IReadOnlyList<Content> Contents { get; init; } = [];

    /// <summary>The forms of parameters, of which each pipeline uses one set.</summary>
    public IReadOnlyList<Form[]> Forms { get; init; } =
    [
        [Form.Plain],
    ];

    /// <summary>The forms in which stages return their outputs.</summary>
    public IReadOnlyList<Form> ReturnedForms { get; init; } = [Form.Plain];

    /// <summary>How many stages are asynchronous. All synchronous, few, half, almost all: every lowering gets its share.</summary>
    public IReadOnlyList<int> Asynchronous { get; init; } = [0, 0, 15, 50, 90];

    /// <summary>How many stages of a pipeline with asynchronous stages are offloaded.</summary>
    public IReadOnlyList<int> Offloaded { get; init; } = [0];

    /// <summary>How many stages take a token.</summary>
    public IReadOnlyList<int> Tokens { get; init; } = [0, 20, 60];

    public int EntryPointTokens { get; init; } = 80;

    /// <summary>How many stages take a context.</summary>
    public int Contexts { get; init; }

    /// <summary>How many stages take the run although their other arguments carry it.</summary>
    public int Runs { get; init; }

    /// <summary>How many pipelines are static.</summary>
    public int Static { get; init; }

    /// <summary>How many entry points there are at most.</summary>
    public int EntryPoints { get; init; } = 1;

    /// <summary>How far back a parameter may reach, in producers.</summary>
    public IReadOnlyList<int> Reach { get; init; } = [];

    public int LeastParameters { get; init; }

    public int MostParameters { get; init; }

    /// <summary>How many parameters take an input although there are producers.</summary>
    public int InputParameters { get; init; } = 10;

    /// <summary>How likely an entry point is to have one more output.</summary>
    public int FurtherOutputs { get; init; } = 30;

    public int Effects { get; init; }

    public int After { get; init; }

    /// <summary>How likely a step is to add stages of which each runs for some values of a route.</summary>
    public int Branches { get; init; }

    /// <summary>How likely a stage is to have one more condition.</summary>
    public IReadOnlyList<int> Conditions { get; init; } = [0];

    /// <summary>How many methods are conditions only.</summary>
    public int Predicates { get; init; }

    /// <summary>How many parameters take the first that is there of several.</summary>
    public int Merges { get; init; }

    /// <summary>How many stages give a collection, and how many run for each element of one.</summary>
    public IReadOnlyList<int> Collections { get; init; } = [0];

    /// <summary>How many pipelines go on after a failure.</summary>
    public int Continues { get; init; }

    /// <summary>How many entry points return a <c>PipelineResult</c>.</summary>
    public int Results { get; init; }

    /// <summary>Whether runs are checked by rules, see <see cref="PipelineShape.Recovers"/>.</summary>
    public bool Recovers { get; init; }

    /// <summary>How many stages are pipelines of their own: of the outermost pipeline, of those within it, and so on.</summary>
    public IReadOnlyList<int> Nested { get; init; } = [];

    /// <summary>How many pipelines have a guard.</summary>
    public int Guards { get; init; }

    /// <summary>How many stages are compensated.</summary>
    public int Compensated { get; init; }

    /// <summary>How many stages register a clean-up.</summary>
    public int CleanUps { get; init; }
}
