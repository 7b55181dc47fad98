using Sluice.Compiler.Lower;

namespace Sluice.Generators.Emit;

/// <summary>Writes the common part of the run objects of both suspending lowerings: fields, renting and returning.</summary>
internal static class RunClass
{
    /// <summary>Writes the class. The caller writes the fields of its own and the methods that run the stages.</summary>
    public static void Write(
        SourceWriter writer,
        EntryPointEmission emission,
        string baseType,
        Action writeFields,
        Action writeExecution
    )
    {
        writer.Line();
        writer.Line(
            $"// A run of {emission.EntryPoint.MethodName} that does not complete on the caller's stack. It is pooled."
        );
        writer.Line(GeneratedCode.Attribute);
        RequirementSuppressions.WriteForStages(writer, emission);
        using (
            writer.Block(
                $"private sealed class {emission.TypeReference} : {Known.Services}.{baseType}{emission.ObserverConstraint}"
            )
        )
        {
            writer.Line($"private static readonly {Known.Services}.RunPool<{emission.TypeReference}> Pool = new();");
            writer.Line();
            writer.Line("private static readonly bool KeepsOneOnThread = Pool.KeepsOneOnThread;");
            writer.Line();
            writer.Line("[global::System.ThreadStatic]");
            writer.Line($"private static {emission.TypeReference}? IdleOnThread;");
            writer.Line();
            WriteFields(writer, emission);
            writeFields();
            writer.Line();
            writer.Line(
                $"protected override string EntryPoint => {Literal(emission.Model.Name + "." + emission.EntryPoint.Name)};"
            );
            writer.Line();
            WriteRent(writer, emission);
            writer.Line();
            writeExecution();
            writer.Line();
            WriteReturnToPool(writer, emission);
        }
    }

    /// <summary>Writes the fields for inputs and outputs of stages.</summary>
    public static void WriteValueFields(SourceWriter writer, EntryPointEmission emission)
    {
        for (var input = 0; input < emission.EntryPoint.Inputs.Count; input++)
        {
            writer.Line(Field(emission, emission.EntryPoint.Inputs[input].TypeName, emission.Fields.Input(input)));
        }

        foreach (var slot in emission.Program.ValueSlots.Where(slot => !IsInTask(emission, slot)))
        {
            writer.Line(Field(emission, SlotText.TypeOf(emission, slot), emission.Fields.Of(slot)));
        }
    }

    private static void WriteFields(SourceWriter writer, EntryPointEmission emission)
    {
        if (!emission.EntryPoint.IsStatic)
        {
            writer.Line($"private {emission.Model.Declaration.Self} _pipeline = default!;");
        }

        if (emission.Run.NeedsScope)
        {
            writer.Line($"private {Known.Services}.RunScope {emission.Fields.Scope} = default!;");
        }

        if (emission.Run.IsObserved)
        {
            writer.Line($"private {emission.EventsType} {emission.Fields.Events};");
        }

        if (emission.Run.KeepsStreamedScope)
        {
            writer.Line($"private {StreamedEntryPoint.ScopeType} _streamedScope = default!;");
        }

        WriteValueFields(writer, emission);
        foreach (var slot in emission.Program.ControlSlots(SlotKind.Awaiter))
        {
            writer.Line($"internal {SlotText.TypeOf(emission, slot)} {emission.TaskField(emission.At(slot.Place))};");
        }
    }

