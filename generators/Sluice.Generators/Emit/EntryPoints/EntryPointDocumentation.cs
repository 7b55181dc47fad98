using System.Security;
using Sluice.Compiler.Bind;

namespace Sluice.Generators.Emit;

/// <summary>Writes the documentation of an entry point that has none: what it runs, as text.</summary>
internal static class EntryPointDocumentation
{
    /// <summary>Writes the comment, unless the user documented the entry point.</summary>
    public static void Write(SourceWriter writer, EntryPointEmission emission)
    {
        if (emission.EntryPoint.HasDocumentation)
        {
            return;
        }

        writer.Line("/// <summary>");
        writer.Line(
            $"/// Runs the pipeline for {Escape(Outputs(emission))}: each stage as soon as what it needs is there."
        );
        writer.Line("/// </summary>");
        writer.Line("/// <remarks>");
        writer.Line("/// <code>");
        foreach (var place in emission.Plan.Schedule)
        {
            writer.Line("/// " + Escape(Row(emission, place)));
        }

        writer.Line("/// </code>");
        writer.Line("/// </remarks>");
    }

    private static string Outputs(EntryPointEmission emission) =>
        emission.HasOutput
            ? string.Join(
                ", ",
                emission.Plan.Outputs.Select(output =>
                    string.Join(" or ", output.Producers.Select(producer => NameOf(emission, producer)))
                )
            )
            : "its effects";

    private static string Row(EntryPointEmission emission, int place)
    {
        var stage = emission.StageAt(place);
        var planned = emission.Plan.Stages[place];
        var data = planned
            .Arguments.SelectMany(argument => argument.Producers)
            .Where(argument => argument.Kind is BindingKind.Stage or BindingKind.Input)
            .Select(argument => NameOf(emission, argument))
            .ToArray();
        var read = planned
            .Arguments.SelectMany(argument => argument.Producers)
            .Where(argument => argument.Kind == BindingKind.Stage)
            .Select(argument => argument.Index);
        var after = planned
            .Predecessors.Except(read)
            .Select(predecessor => emission.StageAt(predecessor).Name)
            .ToArray();
        var policies = stage.PolicyDisplays.ToArray();
        return $"{stage.Name}({string.Join(", ", data)})"
            + (after.Length == 0 ? "" : " after " + string.Join(", ", after))
            + (stage.IsEffect ? "" : " -> " + emission.Model.Types[stage.OutputType].DisplayName)
            + (policies.Length == 0 ? "" : " with " + string.Join(", ", policies));
    }

    private static string NameOf(EntryPointEmission emission, Binding binding) =>
        binding.Kind == BindingKind.Input
            ? emission.EntryPoint.Inputs[binding.Index].Name
            : emission.StageAt(binding.Index).Name;

    private static string Escape(string text) => SecurityElement.Escape(CommentText.Of(text));
}
