using Sluice.Compiler.Model;

namespace Sluice.Compiler.Bind.Loops;

/// <summary>
/// The loops of a pipeline as their attributes declare them: which loop each <c>[Carried]</c> parameter belongs to, and
/// the stages that <c>From</c> names. They are the same for every entry point.
/// </summary>
internal sealed class LoopTable
{
    private readonly PipelineModel _model;
    private readonly Dictionary<(int Stage, int Parameter), IReadOnlyList<int>> _carried = [];
    private readonly Dictionary<int, IReadOnlyList<int>> _starts = [];

    public LoopTable(BindingTables tables)
    {
        _model = tables.Model;
        Decisions =
        [
            .. Enumerable
                .Range(0, _model.Stages.Count)
                .Where(stage => _model.Stages[stage].Loop is { HasUnknownType: false }),
        ];
        HasUnknownLoops = _model.Stages.Any(stage => stage.Loop is { HasUnknownType: true });
        foreach (var decision in Decisions)
        {
            _starts[decision] =
            [
                .. _model
                    .Stages[decision]
                    .Loop!.From.SelectMany(name => tables.Names.Stages(name, _model.Stages[decision].Source)),
            ];
        }

        for (var stage = 0; stage < _model.Stages.Count; stage++)
        {
            var parameters = _model.Stages[stage].Parameters;
            for (var parameter = 0; parameter < parameters.Count; parameter++)
            {
                if (parameters[parameter].Carried is { } carried)
                {
                    _carried[(stage, parameter)] = Find(tables, stage, parameters[parameter], carried);
                }
            }
        }
    }

    /// <summary>The stages that decide a loop, in declaration order.</summary>
    public IReadOnlyList<int> Decisions { get; }

    /// <summary>Whether the pipeline has a loop, or a parameter that should belong to one.</summary>
    public bool Any => Decisions.Count > 0 || _carried.Count > 0;

    /// <summary>Whether the pipeline has a loop of which nothing more is known, since its attribute is not valid.</summary>
    public bool HasUnknownLoops { get; }

    /// <summary>The parameters that take a carried value.</summary>
    public IEnumerable<(int Stage, int Parameter)> Carried => _carried.Keys;

    /// <summary>
    /// Returns the decisions of the loops that a <c>[Carried]</c> parameter may belong to. There is exactly one unless the
    /// parameter is invalid.
    /// </summary>
    public IReadOnlyList<int> LoopsOf(int stage, int parameter) =>
        _carried.TryGetValue((stage, parameter), out var found) ? found : [];

    /// <summary>Whether a parameter has a <c>[Carried]</c> that does not belong to exactly one loop.</summary>
    public bool IsInvalid(int stage, int parameter) =>
        _carried.TryGetValue((stage, parameter), out var found) && found.Count != 1;

    /// <summary>
    /// Returns the decision of the loop whose carried value a parameter takes, or -1 if it takes none.
    /// </summary>
    public int LoopOf(int stage, int parameter) => LoopsOf(stage, parameter) is { Count: 1 } found ? found[0] : -1;

    /// <summary>Returns the stages, without duplicates, at which the body of a loop begins.</summary>
    public IEnumerable<int> Starts(int decision) =>
        _starts[decision]
            .Concat(
                _carried.Where(row => row.Value.Count == 1 && row.Value[0] == decision).Select(row => row.Key.Stage)
            )
            .Distinct();

    /// <summary>
    /// Returns the name of the first parameter that takes the carried value of a loop, which selects among several first
    /// values of the type, or <see langword="null"/> if there is none.
    /// </summary>
    public string? NameOfCarried(int decision) =>
        _carried
            .Where(row => row.Value.Count == 1 && row.Value[0] == decision)
            .Select(row => _model.Stages[row.Key.Stage].Parameters[row.Key.Parameter].Name)
            .FirstOrDefault();

    /// <summary>
    /// Returns the names in <c>From</c> of a decision that are not the name of exactly one stage, with the stages that
    /// have them.
    /// </summary>
    public IEnumerable<(string Name, IReadOnlyList<int> Stages)> InvalidStarts(BindingTables tables, int decision) =>
        _model
            .Stages[decision]
            .Loop!.From.Select(name => (name, tables.Names.Stages(name, _model.Stages[decision].Source)))
            .Where(start => start.Item2.Count != 1);

    private IReadOnlyList<int> Find(BindingTables tables, int stage, ParameterModel parameter, CarriedModel carried)
    {
        var taken = Taken.By(_model.Stages[stage], parameter);
        var loops = carried.Loop is { } name
            ? tables.Names.Stages(name, _model.Stages[stage].Source).Where(Decisions.Contains)
            : Decisions;
        return
        [
            .. loops.Where(decision =>
                _model.Stages[decision].Loop is { HasState: true } loop
                && tables.Producers.Accepts(loop.StateType, taken)
            ),
        ];
    }
}
