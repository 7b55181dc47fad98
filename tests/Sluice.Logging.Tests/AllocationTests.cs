using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Sluice.Logging.Tests;

[Collection(nameof(AllocationGroup))]
public sealed class AllocationTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_logger_that_is_off_costs_no_byte_whatever_happens(bool includeContext)
    {
        var observer = new LoggingObserver(NullLogger.Instance, includeContext);
        var events = Enum.GetValues<RunEventKind>()
            .SelectMany(kind =>
                Enum.GetValues<RunStatus>()
                    .Select(status => new RunEvent
                    {
                        Kind = kind,
                        SequenceNumber = 1,
                        Timestamp = default,
                        RunId = Guid.NewGuid(),
                        Pipeline = "Shop",
                        EntryPoint = "RunAsync",
                        Context = new RunContext { UserId = "ada" },
                        Stage = kind is RunEventKind.RunStarted or RunEventKind.RunCompleted ? null : "Load",
                        Attempt = 1,
                        Duration = TimeSpan.FromSeconds(1),
                        Error = new InvalidDataException(),
                        Progress = 0.5,
                        Status = status,
                    })
            )
            .ToArray();

        Assert.Equal(
            0,
            Allocations.OnThisThread(() =>
            {
                foreach (ref var runEvent in events.AsSpan())
                {
                    observer.Observe(in runEvent);
                }
            })
        );
        Assert.False(NullLogger.Instance.IsEnabled(LogLevel.Critical));
    }
}
