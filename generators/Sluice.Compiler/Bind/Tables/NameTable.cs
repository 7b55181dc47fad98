using Sluice.Compiler.Model;

namespace Sluice.Compiler.Bind;

/// <summary>
/// Indexes stages by the names that <c>[From]</c>, <c>[After]</c> and conditions may use for them. The suffix
/// <c>Async</c> of a name is ignored.
/// </summary>
/// <remarks>
/// A name is resolved from the inside out, as in C#: first among the stages of the source that uses it, then among
/// their methods, then among the names that are unique in the pipeline, then among all other names of stages. Without
/// the first step, a class that is used as a source could not name its own stages, since it cannot know which other
/// stages a pipeline has.
/// </remarks>
internal sealed class NameTable
{
    private const string Suffix = "Async";

    private readonly Dictionary<(int Source, string Name), List<int>> _inSource = [];
    private readonly Dictionary<(int Source, string Method), List<int>> _methodsInSource = [];
    private readonly Dictionary<string, List<int>> _unique = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _others = new(StringComparer.Ordinal);
    private readonly Dictionary<(int Source, string Method), List<int>> _conditions = [];
    private readonly HashSet<string> _inputs = new(StringComparer.Ordinal);

    public NameTable(PipelineModel model)
    {
        for (var index = 0; index < model.Stages.Count; index++)
        {
            var stage = model.Stages[index];
            if (stage.IsCondition)
            {
                Add(_conditions, (stage.Source, Plain(stage.MethodName)), index);
                continue;
            }

            var member = model.Sources[stage.Source].Member;
            Add(_inSource, (stage.Source, Plain(stage.SimpleName)), index);
            Add(_methodsInSource, (stage.Source, Plain(stage.MethodName)), index);
            Add(_unique, Plain(stage.Name), index);
            Add(_others, Plain(stage.SimpleName), index);
            Add(_others, Plain(stage.MethodName), index);
            if (member.Length > 0)
            {
                Add(_others, member + "." + Plain(stage.SimpleName), index);
                Add(_others, member + "." + Plain(stage.MethodName), index);
            }
        }

        foreach (var input in model.EntryPoints.SelectMany(entryPoint => entryPoint.Inputs))
        {
            _ = _inputs.Add(input.Name);
        }
    }

    /// <summary>Returns a name without the suffix <c>Async</c>.</summary>
    public static string Plain(string name) =>
        name.Length > Suffix.Length && name.EndsWith(Suffix, StringComparison.Ordinal)
            ? name.Substring(0, name.Length - Suffix.Length)
            : name;

    /// <summary>Whether an input of any entry point has the name.</summary>
    public bool IsInput(string name) => _inputs.Contains(name);

    /// <summary>
    /// Returns the stages that a name may refer to if a stage of the given source, or the pipeline itself, uses it.
    /// </summary>
    public IReadOnlyList<int> Stages(string name, int source)
    {
        var plain = Plain(name);
        return _inSource.TryGetValue((source, plain), out var stages) ? stages
            : _methodsInSource.TryGetValue((source, plain), out stages) ? stages
            : _unique.TryGetValue(plain, out stages) ? stages
            : _others.TryGetValue(plain, out stages) ? stages
            : [];
    }

    /// <summary>
    /// Returns the stages that a name may refer to in a condition, including methods of the same source that only
    /// decide conditions.
    /// </summary>
    public IReadOnlyList<int> StagesAndConditions(string name, int source)
    {
        var plain = Plain(name);
        return _inSource.TryGetValue((source, plain), out var stages) ? stages
            : _methodsInSource.TryGetValue((source, plain), out stages) ? stages
            : _conditions.TryGetValue((source, plain), out stages) ? stages
            : Stages(name, source);
    }

    private static void Add<TKey>(Dictionary<TKey, List<int>> table, TKey key, int stage)
        where TKey : notnull
    {
        if (!table.TryGetValue(key, out var stages))
        {
            table.Add(key, stages = []);
        }

        // The names of a stage are often equal, and are then added one after another.
        if (stages.Count == 0 || stages[stages.Count - 1] != stage)
        {
            stages.Add(stage);
        }
    }
}
