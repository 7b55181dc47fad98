using Sluice.Compiler.Model;
using Sluice.Compiler.Rules;

namespace Sluice.Compiler.Bind;

/// <summary>Collects findings, each once however many entry points come across it.</summary>
internal sealed class FindingList
{
    private readonly List<Finding> _findings;
    private readonly HashSet<(Rule Rule, NodeReference Node)> _nodes = [];
    private readonly HashSet<Finding> _others = [];
    private readonly List<Finding> _suspicions = [];

    /// <summary>Starts with what is wrong with the declarations themselves.</summary>
    public FindingList(PipelineModel model)
    {
        _findings = [.. model.Findings];
        HasRejectedStages = model.Findings.Any(IsRejectedStage);
        HasRejectedEntryPoints = model.Findings.Any(finding => finding.Rule == Rule.UnsupportedEntryPointSignature);
    }

    /// <summary>
    /// Whether a stage is not in the model because it is not well formed. Then what nothing produces may be what that stage would,
    /// and to report it as missing would be to report one mistake twice.
    /// </summary>
    public bool HasRejectedStages { get; }

    /// <summary>Whether an entry point is not in the model because it is not well formed.</summary>
    public bool HasRejectedEntryPoints { get; }

    public bool HasErrors => _findings.Exists(finding => finding.Rule.IsError);

    public void Add(Rule rule, NodeReference node, params string[] arguments) => Add(rule, node, arguments, []);

    public void Add(Rule rule, NodeReference node, string[] arguments, IEnumerable<NodeReference> further) =>
        Add(new Finding(rule, node, new EquatableArray<string>(arguments), further.ToEquatableArray()));

    public void Add(Finding finding)
    {
        var isNew = IsOnePerNode(finding) ? _nodes.Add((finding.Rule, finding.Node)) : _others.Add(finding);
        if (isNew)
        {
            _findings.Add(finding);
        }
    }

    /// <summary>
    /// Notes what is wrong with a stage in one entry point, and is a finding only if it is so in every one that runs the stage.
    /// </summary>
    public void Suspect(Rule rule, NodeReference node, params string[] arguments) =>
        _suspicions.Add(new Finding(rule, node, new EquatableArray<string>(arguments), default));

    /// <summary>Makes findings of what every entry point has noted.</summary>
    public void Confirm(IReadOnlyCollection<EntryPointGraph> graphs)
    {
        foreach (var noted in _suspicions.GroupBy(suspicion => (suspicion.Rule, suspicion.Node)))
        {
            if (noted.Count() == graphs.Count(graph => graph.Stages.Any(stage => stage.Stage == noted.Key.Node.Index)))
            {
                Add(noted.Key.Rule, noted.Key.Node, [.. noted.First().Arguments]);
            }
        }

        _suspicions.Clear();
    }

    public EquatableArray<Finding> ToEquatableArray() => _findings.ToEquatableArray();

    // Entry points may differ in what else they say of it; to mend it in one mends it in all.
    private static bool IsOnePerNode(Finding finding) =>
        finding.Node.Kind == NodeKind.Stage
        && (
            finding.Node.Parameter >= 0
            || finding.Rule == Rule.SharedStream
            || finding.Rule == Rule.MixedResultForms
            || finding.Rule == Rule.GuardCannotRetry
        );

    private static bool IsRejectedStage(Finding finding) =>
        finding.Rule == Rule.InvalidSource
        || (
            finding.Node.Kind == NodeKind.Rejected
            && (
                finding.Rule == Rule.DuplicateStage
                || finding.Rule == Rule.UnsupportedStageSignature
                || finding.Rule == Rule.TaskParameter
                || finding.Rule == Rule.InvalidEach
                || finding.Rule == Rule.InaccessibleStage
            )
        );
}
