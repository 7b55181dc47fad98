using Microsoft.CodeAnalysis;

namespace Sluice.Compiler.Parse;

/// <summary>
/// Chooses the name of the method that reads the stages' outputs from a run's report: <c>StagesOf</c>, unless the user
/// has a member with that name.
/// </summary>
internal static class ViewName
{
    private const string Usual = "StagesOf";

    /// <summary>Returns the name of the method, given the names that the pipeline already uses.</summary>
    public static string Among(IEnumerable<string> memberNames)
    {
        var taken = new HashSet<string>(memberNames, StringComparer.Ordinal);
        var name = Usual;
        while (taken.Contains(name))
        {
            name += "_";
        }

        return name;
    }

    /// <summary>Whether a base type of the pipeline is a pipeline that has a view method with the same name.</summary>
    public static bool IsInherited(INamedTypeSymbol pipeline, string name, CancellationToken cancellationToken) =>
        pipeline
            .SelfAndBaseTypes()
            .Skip(1)
            .Any(type =>
                type.Has(AttributeExtensions.Pipeline)
                && Among(MemberNameCollector.Collect(type, cancellationToken)) == name
            );
}
