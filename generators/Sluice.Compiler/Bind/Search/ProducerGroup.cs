using Sluice.Compiler.Model;

namespace Sluice.Compiler.Bind;

/// <summary>The stages that can provide a value of one type, in declaration order.</summary>
internal sealed class ProducerGroup(PipelineModel model)
{
    private readonly List<int> _stages = [];
    private Dictionary<string, List<int>>? _byName;
    private Dictionary<string, List<int>>? _byMember;

    public IReadOnlyList<int> Stages => _stages;

    public void Add(int stage) => _stages.Add(stage);

    /// <summary>Returns the stages of the group whose name equals that of a parameter, ignoring case.</summary>
    public IReadOnlyList<int> Named(string name)
    {
        _byName ??= Index(stage => [stage.SimpleName]);
        return _byName.TryGetValue(name, out var stages) ? stages : [];
    }

    /// <summary>
    /// Returns the stages of the group that share their simple name with a stage of another source and whose member has
    /// the name of a parameter: <c>first.Load</c> for <c>first</c> or <c>firstLoad</c>, ignoring case and the underscore
    /// of a field.
    /// </summary>
    public IReadOnlyList<int> OfMember(string name)
    {
        _byMember ??= Index(MemberNames);
        return _byMember.TryGetValue(name, out var stages) ? stages : [];
    }

    private IEnumerable<string> MemberNames(StageModel stage)
    {
        if (string.Equals(stage.Name, stage.SimpleName, StringComparison.Ordinal))
        {
            return [];
        }

        var member = model.Sources[stage.Source].Member.TrimStart('_');
        return [member, member + stage.SimpleName];
    }

    // Created only if the type alone does not decide. Most groups hold one stage and never need it.
    private Dictionary<string, List<int>> Index(Func<StageModel, IEnumerable<string>> namesOf)
    {
        var index = new Dictionary<string, List<int>>(StringComparer.OrdinalIgnoreCase);
        foreach (var stage in _stages)
        {
            foreach (var name in namesOf(model.Stages[stage]))
            {
                if (!index.TryGetValue(name, out var stages))
                {
                    index.Add(name, stages = []);
                }

                stages.Add(stage);
            }
        }

        return index;
    }
}
