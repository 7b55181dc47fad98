namespace Sluice.Tests.Lines;

/// <summary>The events of a simulated run.</summary>
internal sealed class LineEvents(Guid runId, RunContext? context = null)
{
    private static readonly DateTimeOffset Start = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private long _number;

    public Guid RunId => runId;

    /// <summary>Creates the next event of the run from the given kind and properties.</summary>
    public RunEvent Next(RunEventKind kind, RunEvent more = default)
    {
        var number = ++_number;
        var isOfRun = kind is RunEventKind.RunStarted or RunEventKind.RunCompleted;
        return more with
        {
            Kind = kind,
            SequenceNumber = number,
            Timestamp = Start.AddSeconds(number),
            RunId = runId,
            Pipeline = "Shop",
            EntryPoint = "RunAsync",
            Context = context,
            Stage = isOfRun ? null : "Load",
            StageIndex = isOfRun ? -1 : 0,
        };
    }

    /// <summary>The events of a run with one stage, which completed.</summary>
    public RunEvent[] All() =>
        [
            Next(RunEventKind.RunStarted),
            Next(RunEventKind.StageReady),
            Next(RunEventKind.StageStarted, Made() with { Attempt = 1 }),
            Next(RunEventKind.StageCompleted, Made() with { Attempt = 1, Duration = TimeSpan.FromSeconds(1) }),
            End(),
        ];

    public RunEvent End() =>
        Next(
            RunEventKind.RunCompleted,
            Made() with
            {
                Status = RunStatus.Succeeded,
                Duration = TimeSpan.FromSeconds(4),
            }
        );

    /// <summary>An empty event.</summary>
    public static RunEvent Made() => default;
}
