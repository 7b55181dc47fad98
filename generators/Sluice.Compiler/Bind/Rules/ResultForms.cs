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

    /// <summary>The type of one result of which optionals or outcomes are taken, or -1 where neither are.</summary>
    public static int ResultOf(PipelineModel model, Taken taken)
    {
        var element = ElementOf(model, taken);
        return element < 0 ? -1 : model.Types[element].FormOf;
    }

    /// <summary>In which form results are taken.</summary>
    public static ValueForm FormIn(PipelineModel model, Taken taken)
    {
        var element = ElementOf(model, taken);
        return element < 0 ? ValueForm.Plain : model.Types[element].Form;
    }

    // The type of one of those things of which an array is taken.
    private static int ElementOf(PipelineModel model, Taken taken) =>
        taken.IsEach
            ? taken.Flatten
                ? -1
                : taken.Type
            : IsGivenByArray(model.Types[taken.Type])
                ? model.Types[taken.Type].Element
                : -1;

    private static bool IsGivenByArray(TypeModel type) =>
        type.Collection == CollectionKind.Array
        || Array.Exists(
            _interfaces,
            name => type.Identity.StartsWith(CollectionNamespace + name, StringComparison.Ordinal)
        );
}
