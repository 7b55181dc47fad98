namespace Sluice.DifferentialTests.Graphs;

/// <summary>Chooses parameters and conditions of stages, each of which binds to exactly one producer or one merge.</summary>
/// <param name="dice">The source of all choices.</param>
/// <param name="dials">The features.</param>
/// <param name="stages">The stages that there are so far.</param>
/// <param name="outer">The stages around a nested pipeline whose outputs it may take.</param>
internal sealed class RandomParameters(
    Dice dice,
    Dials dials,
    IReadOnlyList<StageShape> stages,
    IReadOnlyList<int> outer
)
{
    private readonly Dictionary<int, Form> _elementForms = [];
    private readonly Form[] _forms = dice.Pick(dials.Forms);
    private readonly int _reach = dice.Pick(dials.Reach);
    private readonly int _conditions = dice.Pick(dials.Conditions);

    /// <summary>A form for a parameter that may take what is absent.</summary>
    public Form AnyForm() => dice.Pick(_forms);

    public List<Parameter> Several()
    {
        var parameters = new List<Parameter>();
        var most = dials.MostParameters - dials.LeastParameters + 1;
        for (var count = dials.LeastParameters + dice.Below(most); count > 0; count--)
        {
            if (One() is { } parameter)
            {
                parameters.Add(parameter);
            }
        }

        return parameters;
    }

    /// <summary>Takes all outputs that no stage has taken yet, so that no stage is left over.</summary>
    public List<Parameter> Rest()
    {
        var taken = stages
            .SelectMany(stage => stage.Parameters)
            .SelectMany(parameter => parameter.Producers)
            .ToHashSet();
        return
        [
            .. Producers()
                .Select(stage => stage.Id)
                .Concat(outer)
                .Where(id => !taken.Contains(id))
                .Select(id => Take(id)),
        ];
    }

    /// <summary>Takes the output of one producer.</summary>
    public Parameter Take(int producer, Form form = Form.Plain) => Styled(new Parameter([producer], form));

    /// <summary>A parameter that takes the elements of a collection.</summary>
    public Parameter Each()
    {
        var collections = stages
            .Where(stage => !stage.IsEffect && (stage.Each is not null || Contents.Collections.Contains(stage.Content)))
            .Where(stage => stage.Each is null || _elementForms.GetValueOrDefault(stage.Id) == Form.Plain)
            .Select(stage => stage.Id)
            .Append(Inputs.Items)
            .ToArray();
        var collection = dice.Pick(collections);
        if (Find(collection)?.Each is not null)
        {
            _elementForms[collection] = Form.Plain;
        }

        var isNested = Find(collection)?.Content == Content.Nested;
        return new Parameter(
            [collection],
            Form.Plain,
            isNested && dice.Chance(70) ? Graphs.Take.EachFlattened : Graphs.Take.Each
        );
    }

    public List<Condition> Conditions()
    {
        var conditions = new List<Condition>();
        while (conditions.Count < 3 && dice.Chance(_conditions))
        {
            var source = dice.Pick(Routes());
            var content = ContentOf(source);
            var isNamed = stages
                .SelectMany(stage => stage.Conditions)
                .Any(condition => condition.Kind == ConditionKind.When && condition.Source == source);
            var kind = dice.Pick<ConditionKind>(
                isNamed
                    ? [ConditionKind.When, ConditionKind.When, ConditionKind.Unless, ConditionKind.Otherwise]
                    : [ConditionKind.When, ConditionKind.When, ConditionKind.Unless]
            );
            var values = Enumerable.Range(0, Graphs.Routes.Nameable(content)).ToArray();
            dice.Shuffle(values);
            values =
            [
                .. values.Take(kind == ConditionKind.Otherwise ? 0 : 1 + dice.Below(content == Content.Flag ? 1 : 2)),
            ];
            conditions.Add(Condition(kind, source, values));
        }

        return conditions;
    }

    public Condition Condition(ConditionKind kind, int source, int[] values) =>
        // If a bool must be true, the value need not be named.
        new(
            kind,
            source,
            kind != ConditionKind.Otherwise && ContentOf(source) == Content.Flag && values is [1] && dice.Chance(80)
                ? []
                : values
        );

    /// <summary>The stages and inputs that conditions may name; a stage is twice as likely as an input.</summary>
    public int[] Routes()
    {
        int[] ids =
        [
            .. stages
                .Where(stage => stage is { Each: null, IsGuard: false } && Graphs.Routes.IsRoute(stage.Content))
                .Select(stage => stage.Id),
        ];
        return [.. ids, .. ids, .. Inputs.Routes];
    }

    public Content ContentOf(int id) => id < 0 ? Inputs.Content(id) : Find(id)?.Content ?? Content.Derived;

    /// <summary>Two or three that are merged, in any order.</summary>
    public int[] Merged(StageShape[] alike)
    {
        var ids = alike.Select(stage => stage.Id).ToArray();
        dice.Shuffle(ids);
        return [.. ids.Take(2 + dice.Below(2))];
    }

    /// <summary>The producers that may be merged with one, itself included; none if it cannot be merged.</summary>
    public StageShape[] Alike(StageShape producer) =>
        IsMergeable(producer)
            ? [.. Producers().Where(stage => IsMergeable(stage) && stage.Content == producer.Content)]
            : [];

    public IEnumerable<StageShape> Producers() => stages.Where(stage => stage.IsProducer);

    private Parameter? One()
    {
        int[] producers = [.. Producers().Select(stage => stage.Id), .. outer];
        if (dials.Inputs.Count > 0 && (producers.Length == 0 || dice.Chance(dials.InputParameters)))
        {
            var input = dice.Pick(dials.Inputs);
            return Take(input, input == Inputs.Maybe ? AnyForm() : Form.Plain);
        }

        if (producers.Length == 0)
        {
            return null;
        }

        var id = producers[producers.Length - 1 - dice.Below(Math.Min(_reach, producers.Length))];
        if (Find(id) is not { } producer)
        {
            return Take(id);
        }

        if (producer.Each is not null)
        {
            var take = dice.Pick([
                Graphs.Take.AsArray,
                Graphs.Take.AsList,
                Graphs.Take.AsCollection,
                Graphs.Take.AsSequence,
            ]);
            return new Parameter([id], Form.Plain, take, ElementForm(id));
        }

        var alike = Alike(producer);
        return alike.Length > 1 && dice.Chance(dials.Merges)
            ? new Parameter(Merged(alike), AnyForm())
            : Take(id, AnyForm());
    }

    private Parameter Styled(Parameter parameter)
    {
        var id = parameter.Producers[0];
        var content = ContentOf(id);
        var isPlain = parameter.Form == Form.Plain;
        // The method of a stage in another pipeline cannot be named here.
        var isElsewhere = id >= 0 && Find(id) is null or { Nested: not null };
        return parameter with
        {
            Style =
                isElsewhere ? ParameterStyle.Type
                : content == Content.Derived && isPlain
                    ? dice.Pick([ParameterStyle.Type, ParameterStyle.From, ParameterStyle.BaseType])
                : Contents.IsUnique(content) ? dice.Pick([ParameterStyle.Type, ParameterStyle.From])
                : isPlain && (id is Inputs.Seed || (id >= 0 && content is Content.Item or Content.Tuple))
                    ? dice.Pick([ParameterStyle.Name, ParameterStyle.From])
                : ParameterStyle.From,
        };
    }

    // All stages that take the results of one must take them in the same form.
    private Form ElementForm(int id)
    {
        if (!_elementForms.TryGetValue(id, out var form))
        {
            form = _elementForms[id] = dice.Pick([Form.Plain, Form.Plain, Form.Optional, Form.Outcome]);
        }

        return form;
    }

    private StageShape? Find(int id) => stages.FirstOrDefault(stage => stage.Id == id);

    // The others have a type of their own, or no order among equals.
    private static bool IsMergeable(StageShape stage) =>
        stage is { IsPredicate: false, IsGuard: false, Each: null }
        && (stage.Content == Content.Item || Graphs.Routes.IsRoute(stage.Content));
}