    private static void WriteRent(SourceWriter writer, EntryPointEmission emission)
    {
        var names = emission.Names;
        var parameters = new List<string>();
        var assignments = new List<string>();
        if (!emission.EntryPoint.IsStatic)
        {
            parameters.Add($"{emission.Model.Declaration.Self} {names.Pipeline}");
            assignments.Add($"{names.Run}._pipeline = {names.Pipeline};");
        }

        for (var input = 0; input < emission.EntryPoint.Inputs.Count; input++)
        {
            parameters.Add($"{emission.EntryPoint.Inputs[input].TypeName} {emission.ParameterAt(input)}");
            assignments.Add($"{names.Run}.{emission.Fields.Input(input)} = {emission.ParameterAt(input)};");
        }

        foreach (var (type, name) in ScopeStatements.Parameters(emission))
        {
            parameters.Add($"{type} {name}");
            if (name == names.Handover)
            {
                assignments.Add($"{names.Run}.OpenStream({name});");
                continue;
            }

            var field =
                name == names.Scope ? emission.Fields.Scope
                : name == names.Events ? emission.Fields.Events
                : "_streamedScope";
            assignments.Add($"{names.Run}.{field} = {name};");
        }

        parameters.Add($"{Known.ExecutionContext}? {names.CallerContext}");
        parameters.Add($"{Known.CancellationToken} {names.CallerToken}");
        using (writer.Block($"internal static {emission.TypeReference} Rent({string.Join(", ", parameters)})"))
        {
            writer.Line(
                $"{writer.Var(emission.TypeReference + "?")} {names.Run} = KeepsOneOnThread ? IdleOnThread : null;"
            );
            using (writer.Block($"if ({names.Run} is not null)"))
            {
                writer.Line("IdleOnThread = null;");
            }

            using (writer.Block("else"))
            {
                writer.Line($"{names.Run} = Pool.Rent() ?? new {emission.TypeReference}();");
            }

            writer.Line();
            assignments.ForEach(writer.Line);
            writer.Line($"{names.Run}.Open({names.CallerContext}, {names.CallerToken});");
            writer.Line($"return {names.Run};");
        }
    }

    private static void WriteReturnToPool(SourceWriter writer, EntryPointEmission emission)
    {
        using (writer.Block("protected override void ReturnToPool()"))
        {
            // A pooled run must not keep user objects alive. Fields that hold no reference need not be cleared.
            if (!emission.EntryPoint.IsStatic)
            {
                writer.Line("_pipeline = default!;");
            }

            if (emission.Run.NeedsScope)
            {
                writer.Line($"{emission.Fields.Scope} = default!;");
            }

            if (emission.Run.IsObserved)
            {
                writer.Line($"{emission.Fields.Events} = default;");
            }

            if (emission.Run.KeepsStreamedScope)
            {
                writer.Line("_streamedScope = default!;");
            }

            if (emission.Run.IsReadMeanwhile)
            {
                writer.Line("CloseStream();");
            }

            for (var input = 0; input < emission.EntryPoint.Inputs.Count; input++)
            {
                if (emission.Model.Types[emission.EntryPoint.Inputs[input].Type].HoldsReferences)
                {
                    writer.Line($"{emission.Fields.Input(input)} = default!;");
                }
            }

            foreach (var slot in emission.Program.ValueSlots)
            {
                if (slot.IsCleared && !IsInTask(emission, slot))
                {
                    writer.Line($"{emission.Fields.Of(slot)} = default!;");
                }
            }

            foreach (var slot in emission.Program.ControlSlots(SlotKind.Awaiter))
            {
                writer.Line($"{emission.TaskField(emission.At(slot.Place))} = default;");
            }

            foreach (var slot in emission.Program.ControlSlots(SlotKind.Attempts, SlotKind.Loop))
            {
                writer.Line($"{emission.Fields.Of(slot)} = default;");
            }

            if (emission.Shape.IsConcurrent)
            {
                writer.Line("ClearFailure();");
            }
            else if (emission.Run.ContinuesOnFailure)
            {
                writer.Line("_failures = default;");
            }

            if (emission is { Shape.IsSequential: true, Run.HasNestedRuns: true })
            {
                writer.Line("Nested = null;");
            }

            writer.Line();
            using (writer.Block("if (KeepsOneOnThread && IdleOnThread is null)"))
            {
                writer.Line("IdleOnThread = this;");
            }

            using (writer.Block("else"))
            {
                writer.Line("Pool.Return(this);");
            }
        }
    }

    private static bool IsInTask(EntryPointEmission emission, Slot slot) =>
        slot.Kind == SlotKind.Output && emission.At(slot.Place).KeepsOutputInTask;

    private static string Field(EntryPointEmission emission, string type, string name)
    {
        // A field of the struct has no initializer, because the struct is created as its default value.
        var initializer = emission.Shape.IsStraightLine ? "" : " = default!";
        return $"internal {type} {name}{initializer};";
    }

    private static string Literal(string text) =>
        Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatLiteral(text, quote: true);
}
