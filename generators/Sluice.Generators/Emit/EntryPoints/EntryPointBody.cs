using Sluice.Compiler.Lower;
using Sluice.Compiler.Model;

namespace Sluice.Generators.Emit;

/// <summary>Writes the body of an entry point: the code that runs on the caller's stack.</summary>
internal static class EntryPointBody
{
    /// <summary>The label of the code that returns a task.</summary>
    public const string ReturnTaskLabel = "ReturnTask";

    /// <summary>The label of the code that moves a run into its object.</summary>
    public const string SuspendLabel = "Suspend";

    // If a run starts in its run object, or its stages are cut into segments, the body of the entry point calls no stage.
    private static void WriteSuppressions(SourceWriter writer, EntryPointEmission emission)
    {
        if (emission.Shape.CallsStagesOnStack)
        {
            RequirementSuppressions.WriteForStages(writer, emission);
        }
    }

    /// <summary>Writes the method.</summary>
    public static void Write(SourceWriter writer, EntryPointEmission emission)
    {
        writer.Line();
        EntryPointDocumentation.Write(writer, emission);
        writer.Line(GeneratedCode.Attribute);
        writer.Line($"[{Known.Services}.GeneratedEntryPoint]");
        if (!emission.Run.IsStreamed && !emission.Model.HasTelemetry)
        {
            WriteSuppressions(writer, emission);
        }

        var signature = emission.EntryPoint.Signature;
        if (emission.Run.IsStreamed)
        {
            StreamedEntryPoint.Write(writer, emission);
            writer.Line();
            writer.Line(GeneratedCode.Attribute);
            WriteSuppressions(writer, emission);
            signature = StreamedEntryPoint.RunSignature(emission);
        }

        if (emission.Model.HasTelemetry)
        {
            using (writer.Block(signature))
            {
                if (!emission.Run.IsStreamed)
                {
                    WriteRefusals(writer, emission);
                }

                ObservedEntryPoint.WriteChoice(writer, emission);
            }

            writer.Line();
            writer.Line(GeneratedCode.Attribute);
            WriteSuppressions(writer, emission);
            signature = ObservedEntryPoint.Signature(emission);
        }

        using (writer.Block(signature))
        {
            if (!emission.Model.HasTelemetry && !emission.Run.IsStreamed)
            {
                WriteRefusals(writer, emission);
            }

            WriteRouteChecks(writer, emission);
            writer.Line("// Whatever stages do to the execution context, the caller's stays as it was.");
            writer.Line(
                $"{writer.Var(Known.ExecutionContext + "?")} {emission.Names.CallerContext} = {Known.ExecutionContext}.Capture();"
            );
            ScopeStatements.WriteOpening(writer, emission);
            if (emission.EntryPoint.Return == ReturnShape.Synchronous)
            {
                WriteSynchronous(writer, emission);
            }
            else if (emission.Shape.StartsInObject)
            {
                writer.Line($"{writer.Var(emission.ReturnType)} {emission.Names.Task} = {Rent(emission)}.Begin();");
                WriteReturnTask(writer, emission);
            }
            else
            {
                WriteAsynchronous(writer, emission);
            }
        }
    }

    /// <summary>Writes the null checks of inputs that, by the user's declaration, are not null when the method returns.</summary>
    public static void WriteRefusals(SourceWriter writer, EntryPointEmission emission)
    {
        foreach (var input in emission.EntryPoint.Inputs.Where(input => input.RefusesNull))
        {
            writer.Line(
                $"global::System.ArgumentNullException.ThrowIfNull({Identifiers.Escape(input.Name)}, {Literal(input.Name)});"
            );
        }
    }

    // The compiler proves only for named values, and for known classes, that the branches cover them. Another value is refused at run time.
    private static void WriteRouteChecks(SourceWriter writer, EntryPointEmission emission)
    {
        var values = new TakenValues(emission, emission.Locals);
        foreach (var route in emission.Program.RouteInputs)
        {
            var input = new InputValue(route.Input);
            var value = values.Value(input, emission.TypeOf(input));
            var isThere = values.Skipped(input) is { } skipped ? $"{skipped} is null && " : "";
            using (writer.Block($"if ({isThere}{RouteCheckText.Fails(route.Check, value)})"))
            {
                var name = Literal(emission.EntryPoint.Inputs[route.Input].Name);
                writer.Line(RouteCheckText.Throw(route.Check, "OfInput", name, value));
            }

            writer.Line();
        }
    }

