using System.ComponentModel;

namespace Sluice.CompilerServices.Streams;

/// <summary>Keeps the scope of a run until its stream, and with it the run, has ended.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class StreamedScope
{
    private readonly StreamCallers _callers;
    private RunScope? _scope;

    internal StreamedScope(StreamCallers callers) => _callers = callers;

    /// <summary>The function that compensates the completed stages if the stream fails.</summary>
    public Func<Exception, ValueTask>? Compensation { get; set; }

    /// <summary>Stores the scope of the run.</summary>
    /// <param name="scope">The scope, or <see langword="null"/> if the run has none because it is not observed.</param>
    public void Open(RunScope? scope)
    {
        _scope = scope;
        scope?.Stream(_callers);
    }

    /// <summary>The token that cancels the run: that of its entry point or that of the reader.</summary>
    internal CancellationToken CallerToken => _callers.Cancelling;

    /// <summary>Adds a failure that occurred after the stream had failed.</summary>
    /// <param name="exception">The failure of the stream.</param>
    /// <param name="failure">The later failure.</param>
    internal void AddFailure(Exception exception, Exception failure)
    {
        if (_scope is { } scope)
        {
            scope.AddFailure(failure);
        }
        else
        {
            RunFailure.Attach(exception, report: null, [failure]);
        }
    }

    /// <summary>
    /// Returns the actual cause of an exception: the timeout if a cancellation was caused by the deadline, or the
    /// exception itself.
    /// </summary>
    internal Exception Cause(Exception exception) => _scope?.Cause(exception) ?? exception;

    /// <summary>Ends the run: compensates stages if needed, and calls the registered clean-ups.</summary>
    /// <param name="exception">The failure of the stream, or <see langword="null"/>.</param>
    /// <returns>
    /// The exception that ends the run: that of the stream or of a clean-up, or <see langword="null"/>.
    /// </returns>
    internal async ValueTask<Exception?> EndAsync(Exception? exception)
    {
        if (_scope is not { } scope)
        {
            return exception;
        }

        await UndoAsync(exception).ConfigureAwait(false);
        var result = await scope.CleanUpAsync(exception).ConfigureAwait(false);
        if (exception is null)
        {
            await UndoAsync(result).ConfigureAwait(false);
            result = await scope.CleanUpAsync(result).ConfigureAwait(false);
        }

        scope.Close(result, result is not null && FailedRun.IsCancellation(result, CallerToken));
        return result;
    }

    private ValueTask UndoAsync(Exception? exception) =>
        exception is null || Compensation is null ? default : Compensation(exception);
}
