using Sluice.Compiler.Lower;

namespace Sluice.Generators.Emit;

/// <summary>
/// Writes the struct that keeps the values of a straight line that is too long for one method. The struct has a method for each
/// segment.
/// </summary>
internal static class SegmentedValues
{
    /// <summary>Writes the declaration of the values, and returns the frame that reads them.</summary>
    public static Frame WriteDeclaration(SourceWriter writer, EntryPointEmission emission)
    {
        var values = emission.Names.Values;
        writer.Line($"{writer.Var(emission.TypeName)} {values} = default({emission.TypeName});");
        writer.Line($"{values}._at = {Known.NothingStarted};");

        // The compiler does not see that the segments assign every field.
        var fields = emission.Fields;
        return emission.Locals with
        {
            Slot = (place, kind) => $"{values}.{fields.Slot(place, kind)}{(kind == SlotKind.Output ? "!" : "")}",
        };
    }

    /// <summary>Writes the statements with which the entry point fills the values and runs the segments.</summary>
    public static void WriteUse(SourceWriter writer, EntryPointEmission emission)
    {
        for (var input = 0; input < emission.EntryPoint.Inputs.Count; input++)
        {
            writer.Line($"{emission.Names.Values}.{emission.Fields.Input(input)} = {emission.Locals.Input(input)};");
        }

        for (var segment = 0; segment < emission.Shape.Segments.Count; segment++)
        {
            writer.Line($"{emission.Names.Values}.RunSegment{segment}({Arguments(emission, declare: false)});");
        }
    }

    /// <summary>Writes the struct.</summary>
    public static void WriteType(SourceWriter writer, EntryPointEmission emission)
    {
        var names = emission.Names;
        var frame = emission.Fields with
        {
            Receiver = names.Pipeline,
            Token = names.CallerToken,
            Scope = names.Scope,
            Events = names.Events,
        };
        writer.Line();
        writer.Line(GeneratedCode.Attribute);
        RequirementSuppressions.WriteForStages(writer, emission);
        using (writer.Block($"private struct {emission.TypeName}"))
        {
            writer.Line("internal int _at;");
            if (emission.Run.ContinuesOnFailure)
            {
                writer.Line($"internal {Known.Services}.StageFailures _failures;");
            }

            RunClass.WriteValueFields(writer, emission);
            var stages = new OrderedStages(writer, emission, frame, "_at", "_failures");
            var segments = emission.Shape.Segments;
            for (var segment = 0; segment < segments.Count; segment++)
            {
                writer.Line();
                using (
                    writer.Block(
                        $"internal void RunSegment{segment}{emission.ObserverParameters}({Arguments(emission, declare: true)}){emission.ObserverConstraint}"
                    )
                )
                {
                    foreach (var stage in segments[segment])
                    {
                        stages.Write(stage);
                    }
                }
            }

            RunReports.WriteMethod(
                writer,
                emission,
                $"internal readonly global::Sluice.RunReport Report({string.Join(", ", RunReports.ParametersOfCaller(emission))})",
                stage => RunReports.EndInOrder(stage, "_at", names.Exception, names.CallerToken),
                names.Exception,
                frame with
                {
                    Events = "",
                }
            );
        }
    }

    private static string Arguments(EntryPointEmission emission, bool declare)
    {
        var arguments = new List<string>();
        if (!emission.EntryPoint.IsStatic)
        {
            arguments.Add(declare ? $"{emission.Model.Declaration.Self} {emission.Names.Pipeline}" : "this");
        }

        if (emission.Run.NeedsScope)
        {
            arguments.Add(declare ? $"{Known.Services}.RunScope {emission.Names.Scope}" : emission.Names.Scope);
        }

        if (emission.Run.IsObserved)
        {
            arguments.Add(declare ? $"{emission.EventsType} {emission.Names.Events}" : emission.Names.Events);
        }

        arguments.Add(declare ? $"{Known.CancellationToken} {emission.Names.CallerToken}" : emission.Locals.Token);
        return string.Join(", ", arguments);
    }
}
