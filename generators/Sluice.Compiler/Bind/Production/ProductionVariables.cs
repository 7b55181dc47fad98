using Sluice.Compiler.Model;

namespace Sluice.Compiler.Bind.Production;

/// <summary>
/// The variables of an entry point's formulas: the value of each stage and input that a condition asks, and for each that may be
/// without a value whether it has one. They are numbered in the order in which a run comes to know them, so that what decides comes
/// before what it decides.
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

        void Add(Binding source, bool mayLack, string name, int type)
        {
            var key = (source.Kind, source.Index);
            if (mayLack)
            {
                _presences.Add(key, Next(source, 2, null));
            }

            if (conditions.Contains(key))
            {
                var condition = new ConditionVariable(source, name, model.Types[type], conditions[key]);
                _values.Add(key, Next(source, condition.Size, condition));
            }
        }
    }

    /// <summary>For each variable how many values it has.</summary>
    public IReadOnlyList<int> Sizes => _sizes;

    /// <summary>The stage or input that a variable speaks of.</summary>
    public Binding Source(int variable) => _sources[variable];

    /// <summary>Whether a variable is that its stage or input has a value: then 1 is that it has.</summary>
    public bool IsPresence(int variable) => _conditions[variable] is null;

    /// <summary>The variable that says whether a stage or input has a value, or -1 where it always does.</summary>
    public int Presence(Binding source) =>
        _presences.TryGetValue((source.Kind, source.Index), out var variable) ? variable : -1;

    /// <summary>What the values of a variable are, which is no presence.</summary>
    public ConditionVariable Condition(int variable) => _conditions[variable]!;

    /// <summary>The literal that a condition is.</summary>
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
