using Sluice.DifferentialTests.Branching.Reference;
using Sluice.DifferentialTests.Graphs;

namespace Sluice.DifferentialTests.Branching.Shapes;

/// <summary>Makes pipelines that branch and are right by construction.</summary>
internal sealed class RandomBranching
{
    private static readonly Content[] _contents =
    [
        Content.Item,
        Content.Item,
        Content.Item,
        Content.Item,
        Content.Own,
        Content.Own,
        Content.Flag,
        Content.Tone,
        Content.Text,
        Content.Number,
    ];

    private static readonly Content[] _collections =
    [
        Content.Array,
        Content.List,
        Content.Sequence,
        Content.Memory,
        Content.Nested,
    ];

    private readonly Dice _dice;
    private readonly List<BranchingStage> _stages = [];
    private readonly Dictionary<int, Form> _elementForms = [];
    private readonly int _asynchronous;
    private readonly int _offloaded;
    private readonly int _tokens;
    private readonly int _guarded;
    private readonly int _many;
    private readonly Form[] _forms;

    private RandomBranching(Dice dice)
    {
        _dice = dice;
        _asynchronous = dice.Pick([0, 0, 15, 50, 90]);
        _offloaded = dice.Pick([0, 0, 0, 0, 15]);
        _tokens = dice.Pick([0, 20, 60]);
        _guarded = dice.Pick([10, 30, 60]);
        _many = dice.Pick([0, 0, 15, 40]);
        // Few or many that accept what is absent.
        _forms = dice.Pick<Form[]>([
            [Form.Plain],
            [Form.Plain, Form.Plain, Form.Plain, Form.Optional, Form.Outcome, Form.Nullable],
            [Form.Plain, Form.Plain, Form.Outcome, Form.Outcome],
            [Form.Plain, Form.Optional, Form.Outcome, Form.Nullable],
        ]);
    }

    /// <summary>Makes a pipeline whose outputs are declared as what they are.</summary>
    public static BranchingPipeline Create(ulong seed, int smallest, int largest)
    {
        for (var attempt = 0ul; ; attempt++)
        {
            var dice = new Dice(Dice.Mix(seed, attempt));
            var candidate = new RandomBranching(dice).Make(seed, smallest + dice.Below(largest - smallest + 1));
            var plan = new BranchingPlan(candidate);
            var production = new Production(plan);
            if (plan.Stages.Count > 0 && production.IsDecidable)
            {
                return Declare(dice, candidate, plan, production);
            }
        }
    }

    /// <summary>Gives each output a form that says whether it may be absent, and the entry point one that suits its stages.</summary>
    private static BranchingPipeline Declare(
        Dice dice,
        BranchingPipeline pipeline,
        BranchingPlan plan,
        Production production
    )
    {
        var outputs = pipeline
            .EntryPoint.Outputs.Select(output =>
                output with
                {
                    Form = production.MayBeAbsent(output)
                        ? dice.Pick([Form.Optional, Form.Outcome, Form.Nullable])
                        : dice.Pick([Form.Plain, Form.Plain, Form.Plain, Form.Optional, Form.Outcome]),
                }
            )
            .ToArray();
        var givesResult = outputs.Length > 0 && dice.Chance(35);
        if (givesResult)
        {
            // A result says itself what is absent.
            outputs = [.. outputs.Select(output => output with { Form = Form.Plain })];
        }

        return pipeline with
        {
            EntryPoint = pipeline.EntryPoint with
            {
                Outputs = outputs,
                GivesResult = givesResult,
                Return =
                    !plan.IsAsynchronous && dice.Chance(70) ? ReturnStyle.Synchronous
                    : dice.Chance(30) ? ReturnStyle.Task
                    : ReturnStyle.ValueTask,
            },
        };
    }

    private BranchingPipeline Make(ulong seed, int count)
    {
        while (_stages.Count < count)
        {
            switch (_dice.Below(100))
            {
                case < 15:
                    AddBranches();
                    break;
                case < 20 when _many > 0 && _asynchronous > 0:
                    AddStream();
                    break;
                default:
                    AddStage();
                    break;
            }
        }

        var declaration = _stages.Select(stage => stage.Id).ToArray();
        _dice.Shuffle(declaration);
        return new BranchingPipeline(seed, _dice.Chance(25), _stages, declaration, EntryPoint());
    }

