using Sluice.Compiler.Lower;

namespace Sluice.Generators.Emit;

/// <summary>
/// Writes the run object of a sequential plan: a state machine with a step for each place at which the run can be suspended.
/// </summary>
internal static class SequentialRunClass
{
    /// <summary>Writes the class.</summary>
    public static void Write(SourceWriter writer, EntryPointEmission emission) =>
        RunClass.Write(
            writer,
            emission,
            $"SequentialRun<{emission.ResultType}>",
            () => WriteFields(writer, emission),
            () => WriteExecution(writer, emission)
        );

    private static void WriteFields(SourceWriter writer, EntryPointEmission emission)
    {
        writer.Line("private int _step;");
        writer.Line("private int _at;");
        foreach (var slot in emission.Program.ControlSlots(SlotKind.Loop))
        {
            writer.Line($"private {SlotText.TypeOf(emission, slot)} {emission.Fields.Of(slot)};");
        }

        if (emission.Run.ContinuesOnFailure)
        {
            writer.Line($"private {Known.Services}.StageFailures _failures;");
        }

        if (emission.Shape.IsSegmented)
        {
            writer.Line("private int _segment;");
        }
    }

    private static void WriteExecution(SourceWriter writer, EntryPointEmission emission)
    {
        var segments = emission.Shape.Segments;
        WriteStart(writer, emission);
        writer.Line();
        using (writer.Block("protected override void Advance()"))
        {
            using (writer.Block("try"))
            {
                for (var segment = 0; segment < segments.Count; segment++)
                {
                    using (
                        writer.Block(
                            segments.Count == 1
                                ? "if (!TryAdvance())"
                                : $"if (_segment == {segment} && !TryAdvance{segment}())"
                        )
                    )
                    {
                        writer.Line("return;");
                    }

                    writer.Line();
                    if (segment < segments.Count - 1)
                    {
                        using (writer.Block($"if (_segment == {segment})"))
                        {
                            writer.Line($"_segment = {segment + 1};");
                            writer.Line($"_step = {SequentialSteps.Start};");
                        }

                        writer.Line();
                    }
                }

                if (emission.Run.ContinuesOnFailure)
                {
                    writer.Line($"_at = {emission.Stages.Count};");
                    writer.Line("_failures.ThrowFirst();");
                }
            }

            using (writer.Block($"catch ({Known.Exception} exception)"))
            {
                if (emission.Run.HasNestedRuns)
                {
                    writer.Line($"Nested = {Known.Services}.FailedRun.Nested(exception);");
                }

                if (emission.CancellingToken(emission.Fields) is { } token)
                {
                    writer.Line($"exception = {Known.Services}.FailedRun.Cause(exception, {token});");
                }

                if (emission.Run.IsClosed)
                {
                    writer.Line("Stop(exception);");
                }
                else
                {
                    WriteFailure(writer, emission);
                }

                writer.Line("return;");
            }

            writer.Line();
            if (emission.Run.IsClosed)
            {
                writer.Line($"_at = {emission.Stages.Count};");
                writer.Line("Stop(null);");
            }
            else
            {
                if (emission.Run.Measures)
                {
                    writer.Line($"_at = {emission.Stages.Count};");
                }

                WriteSuccess(writer, emission);
            }
        }

        if (emission.Run.IsClosed)
        {
            WriteStop(writer, emission);
        }

        RunReports.WriteMethod(
            writer,
            emission,
            $"private global::Sluice.RunReport Report({Known.Exception}? exception)",
            stage => RunReports.EndInOrder(stage, "_at", "exception", "CallerToken", "Nested"),
            "exception",
            emission.Fields
        );

        for (var segment = 0; segment < segments.Count; segment++)
        {
            writer.Line();
            writer.Line(
                "// False where the run is suspended: then another thread may have it already, and nothing of it may be touched."
            );
            using (writer.Block($"private bool TryAdvance{(segments.Count == 1 ? "" : segment)}()"))
            {
                new SequentialSteps(writer, emission, segments[segment]).Write();
            }
        }
    }

    private static void WriteSuccess(SourceWriter writer, EntryPointEmission emission)
    {
        if (!emission.Run.IsClosed)
        {
            writer.Line(
                emission.Run.Measures
                    ? $"Complete(new {emission.ResultType}({emission.Outcome(emission.Fields)}, Report(null)));"
                    : $"Complete({emission.Output(emission.Fields)});"
            );
            return;
        }

        // The result is created before the scope closes, because the report reads the scope. It completes the run last, because the
        // caller may continue at once.
        var result = emission.Run.Measures
            ? $"new {emission.ResultType}({emission.Outcome(emission.Fields)}, Report(null))"
            : emission.Output(emission.Fields);
        writer.Line($"{writer.Var(emission.ResultType)} result = {result};");
        ScopeStatements.WriteClose(writer, emission, emission.Fields, emission.Run.Measures ? "result.Report" : null);
        writer.Line("Complete(result);");
    }

