using Sluice.Compiler.Model;

namespace Sluice.Compiler.Bind;

/// <summary>Collects findings, each once however many entry points come across it.</summary>
internal sealed class FindingList
{
    private readonly List<Finding> _findings;
    private readonly HashSet<(Rule Rule, NodeReference Node)> _parameters = [];
    private readonly HashSet<Finding> _others = [];

    /// <summary>Starts with what is wrong with the declarations themselves.</summary>
    public FindingList(PipelineModel model)
    {
        _findings = [.. model.Findings];
        HasRejectedStages = model.Findings.Any(IsRejectedStage);
        HasRejectedEntryPoints = model.RejectedSignatures.Count > 0;
    }

    /// <summary>
    /// Whether a stage is not in the model because it is not well formed. Then what nothing produces may be what that stage would,
    /// and to report it as missing would be to report one mistake twice.
    /// </summary>
    public bool HasRejectedStages { get; }

    /// <summary>Whether an entry point is not in the model because it is not well formed.</summary>
    public bool HasRejectedEntryPoints { get; }

    public bool HasErrors => _findings.Exists(finding => finding.Rule.IsError());

    public void Add(Rule rule, NodeReference node, params string[] arguments) => Add(rule, node, arguments, []);

    public void Add(Rule rule, NodeReference node, string[] arguments, IEnumerable<NodeReference> further)
    {
        var finding = new Finding(rule, node, new EquatableArray<string>(arguments), further.ToEquatableArray());
        var isNew = node is { Kind: NodeKind.Stage, Parameter: >= 0 }
            ? _parameters.Add((rule, node))
            : _others.Add(finding);
        if (isNew)
        {
            _findings.Add(finding);
        }
    }

    public EquatableArray<Finding> ToEquatableArray() => _findings.ToEquatableArray();

    private static bool IsRejectedStage(Finding finding) =>
        finding.Node.Kind == NodeKind.Rejected
        && finding.Rule
            is Rule.DuplicateStage
                or Rule.UnsupportedStageSignature
                or Rule.TaskParameter
                or Rule.InaccessibleStage;
}
