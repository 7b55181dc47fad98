using System.ComponentModel;

namespace Sluice.CompilerServices.Streams;

/// <summary>Keeps the scope of a run that streams until its stream has ended, and with it the run.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class StreamedScope
{
    private readonly StreamCallers _callers;
    private RunScope? _scope;

    internal StreamedScope(StreamCallers callers) => _callers = callers;

    /// <summary>What undoes the stages that have ended, where the stream fails.</summary>
    public Func<Exception, ValueTask>? Compensation { get; set; }

    /// <summary>Keeps the scope of the run.</summary>
    /// <param name="scope">The scope, or <see langword="null"/> where the run has none as nobody observes it.</param>
    public void Open(RunScope? scope)
    {
        _scope = scope;
        scope?.Stream(_callers);
    }

    /// <summary>The token by which the run is cancelled: of its entry point, or of who reads the stream.</summary>
    internal CancellationToken CallerToken => _callers.Cancelling;

    /// <summary>Adds what failed after the stream had.</summary>
    /// <param name="exception">What the stream failed with.</param>
    /// <param name="failure">What failed then.</param>
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

    /// <summary>Makes of a cancellation that the deadline is the cause of what it is.</summary>
    internal Exception Cause(Exception exception) => _scope?.Cause(exception) ?? exception;

    /// <summary>Ends the run: undoes what has to be undone and calls what stages have registered.</summary>
    /// <param name="exception">What the stream failed with, or <see langword="null"/>.</param>
    /// <returns>What the run ends with: the same, or what a clean-up failed with.</returns>
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
