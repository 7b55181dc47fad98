namespace Sluice.Compiler.Bind;

/// <summary>
/// The order that <c>[After]</c> prescribes. It is the same for every entry point, since <c>[After]</c> names only
/// stages.
/// </summary>
internal sealed class PrecedenceTable
{
    private readonly BindingTables _tables;
    private readonly FindingList _findings;
    private readonly Dictionary<int, List<int>> _predecessors = [];
    private readonly Dictionary<int, List<(string Name, IReadOnlyList<int> Found)>> _mistakes = [];
    private readonly HashSet<int> _reported = [];

    public PrecedenceTable(BindingTables tables, FindingList findings)
    {
        _tables = tables;
        _findings = findings;
        for (var stage = 0; stage < tables.Model.Stages.Count; stage++)
        {
            if (tables.Model.Stages[stage].After.Count > 0)
            {
                Resolve(stage);
            }
        }
    }

    /// <summary>Returns the indexes of the stages that a stage must wait for.</summary>
    public IReadOnlyList<int> Of(int stage) => _predecessors.TryGetValue(stage, out var all) ? all : [];

    /// <summary>Whether one of a stage's <c>[After]</c> names does not identify exactly one other stage.</summary>
    public bool IsBroken(int stage) => _mistakes.ContainsKey(stage);

    /// <summary>Reports the invalid <c>[After]</c> names of a stage. Further calls report nothing.</summary>
    public void Report(int stage)
    {
        if (!_mistakes.TryGetValue(stage, out var mistakes) || !_reported.Add(stage))
        {
            return;
        }

        foreach (var (name, found) in mistakes)
        {
            // An unknown name may be that of a malformed stage, which has a finding of its own.
            if (found.Count > 0 || !_findings.HasRejectedStages)
            {
                NameFindings.AddPredecessor(_tables, stage, name, found, _findings);
            }
        }
    }

    private void Resolve(int stage)
    {
        var predecessors = new List<int>();
        var mistakes = new List<(string Name, IReadOnlyList<int> Found)>();
        foreach (var name in _tables.Model.Stages[stage].After)
        {
            var found = _tables.Names.Stages(name, _tables.Model.Stages[stage].Source);
            if (found.Count == 1 && found[0] != stage)
            {
                predecessors.Add(found[0]);
            }
            else
            {
                mistakes.Add((name, found));
            }
        }

        _predecessors.Add(stage, predecessors);
        if (mistakes.Count > 0)
        {
            _mistakes.Add(stage, mistakes);
        }
    }
}