    private static void WriteSynchronous(SourceWriter writer, EntryPointEmission emission)
    {
        var names = emission.Names;
        var values = WriteDeclarations(writer, emission);
        using (writer.Block("try"))
        {
            WriteStages(writer, emission);
            EntryPointEnd.WriteSynchronousResult(writer, emission, values);
        }

        using (writer.Block($"catch ({Known.Exception} {names.Exception})"))
        {
            RunReports.WriteOfFailure(writer, emission);
            if (emission.Run.ContinuesOnFailure && !emission.Run.Measures)
            {
                EntryPointEnd.WriteSynchronousFailure(writer, emission, values);
                writer.Line($"{RunReports.FailuresOf(emission)}.ThrowFirst();");
                writer.Line("throw;");
            }
            else if (emission.Run.Measures)
            {
                var result =
                    $"{Known.Services}.FailedRun.AsResult<{emission.EntryPoint.OutputTypeName}>({names.Exception}, {names.Report}, {emission.Locals.Token})";
                EntryPointEnd.WriteCompensation(writer, emission, values);
                writer.Line($"return {EntryPointEnd.SynchronousResult(emission, result)};");
            }
            else
            {
                EntryPointEnd.WriteSynchronousFailure(writer, emission, values);
                writer.Line("throw;");
            }
        }

        using (writer.Block("finally"))
        {
            writer.Line(RestoreContext(emission));
        }
    }

    // The task is created outside the try block. Inside it, the JIT would write the task to memory field by field and read it back in
    // larger units. That costs more than the rest of the method.
    private static void WriteAsynchronous(SourceWriter writer, EntryPointEmission emission)
    {
        var names = emission.Names;
        if (!emission.Run.Measures)
        {
            writer.Line($"{emission.ReturnType} {names.Task};");
        }

        if (emission.Run.HasOutput)
        {
            writer.Line($"{emission.ResultType} {names.Result};");
        }

        if (emission.Shape.Suspensions.Count > 0)
        {
            writer.Line($"{emission.TypeReference} {names.Run};");
            writer.Line($"int {names.Stage};");
        }

        var values = WriteDeclarations(writer, emission);
        using (writer.Block("try"))
        {
            WriteStages(writer, emission);
            if (emission.Run.HasOutput)
            {
                writer.Line($"{names.Result} = {EntryPointEnd.Result(emission, values)};");
            }
        }

        using (writer.Block($"catch ({Known.Exception} {names.Exception})"))
        {
            RunReports.WriteOfFailure(writer, emission);
            if (emission.Run.Measures)
            {
                writer.Line(
                    $"{names.Result} = {Known.Services}.FailedRun.AsResult<{emission.EntryPoint.OutputTypeName}>({names.Exception}, {names.Report}, {emission.Locals.Token});"
                );
            }
            else
            {
                if (emission.Run.IsClosed && !emission.Run.NeedsScope)
                {
                    writer.Line(EntryPointEnd.CloseFailed(emission));
                }

                writer.Line($"{names.Task} = {EntryPointEnd.Failed(emission)};");
                writer.Line($"goto {ReturnTaskLabel};");
            }
        }

        writer.Line();
        writer.Line(RestoreContext(emission));
        if (emission.Run.IsClosed && !emission.Run.NeedsScope && !emission.Run.IsStreamed)
        {
            writer.Line(
                emission.Run.Measures
                    ? ScopeStatements.Close(
                        emission,
                        emission.Locals,
                        $"{names.Result}.Outcome.Exception",
                        $"{names.Result}.Outcome.Status == global::Sluice.OutcomeStatus.Cancelled",
                        $"{names.Result}.Report"
                    )
                    : ScopeStatements.Close(emission, emission.Locals, "null", "false")
            );
        }

        var endsInScope = emission.Run.NeedsScope && !emission.Run.IsStreamed;
        writer.Line(
            $"return {(endsInScope ? EntryPointEnd.CompletedInScope(emission) : EntryPointEnd.Completed(emission))};"
        );
        if (emission.Run.Measures)
        {
            return;
        }

        if (emission.Shape.Suspensions.Count > 0)
        {
            WriteSuspension(writer, emission);
        }

        writer.Line();
        writer.Line($"{ReturnTaskLabel}:");
        WriteReturnTask(writer, emission);
    }