    // Writes the method that ends a run with a scope or an observer. Clean-ups that stages have registered are called and awaited
    // first.
    private static void WriteStop(SourceWriter writer, EntryPointEmission emission)
    {
        writer.Line();
        using (writer.Block($"private void Stop({Known.Exception}? exception)"))
        {
            if (emission.Run.IsObserved && emission.Stages.Count > 0)
            {
                using (writer.Block($"if (exception is not null && _at is >= 0 and < {emission.Stages.Count})"))
                {
                    writer.Line(
                        $"_events.Failed(_at, exception, {Known.Services}.FailedRun.IsCancellation(exception, CallerToken));"
                    );
                }

                writer.Line();
            }

            if (emission.Run.HasDeadline)
            {
                using (writer.Block("if (exception is not null)"))
                {
                    writer.Line("exception = _scope.Cause(exception);");
                }

                writer.Line();
            }

            CleanUpStatements.Write(writer, emission, "exception");
            writer.Line("Ended(exception);");
        }

        writer.Line();
        using (writer.Block($"protected override void Ended({Known.Exception}? exception)"))
        {
            CleanUpStatements.WriteCompensation(writer, emission, "exception");
            using (writer.Block("if (exception is null)"))
            {
                WriteSuccess(writer, emission);
                writer.Line("return;");
            }

            writer.Line();
            WriteFailure(writer, emission);
        }
    }

    private static void WriteFailure(SourceWriter writer, EntryPointEmission emission)
    {
        var failures = emission.Run.ContinuesOnFailure ? ", _failures" : "";
        var thrown = emission.Run.HasDeadline ? "_scope.Thrown(exception)" : "exception";
        if (emission.Run.IsClosed && !emission.Run.Measures)
        {
            writer.Line($"{writer.Var(Known.RunReport)} report = Report({thrown});");
            if (emission.Run.ContinuesOnFailure)
            {
                writer.Line("exception = _failures.FirstOr(exception);");
            }

            WriteCloseFailed(writer, emission);
            writer.Line($"Fail(exception, report{failures});");
        }
        else if (emission.Run.Measures)
        {
            writer.Line($"{writer.Var(Known.RunReport)} report = Report({thrown});");
            if (emission.Run.ContinuesOnFailure)
            {
                writer.Line("exception = _failures.FirstOr(exception);");
            }

            writer.Line($"Attach(exception, report{failures});");
            if (emission.Run.IsClosed)
            {
                WriteCloseFailed(writer, emission);
            }

            writer.Line(
                $"Complete({Known.Services}.FailedRun.AsResult<{emission.EntryPoint.OutputTypeName}>(exception, report, CallerToken));"
            );
        }
        else
        {
            writer.Line($"Fail(exception, Report({thrown}){failures});");
        }
    }

    private static void WriteCloseFailed(SourceWriter writer, EntryPointEmission emission) =>
        writer.Line(
            ScopeStatements.Close(
                emission,
                emission.Fields,
                "exception",
                $"{Known.Services}.FailedRun.IsCancellation(exception, CallerToken)",
                "report"
            )
        );

    private static void WriteStart(SourceWriter writer, EntryPointEmission emission)
    {
        if (emission.Shape.StartsInObject)
        {
            using (writer.Block($"internal {emission.RunTaskType} Begin()"))
            {
                writer.Line($"{writer.Var(emission.RunTaskType)} task = {emission.RunTask};");
                writer.Line($"_step = {SequentialSteps.Start};");
                writer.Line($"_at = {Known.NothingStarted};");
                if (emission.Shape.IsSegmented)
                {
                    writer.Line("_segment = 0;");
                }

                writer.Line("Advance();");
                writer.Line("return task;");
            }
        }
        else
        {
            using (writer.Block($"internal {emission.RunTaskType} Suspend(int step, int at)"))
            {
                writer.Line($"{writer.Var(emission.RunTaskType)} task = {emission.RunTask};");
                writer.Line($"_step = {SequentialSteps.UnderWay(0)} - step;");
                writer.Line("_at = at;");
                writer.Line("Advance();");
                writer.Line("return task;");
            }
        }
    }
}