    private BranchingEntryPoint EntryPoint()
    {
        var producers = _stages
            .Where(stage => !stage.IsEffect && !stage.IsCondition && stage.Content != Content.Stream)
            .ToArray();
        var outputs = new List<Output>();
        if (producers.Length > 0 && !(_dice.Chance(12) && _stages.Any(stage => stage.IsEffect)))
        {
            var last = producers[^1];
            outputs.Add(new Output([last.Id], Form.Plain));
            while (_dice.Chance(30))
            {
                var further = _dice.Pick(producers).Id;
                if (outputs.All(output => output.Producers[0] != further))
                {
                    outputs.Add(new Output([further], Form.Plain));
                }
            }

            var alike = producers.Where(stage => IsMergeable(stage) && stage.Content == last.Content).ToArray();
            if (outputs.Count == 1 && IsMergeable(last) && alike.Length > 1 && _dice.Chance(40))
            {
                outputs[0] = new Output(Several(alike), Form.Plain);
            }
        }

        return new BranchingEntryPoint(ReturnStyle.ValueTask, outputs, false, _dice.Chance(80));
    }

    private void AddStage()
    {
        var isCondition = _dice.Chance(12);
        var content =
            isCondition ? Content.Flag
            : _dice.Chance(8) ? Content.None
            : _dice.Chance(_many) ? _dice.Pick(_collections)
            : _dice.Pick(_contents);
        var parameters = Parameters();
        var maximum = 0;
        if (!isCondition && _dice.Chance(_many) && EachParameter() is { } each)
        {
            parameters.Insert(_dice.Below(parameters.Count + 1), each);
            content = content == Content.None ? content : _dice.Pick([Content.Item, Content.Own]);
            maximum = _dice.Pick([0, 0, 1, 2, 5]);
        }

        Add(content, parameters, isCondition ? [] : Guards(), isCondition, maximum);
    }

    /// <summary>Adds stages of which each runs for some values of a route, and one that takes what comes.</summary>
    private void AddBranches()
    {
        var routes = RouteSources();
        var route = _dice.Pick(routes);
        var content = ContentOf(route);
        var open = Enumerable.Range(0, Routes.Nameable(content)).ToList();
        var branches = new List<int>();
        while (open.Count > 1 || (open.Count == 1 && _dice.Chance(85)))
        {
            var kind = branches.Count > 0 && _dice.Chance(35) ? GuardKind.Otherwise : GuardKind.When;
            int[] values = kind == GuardKind.Otherwise ? [] : [.. open.Take(1 + _dice.Below(Math.Min(2, open.Count)))];
            open.RemoveAll(value => kind == GuardKind.Otherwise || values.Contains(value));
            if (_dice.Chance(5))
            {
                continue;
            }

            branches.Add(_stages.Count);
            Add(
                Content.Item,
                Parameters(),
                [new Guard(kind, route, Shortened(content, values, kind))],
                false,
                0,
                Form.Plain
            );
        }

        if (branches.Count > 1)
        {
            var form = _dice.Chance(70) ? Form.Plain : _dice.Pick(_forms);
            Add(_dice.Pick([Content.Item, Content.Own]), [new Parameter(branches, form)], [], false, 0, Form.Plain);
        }
    }

    private void AddStream()
    {
        var stream = _stages.Count;
        var style = _dice.Pick([ReturnStyle.Synchronous, ReturnStyle.Synchronous, ReturnStyle.ValueTask]);
        _stages.Add(
            new BranchingStage(stream, ReturnStyle.Synchronous, Content.Stream)
            {
                Parameters = Parameters(),
                Guards = _dice.Chance(20) ? Guards() : [],
            }
        );
        var isEach = _dice.Chance(50);
        var buffer = isEach ? 0 : _dice.Pick([0, 1, 3]);
        var taker = new Parameter([stream], Form.Plain, isEach ? Take.Each : Take.Value, Buffer: buffer);
        _stages.Add(
            new BranchingStage(
                _stages.Count,
                isEach ? style : _dice.Pick([ReturnStyle.Task, ReturnStyle.ValueTask]),
                _dice.Pick([Content.Item, Content.Own])
            )
            {
                Parameters = [taker, .. Parameters()],
                MaxConcurrency = isEach ? _dice.Pick([0, 1, 2]) : 0,
            }
        );
    }

    private void Add(
        Content content,
        IReadOnlyList<Parameter> parameters,
        IReadOnlyList<Guard> guards,
        bool isCondition,
        int maximum,
        Form? form = null
    )
    {
        var style = _dice.Chance(_asynchronous)
            ? _dice.Pick([ReturnStyle.Task, ReturnStyle.ValueTask, ReturnStyle.ValueTask])
            : ReturnStyle.Synchronous;
        _stages.Add(
            new BranchingStage(_stages.Count, style, content)
            {
                Form =
                    content == Content.None || isCondition
                        ? Form.Plain
                        : form
                            ?? _dice.Pick([
                                Form.Plain,
                                Form.Plain,
                                Form.Plain,
                                Form.Plain,
                                Form.Optional,
                                Form.Outcome,
                            ]),
                IsCondition = isCondition,
                IsOffloaded = !isCondition && _asynchronous > 0 && _dice.Chance(_offloaded),
                TakesToken = _dice.Chance(_tokens),
                Parameters = parameters,
                Guards = guards,
                After =
                    !isCondition && _stages.Any(stage => !stage.IsCondition) && _dice.Chance(8)
                        ? [_dice.Pick(_stages.Where(stage => !stage.IsCondition).ToArray()).Id]
                        : [],
                MaxConcurrency = maximum,
            }
        );
    }

