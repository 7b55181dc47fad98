using Sluice.Compiler.Model;
using Sluice.Compiler.Rules;

namespace Sluice.Compiler.Bind.Loops;

/// <summary>The loops that one entry point runs, as the rules about loops see them, and the findings of these rules.</summary>
internal sealed class LoopCheck(
    BindingTables tables,
    int entryPoint,
    LoopTable table,
    LoopScopes scopes,
    LoopRegions regions,
    StageInclusion inclusion,
    StageResolutions resolutions,
    FindingList findings
)
{
    public BindingTables Tables => tables;

    public PipelineModel Model => tables.Model;

    public EntryPointModel EntryPoint => Model.EntryPoints[entryPoint];

    public NodeReference EntryPointNode => new(NodeKind.EntryPoint, entryPoint);

    public LoopTable Table => table;

    public LoopScopes Scopes => scopes;

    public LoopRegions Regions => regions;

    public StageInclusion Inclusion => inclusion;

    public StageResolutions Resolutions => resolutions;

    /// <summary>Whether a stage is missing because it is malformed, which is reported.</summary>
    public bool HasRejectedStages => findings.HasRejectedStages;

    /// <summary>Whether a mistake has been reported.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>Returns the loop of a decision.</summary>
    public LoopModel Loop(int decision) => Model.Stages[decision].Loop!;

    public string Name(int stage) => Model.Stages[stage].Name;

    /// <summary>Returns the type of the value that a loop carries.</summary>
    public string State(int decision) => Phrases.DisplayName(Model, Loop(decision).StateType);

    /// <summary>Returns the parameters of stages that run and take the carried value of a loop.</summary>
    public IEnumerable<(int Stage, int Parameter)> Takers(int decision) =>
        table.Carried.Where(carried =>
            inclusion.Contains(carried.Stage) && table.LoopOf(carried.Stage, carried.Parameter) == decision
        );

    public void Report(Rule rule, NodeReference node, string[] arguments, params NodeReference[] further)
    {
        IsBroken = true;
        findings.Add(rule, node, arguments, further);
    }
}
