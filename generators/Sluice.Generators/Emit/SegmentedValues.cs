using Sluice.Compiler.Model;
using Sluice.Compiler.Plan;

namespace Sluice.Generators.Emit;

/// <summary>
/// Writes the struct that keeps the values of a straight line that is too long for one method, with a method for each segment.
/// </summary>
internal static class SegmentedValues
{
    /// <summary>Writes what the entry point does with it, and says where its values are then.</summary>
    public static Frame WriteUse(SourceWriter writer, EntryPointEmission emission)
    {
        writer.Line($"var {emission.Names.Values} = default({emission.TypeName});");
        for (var input = 0; input < emission.EntryPoint.Inputs.Count; input++)
        {
            writer.Line($"{emission.Names.Values}.{emission.Fields.Input(input)} = {emission.Locals.Input(input)};");
        }

        for (var segment = 0; segment < Segments(emission).Count; segment++)
        {
            writer.Line($"{emission.Names.Values}.RunSegment{segment}({Arguments(emission, declare: false)});");
        }

        // The compiler does not see that the segments assign every field.
        var fields = emission.Fields;
        return fields with
        {
            Input = input => emission.Names.Values + "." + fields.Input(input),
            Value = place => emission.Names.Values + "." + fields.Value(place) + "!",
        };
    }

    /// <summary>Writes the struct.</summary>
    public static void WriteType(SourceWriter writer, EntryPointEmission emission)
    {
        var frame = emission.Fields with
        {
            Receiver = emission.Names.Pipeline,
            Token = emission.Names.CallerToken,
            RunId = emission.Names.RunId,
        };
        writer.Line();
        writer.Line(GeneratedCode.Attribute);
        using (writer.Block($"private struct {emission.TypeName}"))
        {
            RunClass.WriteValueFields(writer, emission);
            var segments = Segments(emission);
            for (var segment = 0; segment < segments.Count; segment++)
            {
                writer.Line();
                using (writer.Block($"internal void RunSegment{segment}({Arguments(emission, declare: true)})"))
                {
                    foreach (var place in segments[segment])
                    {
                        WriteStage(writer, emission, frame, place);
                    }
                }
            }
        }
    }

    private static void WriteStage(SourceWriter writer, EntryPointEmission emission, Frame frame, int place)
    {
        if (emission.HasToken)
        {
            writer.Line($"{frame.Token}.ThrowIfCancellationRequested();");
        }

        var call = StageCall.Direct(emission, frame, place);
        writer.Line(emission.StageAt(place).IsEffect ? $"{call};" : $"{frame.Value(place)} = {call};");
    }

    private static IReadOnlyList<IReadOnlyList<int>> Segments(EntryPointEmission emission) =>
        Segmentation.Of(emission.Plan.Schedule);

    private static string Arguments(EntryPointEmission emission, bool declare)
    {
        var arguments = new List<string>();
        if (!emission.EntryPoint.IsStatic)
        {
            arguments.Add(declare ? $"{emission.Model.Declaration.Self} {emission.Names.Pipeline}" : "this");
        }

        if (emission.Plan.NeedsRunId)
        {
            arguments.Add(declare ? $"global::System.Guid {emission.Names.RunId}" : emission.Names.RunId);
        }

        arguments.Add(declare ? $"{Known.CancellationToken} {emission.Names.CallerToken}" : emission.Locals.Token);
        return string.Join(", ", arguments);
    }
}
