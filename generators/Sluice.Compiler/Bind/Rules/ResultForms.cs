using Sluice.Compiler.Model;

namespace Sluice.Compiler.Bind;

/// <summary>
/// Recognises the types that take the results of a stage that runs for each element as optionals or outcomes.
/// </summary>
internal static class ResultForms
{
    private const string CollectionNamespace = "global::System.Collections.Generic.";

    /// <summary>The interfaces that an array converts to.</summary>
    private static readonly string[] Interfaces =
    [
        "IEnumerable<",
        "ICollection<",
        "IList<",
        "IReadOnlyCollection<",
        "IReadOnlyList<",
    ];

    /// <summary>Returns the type of one result if optionals or outcomes of results are taken, otherwise -1.</summary>
    public static int ResultOf(PipelineModel model, Taken taken)
    {
        var element = ElementOf(model, taken);
        return element < 0 ? -1 : model.Types[element].FormOf;
    }

    /// <summary>Returns the form in which results are taken.</summary>
    public static ValueForm FormIn(PipelineModel model, Taken taken)
    {
        var element = ElementOf(model, taken);
        return element < 0 ? ValueForm.Plain : model.Types[element].Form;
    }

    // The type of the elements that are taken from the array of results, or -1.
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
            Interfaces,
            name => type.Identity.StartsWith(CollectionNamespace + name, StringComparison.Ordinal)
        );
}
