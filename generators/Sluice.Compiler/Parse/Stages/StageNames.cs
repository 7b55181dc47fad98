using Sluice.Compiler.Model;

namespace Sluice.Compiler.Parse;

/// <summary>Determines the names of stages.</summary>
internal static class StageNames
{
    private const string Async = "Async";

    /// <summary>Returns a method's name without the suffix <c>Async</c>, unless nothing else would remain.</summary>
    public static string Simple(string methodName) =>
        methodName.Length > Async.Length && methodName.EndsWith(Async, StringComparison.Ordinal)
            ? methodName.Substring(0, methodName.Length - Async.Length)
            : methodName;

    /// <summary>
    /// Returns the method names that a name may mean, the most likely first. The suffix <c>Async</c> is optional.
    /// </summary>
    public static IEnumerable<string> Spellings(string name)
    {
        var simple = Simple(name);
        return simple.Length == name.Length ? [name, name + Async] : [name, simple];
    }

    /// <summary>
    /// Qualifies names that several sources share with the member of their source. The pipeline's own stages keep their
    /// names.
    /// </summary>
    public static IEnumerable<StageModel> Qualify(IReadOnlyList<StageModel> stages, IReadOnlyList<SourceSymbol> sources)
    {
        // Names are unique within a source, so the number of uses is the number of sources.
        var uses = stages
            .GroupBy(stage => stage.SimpleName, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        return stages.Select(stage =>
            stage.Source == 0 || uses[stage.SimpleName] == 1
                ? stage
                : stage with
                {
                    Name = $"{sources[stage.Source].Model.Member}.{stage.SimpleName}",
                }
        );
    }
}
