using Sluice.FunctionalTests.Shapes;

namespace Sluice.FunctionalTests.Observing;

internal static class ShapeRunExtensions
{
    /// <summary>Lets Load publish events, and lets Left fail or be cancelled.</summary>
    public static void MakeTrouble(this ShapeRun run, ShapeTrouble trouble, CancellationTokenSource source)
    {
        run.Script.In(
            "Load",
            context =>
            {
                context.ReportProgress(0.5);
                context.Publish("note");
            }
        );
        switch (trouble)
        {
            case ShapeTrouble.Failure:
                run.Script.FailIn("Left", new InvalidDataException("No left."));
                break;
            case ShapeTrouble.Cancellation:
                run.Token = source.Token;
                run.Script.In(
                    "Left",
                    context =>
                    {
                        source.Cancel();
                        context.CancellationToken.ThrowIfCancellationRequested();
                    }
                );
                break;
            case ShapeTrouble.None:
            default:
                break;
        }
    }

    /// <summary>
    /// The events of the run, one to a line, in the order in which the observer received them, without those of the filling stages.
    /// </summary>
    public static IReadOnlyList<string> Describe(this ShapeRun run) =>
        [
            .. run
                .Events.All.Where(runEvent => runEvent.Stage?.StartsWith("Fill", StringComparison.Ordinal) != true)
                .Select(runEvent =>
                    runEvent.Stage is { } stage ? $"{runEvent.Kind} {stage}"
                    : runEvent.Kind == RunEventKind.RunCompleted ? $"{runEvent.Kind} {runEvent.Status}"
                    : $"{runEvent.Kind}"
                ),
        ];
}
