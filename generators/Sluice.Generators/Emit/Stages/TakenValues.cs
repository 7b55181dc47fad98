using Sluice.Compiler.Bind;
using Sluice.Compiler.Model;

namespace Sluice.Generators.Emit;

/// <summary>Writes the expressions with which stages and outputs take values of stages and inputs, in whichever form they ask for.</summary>
internal sealed class TakenValues(EntryPointEmission emission, Frame frame)
{
    /// <summary>The expression of the reason for which there is no value, or <see langword="null"/> where there always is one.</summary>
    public string? Skipped(Binding binding)
    {
        switch (binding.Kind)
        {
            case BindingKind.Stage:
                return emission.HasSkipped(binding.Index) ? frame.Skipped(binding.Index) : null;
            case BindingKind.Input:
                return emission.EntryPoint.Inputs[binding.Index].Form is ValueForm.Optional or ValueForm.Outcome
                    ? $"{Known.Services}.Given.Skipped({frame.Input(binding.Index)})"
                    : null;
            case BindingKind.Merge:
                var reasons = binding.Sources.Select(Skipped).ToList();
                return reasons.Contains(null)
                    ? null
                    : $"({string.Join(" || ", reasons.Select(reason => $"{reason} is null"))} ? null : {ReasonOf(binding)})";
            default:
                return null;
        }
    }

    /// <summary>The expression of the value in the form that is asked for.</summary>
    /// <param name="binding">Where it comes from.</param>
    /// <param name="form">The form.</param>
    /// <param name="target">The type of the value inside of the form.</param>
    public string As(Binding binding, ValueForm form, ValueTarget target)
    {
        var value = Value(binding, target);
        var skipped = Skipped(binding);
        return form switch
        {
            ValueForm.Optional when skipped is null => $"global::Sluice.Optional.Value<{target.Name}>({value})",
            ValueForm.Optional => $"{Known.Services}.Given.Optional<{target.Name}>({value}, {skipped})",
            ValueForm.Outcome when skipped is null => $"global::Sluice.Outcome.Value<{target.Name}>({value})",
            ValueForm.Outcome =>
                $"{Known.Services}.Given.Outcome<{target.Name}>({value}, {skipped}, {Failure(binding)})",
            ValueForm.Nullable when skipped is not null =>
                $"({skipped} is null ? {value} : {(target.Name.EndsWith("?", StringComparison.Ordinal) ? "null" : "null!")})",
            _ => value,
        };
    }

    /// <summary>The expression of the value, which means nothing where there is none.</summary>
    public string Value(Binding binding, ValueTarget target) =>
        binding.Kind switch
        {
            BindingKind.Merge => Merged(binding, target),
            BindingKind.Input => Converted(Input(binding.Index), InputType(binding.Index), target),
            _ => Converted(frame.Value(binding.Index), emission.OutputAt(binding.Index), target),
        };

    // Of branches, the one that was chosen says why there is no value: not that another one was not chosen.
    private string ReasonOf(Binding merge)
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

    private string Input(int input) =>
        emission.EntryPoint.Inputs[input].Form is ValueForm.Optional or ValueForm.Outcome
            ? $"{frame.Input(input)}.ValueOr(default!)"
            : frame.Input(input);

    private ValueTarget InputType(int input) =>
        new(emission.EntryPoint.Inputs[input].Type, emission.EntryPoint.Inputs[input].ValueTypeName);

    private string Merged(Binding merge, ValueTarget target)
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

    private string Failure(Binding binding)
    {
        var failures = binding.Producers.Select(FailureOf).Where(failure => failure is not null).ToList();
        return failures.Count == 0 ? "null" : string.Join(" ?? ", failures);
    }

    private string? FailureOf(Binding producer) =>
        producer.Kind == BindingKind.Input
            ? emission.EntryPoint.Inputs[producer.Index].Form == ValueForm.Outcome
                ? frame.Input(producer.Index) + ".Exception"
                : null
            : emission.Plan.Stages[producer.Index].KeepsFailure
                ? frame.Failure(producer.Index)
                : null;

    // A conversion is written out, so that no overload of the stage's method that fits the value better is called in its place.
    // An argument that is dynamic would leave the whole call to the runtime binder.
    private static string Converted(string value, ValueTarget source, ValueTarget target)
    {
        var isSame = source.Type == target.Type && source.Name is not ("dynamic" or "dynamic?");
        // The analyzer has reported where null may reach what does not accept it. The emitted code does not repeat it.
        var forgiving =
            source.Name == target.Name || value.EndsWith("!", StringComparison.Ordinal) ? value : value + "!";
        return (isSame ? "" : $"({target.CastName})") + forgiving;
    }
}
