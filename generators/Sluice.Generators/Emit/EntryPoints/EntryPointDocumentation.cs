using System.Security;
using Sluice.Compiler.Lower;

namespace Sluice.Generators.Emit;

/// <summary>Writes documentation that lists the stages of an entry point, if the user has not documented it.</summary>
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
        foreach (var stage in emission.Program.Schedule)
        {
            writer.Line("/// " + Escape(Row(emission, stage)));
        }

        writer.Line("/// </code>");
        writer.Line("/// </remarks>");
    }

    private static string Outputs(EntryPointEmission emission) =>
        emission.Run.HasOutput
            ? string.Join(
                ", ",
                emission.Program.Outputs.Select(output =>
                    string.Join(" or ", output.Producers.Select(producer => NameOf(emission, producer)))
                )
            )
            : "its effects";

    private static string Row(EntryPointEmission emission, LoweredStage stage)
    {
        var (takes, after) = stage.Documentation;
        var policies = stage.Declaration.PolicyDisplays.ToArray();
        return $"{stage.Name}({string.Join(", ", takes)})"
            + (after.Count == 0 ? "" : " after " + string.Join(", ", after))
            + (stage.IsEffect ? "" : " -> " + emission.Model.Types[stage.Declaration.OutputType].DisplayName)
            + (policies.Length == 0 ? "" : " with " + string.Join(", ", policies));
    }

    private static string NameOf(EntryPointEmission emission, TakenValue producer) =>
        producer is InputValue { Input: var input }
            ? emission.EntryPoint.Inputs[input].Name
            : emission.At(((StageValue)producer).Place).Name;

    private static string Escape(string text) => SecurityElement.Escape(CommentText.Of(text));
}
