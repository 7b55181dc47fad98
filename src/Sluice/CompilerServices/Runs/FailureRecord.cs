using System.Diagnostics;

namespace Sluice.CompilerServices;

/// <summary>
/// The failures of a run of which parts may be under way at once: the cause, which the run ends with, and those that came after it.
/// Thread-safe.
/// </summary>
/// <remarks>A mutable struct: it must be a field, and must not be copied.</remarks>
internal struct FailureRecord
{
    private Exception? _cause;
    private List<Exception>? _further;

    /// <summary>Makes an empty record.</summary>
    public FailureRecord() { }

    /// <summary>The lock of the failures after the cause. The owner may use it too.</summary>
    public object Gate { get; } = new();

    /// <summary>The exception that the run ends with, or <see langword="null"/>.</summary>
    public Exception? Cause => Volatile.Read(ref _cause);

    /// <summary>Whether the cause is a cancellation. It is known once all parts of the run have ended.</summary>
    public bool CauseIsCancellation { get; private set; }

    /// <summary>The failures after the cause, or <see langword="null"/>. To be read once all parts of the run have ended.</summary>
    public readonly List<Exception>? Further => _further;

    /// <summary>Makes an exception the cause, unless there is one.</summary>
    /// <param name="exception">The exception.</param>
    /// <param name="isCancellation">Whether it is a cancellation.</param>
    /// <returns>Whether it is the cause now.</returns>
    public bool TryEndWith(Exception exception, bool isCancellation)
    {
        if (Interlocked.CompareExchange(ref _cause, exception, null) is not null)
        {
            return false;
        }

        CauseIsCancellation = isCancellation;
        return true;
    }

    /// <summary>
    /// Records an exception: the first is the cause, failures after it are attached to it, and cancellations after it are its
    /// consequences.
    /// </summary>
    /// <param name="exception">The exception.</param>
    /// <param name="isCancellation">Whether it is a cancellation.</param>
    /// <returns>Whether it is the cause.</returns>
    public bool Add(Exception exception, bool isCancellation)
    {
        if (TryEndWith(exception, isCancellation))
        {
            return true;
        }

        if (!isCancellation)
        {
            Attach(exception);
        }

        return false;
    }

    /// <summary>Cancels what is under way. Exceptions of callbacks on the token are attached: they must not keep the run from ending.</summary>
    /// <param name="source">The source of the run's own token, or <see langword="null"/> if it has none.</param>
    public void Cancel(CancellationTokenSource? source)
    {
        Debug.Assert(_cause is not null, "Nothing has failed.");
        try
        {
            source?.Cancel();
        }
#pragma warning disable CA1031 // It is attached to the cause.
        catch (Exception thrown)
#pragma warning restore CA1031
        {
            Attach(thrown);
        }
    }

    /// <summary>Replaces the cause by a failure. To be called once all parts of the run have ended.</summary>
    /// <param name="exception">The failure.</param>
    public void Replace(Exception exception)
    {
        Debug.Assert(_cause is not null, "Nothing has failed.");
        _cause = exception;
        CauseIsCancellation = false;
    }

    /// <summary>Clears the record for the next run.</summary>
    public void Clear()
    {
        _cause = null;
        CauseIsCancellation = false;
        _further = null;
    }

    private void Attach(Exception exception)
    {
        lock (Gate)
        {
            if (!ReferenceEquals(exception, _cause))
            {
                (_further ??= []).Add(exception);
            }
        }
    }
}
