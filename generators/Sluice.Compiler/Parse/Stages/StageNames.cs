using Sluice.Compiler.Model;

namespace Sluice.Compiler.Parse;

/// <summary>Names stages.</summary>
internal static class StageNames
{
    private const string Async = "Async";

    /// <summary>A method's name without <c>Async</c> at its end, unless nothing would be left.</summary>
    public static string Simple(string methodName) =>
        methodName.Length > Async.Length && methodName.EndsWith(Async, StringComparison.Ordinal)
            ? methodName.Substring(0, methodName.Length - Async.Length)
            : methodName;

    /// <summary>The names of methods that a name may mean, which <c>Async</c> at its end does not change, the likeliest first.</summary>
    public static IEnumerable<string> Spellings(string name)
    {
        var simple = Simple(name);
        return simple.Length == name.Length ? [name, name + Async] : [name, simple];
    }

    /// <summary>
    /// Qualifies by their source's member the names that several sources share. The pipeline's own stages keep theirs.
    /// </summary>
    public static IEnumerable<StageModel> Qualify(IReadOnlyList<StageModel> stages, IReadOnlyList<SourceSymbol> sources)
    {
        // Within one source names are unique already, so that counting uses is counting sources.
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
