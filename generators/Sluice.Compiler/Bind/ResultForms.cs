using Sluice.Compiler.Model;

namespace Sluice.Compiler.Bind;

/// <summary>The types that take the results of a stage which runs for each element as optionals or outcomes.</summary>
internal static class ResultForms
{
    private const string CollectionNamespace = "global::System.Collections.Generic.";

    /// <summary>What an array is converted to.</summary>
    private static readonly string[] _interfaces =
    [
        "IEnumerable<",
        "ICollection<",
        "IList<",
        "IReadOnlyCollection<",
        "IReadOnlyList<",
    ];

    /// <summary>The type of one result of which a type takes optionals or outcomes, or -1 where it takes neither.</summary>
    public static int ResultOf(PipelineModel model, int type)
    {
        var element = model.Types[type].Element;
        return element >= 0 && IsGivenByArray(model.Types[type]) ? model.Types[element].FormOf : -1;
    }

    /// <summary>In which form a type takes results.</summary>
    public static ValueForm FormIn(PipelineModel model, int type) =>
        ResultOf(model, type) < 0 ? ValueForm.Plain : model.Types[model.Types[type].Element].Form;

    private static bool IsGivenByArray(TypeModel type) =>
        type.Collection == CollectionKind.Array
        || Array.Exists(
            _interfaces,
            name => type.Identity.StartsWith(CollectionNamespace + name, StringComparison.Ordinal)
        );
}
