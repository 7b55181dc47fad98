using Sluice.Compiler.Model;

namespace Sluice.Compiler.Bind.Production;

/// <summary>
/// The variables of an entry point's formulas: the value of each stage and input that a condition refers to, and the
/// presence of each value that may be absent. They are numbered in the order in which a run learns them, so that a
/// deciding variable comes before the variables it decides.
/// </summary>
internal sealed class ProductionVariables
{
    private readonly Dictionary<(BindingKind Kind, int Index), int> _values = [];
    private readonly Dictionary<(BindingKind Kind, int Index), int> _presences = [];
    private readonly List<int> _sizes = [];
    private readonly List<ConditionVariable?> _conditions = [];
    private readonly List<Binding> _sources = [];

    public ProductionVariables(PipelineModel model, ValueNeeds needs, IReadOnlyList<int> order, bool[] failureIsHandled)
    {
        var conditions = needs
            .Graph.Stages.SelectMany(stage => stage.Conditions)
            .ToLookup(condition => (condition.Source.Kind, condition.Source.Index));
        var types = new Lazy<RouteTypeTable>(() => new RouteTypeTable(model));
        for (var input = 0; input < needs.EntryPoint.Inputs.Count; input++)
        {
            var source = new Binding(BindingKind.Input, input);
            var declared = needs.EntryPoint.Inputs[input];
            Add(source, needs.MayLack(source), declared.Name, declared.Type);
        }

        foreach (var position in order)
        {
            var source = new Binding(BindingKind.Stage, position);
            var declared = needs.Stage(position);
            var mayLack = needs.MayGiveNothing(position) || failureIsHandled[position];
            Add(source, mayLack, declared.Name, declared.OutputType);
        }

        // In later rounds there is a carried value, even if there was no first one.
        var carried = needs
            .Graph.Stages.SelectMany(stage => stage.Arguments)
            .Where(argument => argument is { Kind: BindingKind.Carried, Sources.Count: > 0 });
        foreach (var argument in carried)
        {
            if (!_presences.ContainsKey((argument.Kind, argument.Index)))
            {
                _presences.Add((argument.Kind, argument.Index), Next(argument, 2, null));
            }
        }

        void Add(Binding source, bool mayLack, string name, int type)
        {
            var key = (source.Kind, source.Index);
            if (mayLack)
            {
                _presences.Add(key, Next(source, 2, null));
            }

            if (conditions.Contains(key))
            {
                ConditionVariable condition = conditions[key].Any(tested => tested.Values.Any(value => value.IsType))
                    ? new TypeVariable(source, name, types.Value, type, conditions[key])
                    : new ConstantVariable(source, name, model.Types[type], conditions[key]);
                _values.Add(key, Next(source, condition.Size, condition));
            }
        }
    }

    /// <summary>The number of values of each variable.</summary>
    public IReadOnlyList<int> Sizes => _sizes;

    /// <summary>Returns the stage or input that a variable describes.</summary>
    public Binding Source(int variable) => _sources[variable];

    /// <summary>Whether a variable describes the presence of a value. Its value 1 then means present.</summary>
    public bool IsPresence(int variable) => _conditions[variable] is null;

    /// <summary>Returns the variable for the presence of a value, or -1 if the value is always present.</summary>
    public int Presence(Binding source) =>
        _presences.TryGetValue((source.Kind, source.Index), out var variable) ? variable : -1;

    /// <summary>Returns the possible values of a variable that does not describe presence.</summary>
    public ConditionVariable Condition(int variable) => _conditions[variable]!;

    /// <summary>Returns the literal that a condition stands for.</summary>
    public Literal Literal(BoundCondition condition)
    {
        var variable = _values[(condition.Source.Kind, condition.Source.Index)];
        return new Literal(variable, Condition(variable).Values(condition));
    }

    private int Next(Binding source, int size, ConditionVariable? condition)
    {
        _sizes.Add(size);
        _conditions.Add(condition);
        _sources.Add(source);
        return _sizes.Count - 1;
    }
}
