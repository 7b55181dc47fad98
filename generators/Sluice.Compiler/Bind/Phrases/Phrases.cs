using System.Globalization;
using Sluice.Compiler.Model;

namespace Sluice.Compiler.Bind;

/// <summary>How messages speak of the things in a pipeline.</summary>
internal static class Phrases
{
    /// <summary>How many stages between an entry point and the one in question a message names.</summary>
    private const int LongestChain = 6;

    /// <summary>How many things a message lists before it only counts them.</summary>
    public const int LongestList = 5;

    /// <summary>How many stages of a path a message shows.</summary>
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

    /// <summary>The name by which any stage could name a producer.</summary>
    public static string UniqueName(PipelineModel model, EntryPointModel entryPoint, Binding producer) =>
        producer.Kind == BindingKind.Stage ? model.Stages[producer.Index].Name : entryPoint.Inputs[producer.Index].Name;

    /// <summary>The type that a parameter takes; where it takes elements, one for a collection of them.</summary>
    public static string Taken(PipelineModel model, int stage, int parameter) =>
        Taken(model, Bind.Taken.By(model.Stages[stage], model.Stages[stage].Parameters[parameter]));

    /// <summary>The type that is taken; where its elements are, one for a collection of them.</summary>
    public static string Taken(PipelineModel model, Taken taken)
    {
        var type = DisplayName(model, taken.Type);
        return !taken.IsEach ? type
            : taken.Flatten ? $"IReadOnlyList<IReadOnlyList<{type}>>"
            : $"IReadOnlyList<{type}>";
    }

    /// <summary>Names in quotation marks: <c>'A', 'B' or 'C'</c>.</summary>
    public static string List(IReadOnlyList<string> names, string conjunction) =>
        Join([.. names.Take(LongestList).Select(name => $"'{name}'")], names.Count, conjunction);

    /// <summary>Candidates, of which no more than one above <see cref="LongestList"/> are known.</summary>
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

    /// <summary>A path from stage to stage, its middle left out where it is long.</summary>
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

    /// <summary>Things that are phrases already: <c>stage 'A', stage 'B' and input 'c'</c>.</summary>
    public static string Enumeration(IReadOnlyList<string> items, string conjunction) =>
        Join([.. items.Take(LongestList)], items.Count, conjunction);

    /// <summary>A type in the form in which an output is declared.</summary>
    public static string OutputType(PipelineModel model, OutputModel output) => InForm(model, output.Type, output.Form);

    /// <summary>A type in the form in which a parameter or an output is declared.</summary>
    /// <param name="model">The pipeline.</param>
    /// <param name="type">The type of the value inside.</param>
    /// <param name="form">The form.</param>
    /// <param name="suffix">What follows the type of the value, such as a question mark.</param>
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

    /// <summary>Why an entry point runs a stage: <c>Run -> Count -> Read</c>.</summary>
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
