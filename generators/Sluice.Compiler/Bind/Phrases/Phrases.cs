using System.Globalization;
using Sluice.Compiler.Model;

namespace Sluice.Compiler.Bind;

/// <summary>Formats the elements of a pipeline for messages.</summary>
internal static class Phrases
{
    /// <summary>The maximum number of stages that a message names between an entry point and a stage.</summary>
    private const int LongestChain = 6;

    /// <summary>The maximum number of items that a message lists.</summary>
    public const int LongestList = 5;

    /// <summary>The maximum number of stages that a message shows of a path.</summary>
    private const int LongestPath = 12;

    public static string DisplayName(PipelineModel model, int type) => model.Types[type].DisplayName;

    public static string Parameter(PipelineModel model, int stage, int parameter) =>
        $"parameter '{model.Stages[stage].Parameters[parameter].Name}' of stage '{model.Stages[stage].Name}'";

    public static string Output(EntryPointModel entryPoint, int output) =>
        !entryPoint.IsTuple ? $"the output of entry point '{entryPoint.Name}'"
        : entryPoint.Outputs[output].Name is { } name ? $"output '{name}' of entry point '{entryPoint.Name}'"
        : Invariant($"output {output + 1} of entry point '{entryPoint.Name}'");

    public static string Producer(PipelineModel model, EntryPointModel entryPoint, Binding producer) =>
        producer.Kind == BindingKind.Stage
            ? $"stage '{model.Stages[producer.Index].Name}'"
            : $"input '{entryPoint.Inputs[producer.Index].Name}'";

    /// <summary>Returns the name with which every stage can refer to a producer.</summary>
    public static string UniqueName(PipelineModel model, EntryPointModel entryPoint, Binding producer) =>
        producer.Kind == BindingKind.Stage ? model.Stages[producer.Index].Name : entryPoint.Inputs[producer.Index].Name;

    /// <summary>
    /// Returns the type that a parameter takes; for a parameter that takes elements, a type of collection of them.
    /// </summary>
    public static string Taken(PipelineModel model, int stage, int parameter) =>
        Taken(model, Bind.Taken.By(model.Stages[stage], model.Stages[stage].Parameters[parameter]));

    /// <summary>Returns the type that is taken; if elements are taken, a type of collection of them.</summary>
    public static string Taken(PipelineModel model, Taken taken)
    {
        var type = DisplayName(model, taken.Type);
        return !taken.IsEach ? type
            : taken.Flatten ? $"IReadOnlyList<IReadOnlyList<{type}>>"
            : $"IReadOnlyList<{type}>";
    }

    /// <summary>Returns a list of names in quotation marks: <c>'A', 'B' or 'C'</c>.</summary>
    public static string List(IReadOnlyList<string> names, string conjunction) =>
        Join([.. names.Take(LongestList).Select(name => $"'{name}'")], names.Count, conjunction);

    /// <summary>
    /// Returns a list of candidates. A search collects at most one more candidate than <see cref="LongestList"/>.
    /// </summary>
    public static string List(
        PipelineModel model,
        EntryPointModel entryPoint,
        IReadOnlyList<Binding> candidates,
        string conjunction
    ) =>
        Join(
            [.. candidates.Take(LongestList).Select(candidate => Producer(model, entryPoint, candidate))],
            candidates.Count,
            conjunction
        );

    /// <summary>Returns a path from stage to stage. The middle of a long path is omitted.</summary>
    public static string Path(IReadOnlyList<string> names)
    {
        const string Arrow = " -> ";
        if (names.Count <= LongestPath)
        {
            return string.Join(Arrow, names);
        }

        var leftOut = names.Count - LongestPath + 1;
        return string.Join(
            Arrow,
            [.. names.Take(LongestPath - 3), Invariant($"({leftOut} more)"), .. names.Skip(names.Count - 2)]
        );
    }

    /// <summary>Returns a list of items that are already phrases: <c>stage 'A', stage 'B' and input 'c'</c>.</summary>
    public static string Enumeration(IReadOnlyList<string> items, string conjunction) =>
        Join([.. items.Take(LongestList)], items.Count, conjunction);

    /// <summary>Returns a type in the form in which an output is declared.</summary>
    public static string OutputType(PipelineModel model, OutputModel output) => InForm(model, output.Type, output.Form);

    /// <summary>Returns a type in the form in which a parameter or an output is declared.</summary>
    /// <param name="model">The pipeline.</param>
    /// <param name="type">The type of the value inside.</param>
    /// <param name="form">The form.</param>
    /// <param name="suffix">A text that follows the type of the value, such as a question mark.</param>
    public static string InForm(PipelineModel model, int type, ValueForm form, string suffix = "")
    {
        var name = DisplayName(model, type) + suffix;
        return form switch
        {
            ValueForm.Optional => $"Optional<{name}>",
            ValueForm.Outcome => $"Outcome<{name}>",
            ValueForm.Nullable when model.Types[type].NullableUnderlying < 0 => name + "?",
            _ => name,
        };
    }

    private static string Join(IReadOnlyList<string> items, int count, string conjunction) =>
        count > items.Count ? string.Join(", ", items) + " and others"
        : items.Count <= 1 ? string.Concat(items)
        : $"{string.Join(", ", items.Take(items.Count - 1))} {conjunction} {items[items.Count - 1]}";

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    /// <summary>Returns the path that explains why an entry point runs a stage: <c>Run -> Count -> Read</c>.</summary>
    public static string NeedChain(PipelineModel model, EntryPointModel target, int stage, StageInclusion inclusion)
    {
        var names = new List<string>();
        var link = stage;
        while (link != StageInclusion.EntryPoint && names.Count < LongestChain)
        {
            names.Add(model.Stages[link].Name);
            link = inclusion.NeededBy(link);
        }

        if (link != StageInclusion.EntryPoint)
        {
            names.Add("...");
        }

        names.Add(target.Name);
        names.Reverse();
        return string.Join(" -> ", names);
    }
}
