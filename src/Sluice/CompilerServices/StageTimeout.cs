using System.ComponentModel;

namespace Sluice.CompilerServices;

/// <summary>
/// A limit of time on a stage, an attempt of it, or a run: a token that is cancelled when the time is up or an outer token is
/// cancelled. Pooled.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
#pragma warning disable CA1001 // What the pool lets go of is collected: it has no timer then, and nobody has its token.
public sealed class StageTimeout
#pragma warning restore CA1001
{
    private readonly CancellationTokenSource _source = new();
    private CancellationTokenRegistration _registration;
    private ITimer? _timer;
    private volatile bool _hasElapsed;
    private CancellationToken _outer;

    private StageTimeout() { }

    /// <summary>The token.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>When the time is up, by it or by what it was started within.</summary>
    public DateTimeOffset? Deadline { get; private set; }

    /// <summary>Whether the time was up while the outer token was not cancelled.</summary>
    public bool HasElapsed => _hasElapsed && !_outer.IsCancellationRequested;

    /// <summary>Starts a limit.</summary>
    /// <param name="time">The clock.</param>
    /// <param name="limit">The limit.</param>
    /// <param name="outer">The outer token.</param>
    /// <param name="within">The limit that this one is inside of.</param>
    /// <returns>The limit. It must be ended.</returns>
    public static StageTimeout Start(
        TimeProvider time,
        TimeSpan limit,
        CancellationToken outer,
        StageTimeout? within = null
    )
    {
        ArgumentNullException.ThrowIfNull(time);
        var timeout = new StageTimeout { _outer = outer, Deadline = time.GetUtcNow() + limit };
        if (within?.Deadline < timeout.Deadline)
        {
            timeout.Deadline = within.Deadline;
        }

        timeout._registration = outer.UnsafeRegister(
            static source => ((CancellationTokenSource)source!).Cancel(),
            timeout._source
        );
        timeout._timer = time.CreateTimer(
            static state =>
            {
                var timeout = (StageTimeout)state!;
                timeout._hasElapsed = true;
                timeout._source.Cancel();
            },
            timeout,
            limit,
            Timeout.InfiniteTimeSpan
        );
        return timeout;
    }

    /// <summary>Starts a limit that ends at a moment.</summary>
    /// <param name="deadline">The moment.</param>
    /// <param name="time">The clock.</param>
    /// <param name="outer">The outer token.</param>
    /// <returns>The limit. It must be ended.</returns>
    public static StageTimeout Until(DateTimeOffset deadline, TimeProvider time, CancellationToken outer)
    {
        ArgumentNullException.ThrowIfNull(time);
        var left = deadline - time.GetUtcNow();
        return Start(time, left > TimeSpan.Zero ? left : TimeSpan.Zero, outer);
    }

    /// <summary>What a stage fails with whose time was up.</summary>
    /// <param name="stage">The name of the stage.</param>
    /// <param name="limit">The limit.</param>
    /// <param name="isTotal">Whether it is that of the whole stage.</param>
    /// <param name="exception">What the stage ended with.</param>
    /// <returns>The exception.</returns>
    public static TimeoutException Exception(string stage, TimeSpan limit, bool isTotal, Exception exception) =>
        new($"Stage '{stage}' has not ended within {limit:c}{(isTotal ? ", all attempts together" : "")}.", exception);

    /// <summary>Ends the limit. It must not be touched afterwards.</summary>
    public void End()
    {
        _timer?.Dispose();
        _registration.Dispose();
    }
}
