using Sluice.Compiler.Lower;

namespace Sluice.Generators.Emit;

/// <summary>Prints how a concurrent run records the failures of its stages.</summary>
internal static class ConcurrentFailures
{
    /// <summary>The statement that records the failure of a stage.</summary>
    public static string Fail(EntryPointEmission emission, string stage) =>
        emission.Run.FailurePath == FailurePath.Direct
            ? Record(emission, stage)
            : $"{ConcurrentGuards.Method(emission)}({stage}, exception);";

    /// <summary>The statement that records the failure if no guard handles it.</summary>
    public static string Record(EntryPointEmission emission, string stage, string exception = "exception") =>
        emission.Run.KeepsFailures ? $"Keep({stage}, {exception});"
        : emission.Run.IsObserved ? $"FailObserved({stage}, {exception});"
        : $"Fail({stage}, {exception});";

    /// <summary>Prints the methods.</summary>
    public static void Write(SourceWriter writer, EntryPointEmission emission)
    {
        if (emission.Run.IsObserved)
        {
            WriteFailObserved(writer, emission);
        }

        if (emission.Run.KeepsFailures)
        {
            WriteKeep(writer, emission);
        }
    }

    private static void WriteFailObserved(SourceWriter writer, EntryPointEmission emission)
    {
        writer.Line();
        using (writer.Block($"private void FailObserved(int stage, {Known.Exception} exception)"))
        {
            if (emission.Run.Canceller != RunCanceller.None)
            {
                writer.Line($"exception = {Known.Services}.FailedRun.Cause(exception, CancellingToken);");
            }

            writer.Line($"{writer.Var("bool")} isCancellation = IsCancellation(exception);");
            writer.Line($"{writer.Var("bool")} endsRun = TryEndWith(exception, isCancellation);");
            writer.Line($"_events.Failed({emission.ReportName}.IndexOf(stage), exception, isCancellation, endsRun);");
            writer.Line("Fail(stage, exception);");
        }
    }

    // A failure that does not end the run is kept in the slot that consumers of the stage's output read.
    private static void WriteKeep(SourceWriter writer, EntryPointEmission emission)
    {
        var steps = new StepPrinter(writer, emission, emission.Fields);
        var fail = emission.Run.IsObserved ? "FailObserved(stage, exception);" : "Fail(stage, exception);";
        writer.Line();
        using (writer.Block($"private void Keep(int stage, {Known.Exception} exception)"))
        {
            using (writer.Block("if (IsCancellation(exception))"))
            {
                writer.Line(fail);
                writer.Line("return;");
            }

            writer.Line();
            using (writer.Block("switch (stage)"))
            {
                foreach (var stage in emission.Stages.Where(stage => stage.KeepsFailure))
                {
                    writer.Line($"case {stage.Place}: // {CommentText.Of(stage.Name)}");
                    using (writer.Indent())
                    {
                        steps.Keep(
                            stage,
                            "exception",
                            "FailLater(exception);",
                            "TryEndWith(exception, isCancellation: false)"
                        );
                        writer.Line("break;");
                    }
                }

                writer.Line("default:");
                using (writer.Indent())
                {
                    writer.Line(fail);
                    writer.Line("break;");
                }
            }
        }
    }
}