    // Moves the values that exist so far into the run object. The code is the same for each suspension, because a missing value is null
    // or 0.
    private static void WriteSuspension(SourceWriter writer, EntryPointEmission emission)
    {
        var names = emission.Names;
        writer.Line();
        writer.Line($"{SuspendLabel}:");
        foreach (var slot in emission.Program.ValueSlots)
        {
            writer.Line($"{names.Run}.{emission.Fields.Of(slot)} = {emission.Locals.Of(slot)};");
        }

        var at = emission.Shape.IsSequential ? $", {names.At}" : "";
        writer.Line($"{names.Task} = {names.Run}.Suspend({names.Stage}{at});");
    }

    // The catch block reads these locals for the report of a failure, so they are declared outside the try block.
    private static Frame WriteDeclarations(SourceWriter writer, EntryPointEmission emission)
    {
        if (emission.Shape.IsSegmented)
        {
            return SegmentedValues.WriteDeclaration(writer, emission);
        }

        writer.Line($"{writer.Var("int")} {emission.Names.At} = {Known.NothingStarted};");
        if (emission.Run.ContinuesOnFailure)
        {
            writer.Line(
                $"{writer.Var(Known.Services + ".StageFailures")} {emission.Names.Failures} = default({Known.Services}.StageFailures);"
            );
        }

        foreach (var slot in emission.Program.ControlSlots(SlotKind.Attempts, SlotKind.Loop))
        {
            var type = SlotText.TypeOf(emission, slot);
            writer.Line($"{writer.Var(type)} {emission.Locals.Of(slot)} = default({type});");
        }

        foreach (var slot in emission.Program.ValueSlots)
        {
            writer.Line($"{SlotText.TypeOf(emission, slot)} {emission.Locals.Of(slot)} = default!;");
        }

        return emission.Locals;
    }

    private static void WriteStages(SourceWriter writer, EntryPointEmission emission)
    {
        if (emission.Shape.IsSegmented)
        {
            SegmentedValues.WriteUse(writer, emission);
        }
        else
        {
            var stages = new OrderedStages(
                writer,
                emission,
                emission.Locals,
                emission.Names.At,
                emission.Names.Failures
            );
            foreach (var stage in emission.Program.Schedule)
            {
                stages.Write(stage);
            }
        }

        // From here on, only a clean-up can fail. Its failure must not count as a failure of the stage that started last.
        if (emission.Run.MarksEnd)
        {
            var at = emission.Shape.IsSegmented ? $"{emission.Names.Values}._at" : emission.Names.At;
            writer.Line($"{at} = {emission.Stages.Count};");
        }

        if (emission.Run.ContinuesOnFailure)
        {
            writer.Line($"{RunReports.FailuresOf(emission)}.ThrowFirst();");
        }
    }

    private static void WriteReturnTask(SourceWriter writer, EntryPointEmission emission)
    {
        writer.Line(RestoreContext(emission));
        writer.Line($"return {emission.Names.Task};");
    }

    private static string RestoreContext(EntryPointEmission emission) =>
        $"{Known.Services}.CallerContext.Restore({emission.Names.CallerContext});";

    /// <summary>The expression that rents a run object with the inputs and the context of the run.</summary>
    public static string Rent(EntryPointEmission emission)
    {
        var arguments = new List<string>();
        if (!emission.EntryPoint.IsStatic)
        {
            arguments.Add("this");
        }

        arguments.AddRange(Enumerable.Range(0, emission.EntryPoint.Inputs.Count).Select(emission.Locals.Input));
        arguments.AddRange(ScopeStatements.Parameters(emission).Select(parameter => parameter.Name));

        arguments.Add(emission.Names.CallerContext);
        arguments.Add(emission.Locals.Token);
        return $"{emission.TypeReference}.Rent({string.Join(", ", arguments)})";
    }

    private static string Literal(string text) =>
        Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatLiteral(text, quote: true);
}
