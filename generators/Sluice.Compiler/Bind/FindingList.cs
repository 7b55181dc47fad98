using Sluice.Compiler.Model;
using Sluice.Compiler.Rules;

namespace Sluice.Compiler.Bind;

/// <summary>Collects findings. A finding that several entry points cause is kept once.</summary>
internal sealed class FindingList
{
    private readonly List<Finding> _findings;
    private readonly HashSet<(Rule Rule, NodeReference Node)> _nodes = [];
    private readonly HashSet<Finding> _others = [];
    private readonly List<Finding> _suspicions = [];

    /// <summary>Creates a list with the findings about the declarations themselves.</summary>
    public FindingList(PipelineModel model)
    {
        _findings = [.. model.Findings];
        HasRejectedStages = model.Findings.Any(IsRejectedStage);
        HasRejectedEntryPoints = model.Findings.Any(finding => finding.Rule == Rule.UnsupportedEntryPointSignature);
    }

    /// <summary>
    /// Whether a stage is missing from the model because it is malformed. A value without a producer may be the output
    /// of such a stage; reporting it would report one mistake twice.
    /// </summary>
    public bool HasRejectedStages { get; }

    /// <summary>Whether an entry point is missing from the model because it is malformed.</summary>
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
    /// Records a suspicion about a stage in one entry point. It becomes a finding only if every entry point that runs
    /// the stage records it.
    /// </summary>
    public void Suspect(Rule rule, NodeReference node, params string[] arguments) =>
        _suspicions.Add(new Finding(rule, node, new EquatableArray<string>(arguments), default));

    /// <summary>Turns the suspicions that all entry points have recorded into findings.</summary>
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

    // Entry points may report the node with different arguments, but correcting it for one corrects it for all.
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
