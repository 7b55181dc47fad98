using Sluice.Compiler.Model;

namespace Sluice.Compiler.Bind;

/// <summary>The stages that can provide a value of one type, in declaration order.</summary>
internal sealed class ProducerGroup(PipelineModel model)
{
    private readonly List<int> _stages = [];
    private Dictionary<string, List<int>>? _byName;

    public IReadOnlyList<int> Stages => _stages;

    public void Add(int stage) => _stages.Add(stage);

    /// <summary>Returns the stages of the group whose name equals that of a parameter, ignoring case.</summary>
    public IReadOnlyList<int> Named(string name)
    {
        _byName ??= ByName();
        return _byName.TryGetValue(name, out var stages) ? stages : [];
    }

    // Created only if the type alone does not decide. Most groups hold one stage and never need it.
    private Dictionary<string, List<int>> ByName()
    {
        var byName = new Dictionary<string, List<int>>(StringComparer.OrdinalIgnoreCase);
        foreach (var stage in _stages)
        {
            var name = model.Stages[stage].SimpleName;
            if (!byName.TryGetValue(name, out var stages))
            {
                byName.Add(name, stages = []);
            }

            stages.Add(stage);
        }

        return byName;
    }
}
