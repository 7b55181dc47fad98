using Sluice.Compiler.Model;

namespace Sluice.Compiler.Bind;

/// <summary>What <c>[After]</c> says: the same for every entry point, as it names stages only.</summary>
internal sealed class PrecedenceTable
{
    private static readonly IReadOnlyList<int> None = [];

    private readonly Dictionary<int, IReadOnlyList<int>> _predecessors = [];
    private readonly Dictionary<int, Action> _reports = [];

    public PrecedenceTable(BindingTables tables, FindingList findings)
    {
        var model = tables.Model;
        for (var stage = 0; stage < model.Stages.Count; stage++)
        {
            if (model.Stages[stage].After.Count > 0)
            {
                _predecessors.Add(stage, Resolve(tables, stage, findings));
            }
        }
    }

    /// <summary>The stages that a stage comes after, by their index in the model.</summary>
    public IReadOnlyList<int> Of(int stage) => _predecessors.TryGetValue(stage, out var all) ? all : None;

    /// <summary>Whether a name that a stage uses could not be understood.</summary>
    public bool IsBroken(int stage) => _reports.ContainsKey(stage);

    /// <summary>Reports what is wrong with the names that a stage uses.</summary>
    public void Report(int stage)
    {
        if (_reports.TryGetValue(stage, out var report))
        {
            report();
        }
    }

    private List<int> Resolve(BindingTables tables, int stage, FindingList findings)
    {
        var predecessors = new List<int>();
        foreach (var name in tables.Model.Stages[stage].After)
        {
            var found = tables.Names.Stages(name, tables.Model.Stages[stage].Source);
            if (found.Count == 1 && found[0] != stage)
            {
                predecessors.Add(found[0]);
            }
            else if (found.Count != 0 || !findings.HasRejectedStages)
            {
                var earlier = _reports.TryGetValue(stage, out var report) ? report : () => { };
                _reports[stage] = () =>
                {
                    earlier();
                    NameFindings.AddPredecessor(tables, stage, name, found, findings);
                };
            }
        }

        return predecessors;
    }
}
