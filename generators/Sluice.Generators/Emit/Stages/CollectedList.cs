using Sluice.Compiler.Lower;
using Sluice.Compiler.Model;

namespace Sluice.Generators.Emit;

/// <summary>Writes the expression of a list of the values of several stages.</summary>
internal static class CollectedList
{
    /// <summary>The expression.</summary>
    /// <param name="all">The stages.</param>
    /// <param name="values">Writes the values.</param>
    /// <param name="emission">The entry point.</param>
    /// <param name="frame">The frame that has the values.</param>
    public static string Of(AllValue all, TakenValues values, EntryPointEmission emission, Frame frame)
    {
        var name = all.Element.Name;
        var element = all.Form switch
        {
            ValueForm.Optional => $"global::Sluice.Optional<{name}>",
            ValueForm.Outcome => $"global::Sluice.Outcome<{name}>",
            _ => name,
        };
        var list = $"new {Known.Services}.CollectedValues<{element}>({all.Sources.Count})";
        foreach (var source in all.Sources)
        {
            list += source.IsSequence ? Results(all, source, values, emission, frame) : Single(all, source, values);
        }

        return list + ".ToArray()";
    }

    private static string Single(AllValue all, CollectedValue source, TakenValues values)
    {
        var value = values.As(source.Stage, all.Form, all.Element);
        return all.Form == ValueForm.Plain && values.Skipped(source.Stage) is { } skipped
            ? $".Add({value}, {skipped})"
            : $".Add({value})";
    }

    // A stage that did not run has no results. If the list holds what is absent, one element says so.
    private static string Results(
        AllValue all,
        CollectedValue source,
        TakenValues values,
        EntryPointEmission emission,
        Frame frame
    )
    {
        var results = frame.Value(source.Stage.Place);
        var skipped = values.Skipped(source.Stage);
        if (all.Form == ValueForm.Plain)
        {
            return skipped is null ? $".AddRange({results})" : $".AddRange({results}, {skipped})";
        }

        var converted = source.IsOfElementType
            ? results
            : $"global::System.Array.ConvertAll({results}, static result => {Converted(all)})";
        if (skipped is null)
        {
            return $".AddRange({converted})";
        }

        var failure = emission.At(source.Stage.Place).KeepsFailure ? frame.Failure(source.Stage.Place) : "null";
        var absent =
            all.Form == ValueForm.Optional
                ? $"{Known.Services}.Given.Optional<{all.Element.Name}>(default!, {skipped})"
                : $"{Known.Services}.Given.Outcome<{all.Element.Name}>(default!, {skipped}, {failure})";
        return $".AddRange({skipped} is null ? {converted} : new[] {{ {absent} }})";
    }

    private static string Converted(AllValue all) =>
        all.Form == ValueForm.Optional
            ? $"{Known.Services}.Given.Optional<{all.Element.Name}>(result.ValueOr(default!), result.Reason)"
            : $"{Known.Services}.Given.Outcome<{all.Element.Name}>(result.ValueOr(default!), {Known.Services}.Given.Skipped(result), result.Exception)";
}
