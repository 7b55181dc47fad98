using Microsoft.CodeAnalysis.CSharp;
using Sluice.Compiler.Lower;
using Sluice.Compiler.Model;

namespace Sluice.Generators.Emit;

/// <summary>Writes the expressions with which stages and outputs take values of stages and inputs in the requested form.</summary>
internal sealed class TakenValues(EntryPointEmission emission, Frame frame)
{
    /// <summary>The expression of the reason for which there is no value, or <see langword="null"/> if there always is one.</summary>
    public string? Skipped(TakenValue value) =>
        value switch
        {
            StageValue { Place: var place } => emission.At(place).Has(SlotKind.Skipped) ? frame.Skipped(place) : null,
            InputValue { Input: var input } when MaySayAbsent(input) =>
                $"{Known.Services}.Given.Skipped({frame.Input(input)})",
            MergedValue merge => SkippedMerge(merge),
            CarriedValue { First: null, Decision: var decision } =>
                $"({Loop(decision)}.HasState ? null : {NoFirstValue(decision)})",
            CarriedValue { First: { } first, Decision: var decision } when Skipped(first) is { } skipped =>
                $"({Loop(decision)}.HasState ? null : {skipped})",
            _ => null,
        };

    /// <summary>The expression of the value in the requested form.</summary>
    /// <param name="source">The source of the value.</param>
    /// <param name="form">The form.</param>
    /// <param name="target">The type of the value inside the form.</param>
    public string As(TakenValue source, ValueForm form, ValueTarget target)
    {
        var value = Value(source, target);
        var skipped = Skipped(source);
        return form switch
        {
            ValueForm.Optional when skipped is null => $"global::Sluice.Optional.Value<{target.Name}>({value})",
            ValueForm.Optional => $"{Known.Services}.Given.Optional<{target.Name}>({value}, {skipped})",
            ValueForm.Outcome when skipped is null => $"global::Sluice.Outcome.Value<{target.Name}>({value})",
            ValueForm.Outcome =>
                $"{Known.Services}.Given.Outcome<{target.Name}>({value}, {skipped}, {Failure(source)})",
            ValueForm.Nullable when skipped is not null =>
                $"({skipped} is null ? {value} : {(target.Name.EndsWith("?", StringComparison.Ordinal) ? "null" : "null!")})",
            _ => value,
        };
    }

    /// <summary>The expression of the value. It is meaningless if there is no value.</summary>
    public string Value(TakenValue source, ValueTarget target) =>
        source switch
        {
            MergedValue merge => Merged(merge, target),
            AllValue all => CollectedList.Of(all, this, emission, frame),
            InputValue { Input: var input } => Converted(Input(input), emission.TypeOf(source), target),
            StageValue { Place: var place } => Converted(frame.Value(place), emission.TypeOf(source), target),
            CarriedValue { First: { } first, Decision: var decision }
                when !LoopStatements.HoldsFirstValue(emission, this, emission.At(decision)) => Converted(
                $"({Loop(decision)}.HasState ? {Loop(decision)}.State : {Value(first, emission.TypeOf(source))})",
                emission.TypeOf(source),
                target
            ),
            CarriedValue { Decision: var decision } => Converted(
                $"{Loop(decision)}.State",
                emission.TypeOf(source),
                target
            ),
            _ => throw new InvalidOperationException($"{source} has no value of the run."),
        };

    private string? SkippedMerge(MergedValue merge)
    {
        var reasons = merge.Sources.Select(Skipped).ToList();
        return reasons.Contains(null)
            ? null
            : $"({string.Join(" || ", reasons.Select(reason => $"{reason} is null"))} ? null : {ReasonOf(merge)})";
    }

    // If the sources are branches, the chosen branch gives the reason. That another branch was not chosen is not the reason.
    private string ReasonOf(MergedValue merge)
    {
        var expression = string.Empty;
        foreach (var source in merge.Sources)
        {
            var ownReasons = SkipReason.OfConditions(emission, source);
            if (ownReasons.Count > 0)
            {
                expression += $"{Skipped(source)} is not ({string.Join(" or ", ownReasons)}) ? {Skipped(source)} : ";
            }
        }

        return expression + Skipped(merge.Sources[0]);
    }

    private string Loop(Place decision) => frame.Slot(decision, SlotKind.Loop);

    private string NoFirstValue(Place decision) =>
        SymbolDisplay.FormatLiteral($"loop '{emission.At(decision).Name}' has no first value", quote: true);

    private bool MaySayAbsent(int input) =>
        emission.EntryPoint.Inputs[input].Form is ValueForm.Optional or ValueForm.Outcome;

    private string Input(int input) =>
        MaySayAbsent(input) ? $"{frame.Input(input)}.ValueOr(default!)" : frame.Input(input);

    private string Merged(MergedValue merge, ValueTarget target)
    {
        var expression = new List<string>();
        foreach (var source in merge.Sources)
        {
            var value = Value(source, target);
            if (source == merge.Sources[merge.Sources.Count - 1] || Skipped(source) is not { } skipped)
            {
                expression.Add(value);
                break;
            }

            expression.Add($"{skipped} is null ? {(expression.Count == 0 ? $"({target.CastName}){value}" : value)} : ");
        }

        return $"({string.Concat(expression)})";
    }

    private string Failure(TakenValue source)
    {
        var failures = source.Producers.Select(FailureOf).Where(failure => failure is not null).ToList();
        return failures.Count == 0 ? "null" : string.Join(" ?? ", failures);
    }

    private string? FailureOf(TakenValue producer) =>
        producer switch
        {
            InputValue { Input: var input } when emission.EntryPoint.Inputs[input].Form == ValueForm.Outcome =>
                frame.Input(input) + ".Exception",
            StageValue { Place: var place } when emission.At(place).KeepsFailure => frame.Failure(place),
            _ => null,
        };

    // A conversion is written out. Otherwise C# could call an overload of the stage's method that fits the value better. A dynamic
    // argument would leave the whole call to the runtime binder.
    private static string Converted(string value, ValueTarget source, ValueTarget target)
    {
        var isSame = source.Type == target.Type && source.Name is not ("dynamic" or "dynamic?");
        // The analyzer has reported where null may reach what does not accept it. The emitted code does not repeat it.
        var forgiving =
            source.Name == target.Name || value.EndsWith("!", StringComparison.Ordinal) ? value : value + "!";
        return (isSame ? "" : $"({target.CastName})") + forgiving;
    }
}
