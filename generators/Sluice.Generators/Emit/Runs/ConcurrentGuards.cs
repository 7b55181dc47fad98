using Sluice.Compiler.Lower;

namespace Sluice.Generators.Emit;

/// <summary>Prints how guards of a concurrent run repeat stages: the joins of these stages are counted down again.</summary>
internal static class ConcurrentGuards
{
    /// <summary>The method that records the failure of a stage if a stage is a guard.</summary>
    public static string Method(EntryPointEmission emission) =>
        emission.Run.FailurePath == FailurePath.UnlessRepeated ? "FailUnlessRepeated" : "FailGuarded";

    /// <summary>
    /// Prints that method if a stage is a guard. A guard that repeats stages releases the first of them instead of failing. If there is
    /// no exception, the guard has returned <see langword="false"/>.
    /// </summary>
    public static void WriteMethod(SourceWriter writer, EntryPointEmission emission)
    {
        if (emission.Run.FailurePath == FailurePath.Direct)
        {
            return;
        }

        writer.Line();
        var repeats = emission.Run.FailurePath == FailurePath.UnlessRepeated;
        using (
            writer.Block(
                $"private void {Method(emission)}(int stage, {Known.Exception}{(repeats ? "?" : "")} exception)"
            )
        )
        {
            using (writer.Block($"if ({(repeats ? "exception is null || " : "")}!IsCancellation(exception))"))
            {
                if (repeats)
                {
                    // A run that goes on after failures goes on with its guards, too.
                    var hasFailed = emission.Run.ContinuesOnFailure ? "" : "HasFailed || ";
                    writer.Line($"{writer.Var("bool")} isOver = {hasFailed}CallerToken.IsCancellationRequested;");
                }

                using (writer.Block("switch (stage)"))
                {
                    foreach (var stage in emission.Stages.Where(stage => stage.Refuses || stage.Rounds is not null))
                    {
                        WriteCase(writer, emission, stage);
                    }
                }
            }

            writer.Line();
            writer.Line(ConcurrentFailures.Record(emission, "stage", repeats ? "exception!" : "exception"));
        }
    }

    private static void WriteCase(SourceWriter writer, EntryPointEmission emission, LoweredStage stage)
    {
        writer.Line($"case {stage.Place}: // {CommentText.Of(stage.Name)}");
        using (writer.Indent())
        {
            if (stage.Refuses)
            {
                GuardStatements.WriteRefusal(writer, stage, "exception");
                writer.Line("break;");
                return;
            }

            var statements = new GuardStatements(writer, emission, emission.Fields);
            writer.Line($"{emission.Field(stage.Place, SlotKind.Attempts)}.Refuse(exception);");
            using (writer.Block($"if ({statements.Failure(stage, "isOver")} is {{ }} failure{stage.Place})"))
            {
                writer.Line($"exception = failure{stage.Place};");
                writer.Line("break;");
            }

            writer.Line();
            statements.Prepare(stage);
            writer.Line($"{emission.Field(stage.Place, SlotKind.Repeats)} = true;");
            writer.Line("return;");
        }
    }

    /// <summary>
    /// Prints how a guard that has not passed, or a decision of a loop, releases the first of the stages that run again.
    /// </summary>
    public static void WriteNextRound(SourceWriter writer, EntryPointEmission emission, LoweredStage stage)
    {
        var repeats = emission.Field(stage.Place, SlotKind.Repeats);
        var (joins, starts) = stage.Loop is { } loop
            ? (loop.Joins, loop.Starts)
            : (stage.Rounds!.Joins, [stage.Rounds.Retried]);
        using (writer.Block($"if ({repeats})"))
        {
            writer.Line($"{repeats} = false;");
            foreach (var join in joins)
            {
                writer.Line($"{emission.Field(join.Place, SlotKind.Waiting)} = {join.Count};");
            }

            foreach (var start in starts)
            {
                if (emission.Run.IsObserved)
                {
                    writer.Line(StepPrinter.Ready(emission.Fields, emission.At(start)));
                }

                writer.Line($"ready.Add({start});");
            }

            writer.Line("break;");
        }

        writer.Line();
    }
}
