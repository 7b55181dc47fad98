using System.Collections.Concurrent;

namespace Sluice.Tests.Sinks;

/// <summary>Records the batches of its calls, and completes a call only when the test allows it.</summary>
#pragma warning disable CA1001 // The semaphores hold no unmanaged resources.
internal sealed class TestConsumer
#pragma warning restore CA1001
{
    private readonly SemaphoreSlim _allowed = new(0);
    private readonly SemaphoreSlim _called = new(0);
    private readonly ConcurrentQueue<Taken> _batches = new();

    /// <summary>Returns the exception to throw for a call, by its number from 1, or <see langword="null"/>.</summary>
    public Func<int, Exception?> Failure { get; init; } = static _ => null;

    /// <summary>The batches of all calls, including calls that failed.</summary>
    public IReadOnlyList<Taken> Batches => [.. _batches];

    /// <summary>The numbers of the events in all batches.</summary>
    public IReadOnlyList<long> Numbers => [.. _batches.SelectMany(batch => batch.Numbers)];

    public ValueTask ConsumeAsync(SinkBatch batch, CancellationToken cancellationToken)
    {
        var numbers = batch.Events.ToArray().Select(runEvent => runEvent.SequenceNumber).ToArray();
        _batches.Enqueue(new Taken(numbers, batch.Dropped, batch.Lost, batch.Attempt));
        var call = _batches.Count;
        _called.Release();
        if (!_allowed.Wait(TimeSpan.FromSeconds(30), cancellationToken))
        {
            throw new TimeoutException("The consumer may not go on.");
        }

        return Failure(call) is { } failure ? throw failure : ValueTask.CompletedTask;
    }

    /// <summary>Allows the given number of calls to complete.</summary>
    public void Allow(int batches) => _allowed.Release(batches);

    /// <summary>Allows all calls to complete.</summary>
    public void AllowAll() => Allow(1_000_000);

    /// <summary>Waits for the next call.</summary>
    public Task CalledAsync() => _called.WaitAsync().OrHang();

    internal sealed record Taken(IReadOnlyList<long> Numbers, long Dropped, long Lost, int Attempt);
}
