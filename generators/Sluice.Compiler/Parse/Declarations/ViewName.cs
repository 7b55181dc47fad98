using Microsoft.CodeAnalysis;

namespace Sluice.Compiler.Parse;

/// <summary>Names the method that reads what stages produced from a run's report: <c>StagesOf</c>, unless the user has one.</summary>
internal static class ViewName
{
    private const string Usual = "StagesOf";

    /// <summary>The name of the method, among the names that the pipeline has already.</summary>
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

    /// <summary>Whether the pipeline derives from one whose method has that name too.</summary>
    public static bool IsInherited(INamedTypeSymbol pipeline, string name, CancellationToken cancellationToken) =>
        pipeline
            .SelfAndBaseTypes()
            .Skip(1)
            .Any(type =>
                type.Has(AttributeExtensions.Pipeline)
                && Among(MemberNameCollector.Collect(type, cancellationToken)) == name
            );
}