    private List<Parameter> Parameters()
    {
        var parameters = new List<Parameter>();
        for (var count = _dice.Below(4); count > 0; count--)
        {
            parameters.Add(Parameter());
        }

        return parameters;
    }

    private Parameter Parameter()
    {
        var producers = _stages
            .Where(stage => !stage.IsEffect && !stage.IsCondition && stage.Content != Content.Stream)
            .ToArray();
        if (producers.Length == 0 || _dice.Chance(10))
        {
            var input = _dice.Pick(Inputs.All);
            return new Parameter([input], input == Inputs.Maybe ? _dice.Pick(_forms) : Form.Plain);
        }

        var producer = producers[producers.Length - 1 - _dice.Below(Math.Min(6, producers.Length))];
        if (producer.Each is not null)
        {
            var take = _dice.Pick([Take.AsArray, Take.AsList, Take.AsCollection, Take.AsSequence]);
            return new Parameter([producer.Id], Form.Plain, take, ElementForm(producer.Id));
        }

        var alike = producers.Where(stage => IsMergeable(stage) && stage.Content == producer.Content).ToArray();
        return new Parameter(
            IsMergeable(producer) && alike.Length > 1 && _dice.Chance(25) ? Several(alike) : [producer.Id],
            _dice.Pick(_forms)
        );
    }

    private Parameter? EachParameter()
    {
        var collections = _stages
            .Where(stage => !stage.IsEffect && (stage.Each is not null || _collections.Contains(stage.Content)))
            .Where(stage => stage.Each is null || _elementForms.GetValueOrDefault(stage.Id) == Form.Plain)
            .Select(stage => stage.Id)
            .Append(Inputs.Items)
            .ToArray();
        var collection = _dice.Pick(collections);
        if (collection >= 0 && _stages[collection].Each is not null)
        {
            _elementForms[collection] = Form.Plain;
        }

        var isNested = collection >= 0 && _stages[collection].Content == Content.Nested;
        return new Parameter([collection], Form.Plain, isNested && _dice.Chance(70) ? Take.EachFlattened : Take.Each);
    }

    // All who take the results of a stage must take them in the same form.
    private Form ElementForm(int id)
    {
        if (!_elementForms.TryGetValue(id, out var form))
        {
            form = _elementForms[id] = _dice.Pick([Form.Plain, Form.Plain, Form.Optional, Form.Outcome]);
        }

        return form;
    }

    private List<Guard> Guards()
    {
        var guards = new List<Guard>();
        while (guards.Count < 3 && _dice.Chance(_guarded))
        {
            var source = _dice.Pick(RouteSources());
            var content = ContentOf(source);
            var isNamed = _stages
                .SelectMany(stage => stage.Guards)
                .Any(guard => guard.Kind == GuardKind.When && guard.Source == source);
            var kind = _dice.Pick<GuardKind>(
                isNamed
                    ? [GuardKind.When, GuardKind.When, GuardKind.Unless, GuardKind.Otherwise]
                    : [GuardKind.When, GuardKind.When, GuardKind.Unless]
            );
            var values = Enumerable.Range(0, Routes.Nameable(content)).ToArray();
            _dice.Shuffle(values);
            values =
            [
                .. values.Take(kind == GuardKind.Otherwise ? 0 : 1 + _dice.Below(content == Content.Flag ? 1 : 2)),
            ];
            guards.Add(new Guard(kind, source, Shortened(content, values, kind)));
        }

        return guards;
    }

    // Of a bool, true need not be named.
    private int[] Shortened(Content content, int[] values, GuardKind kind) =>
        kind != GuardKind.Otherwise && content == Content.Flag && values is [1] && _dice.Chance(80) ? [] : values;

    private int[] RouteSources() =>
        [
            .. _stages.Where(stage => stage.Each is null && Routes.IsRoute(stage.Content)).Select(stage => stage.Id),
            .. _stages.Where(stage => stage.Each is null && Routes.IsRoute(stage.Content)).Select(stage => stage.Id),
            .. Inputs.Routes,
        ];

    private Content ContentOf(int id) => id < 0 ? Inputs.Content(id) : _stages[id].Content;

    // The type of the others is their own, or they have no order among equals.
    private static bool IsMergeable(BranchingStage stage) =>
        !stage.IsCondition && stage.Each is null && (stage.Content == Content.Item || Routes.IsRoute(stage.Content));

    private int[] Several(BranchingStage[] alike)
    {
        var ids = alike.Select(stage => stage.Id).ToArray();
        _dice.Shuffle(ids);
        return [.. ids.Take(2 + _dice.Below(2))];
    }
}
