using System.ComponentModel;

namespace Sluice.CompilerServices;

/// <summary>
/// Reports the events of a run to its observer. If the run is not observed, the JIT removes all of this code, because
/// the type of the observer is a constant.
/// </summary>
/// <typeparam name="TObserver">
/// The type of the observer, or <see cref="NoObserver"/> if the run is not observed.
/// </typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
#pragma warning disable CA1815 // Reporters are not compared.
public readonly struct RunEvents<TObserver>
#pragma warning restore CA1815
    where TObserver : struct, IRunObserver
{
    private readonly ObservedRun<TObserver>? _run;

    internal RunEvents(ObservedRun<TObserver> run) => _run = run;

    /// <summary>The scope of the run. Must be read only if the run has one.</summary>
    public RunScope Scope => _run!;

    /// <summary>The token by which the caller cancels the run, if the run has a scope.</summary>
    public CancellationToken CallerToken => _run is null ? default : _run.CallerToken;

    /// <summary>The exception that the observer threw, or <see langword="null"/>.</summary>
    public Exception? ObserverFailure => IsObserved ? _run!.ObserverFailure : null;

    private static bool IsObserved => typeof(TObserver) != typeof(NoObserver);

    /// <summary>Reports that all dependencies of a stage have settled.</summary>
    /// <param name="stage">The index of the stage.</param>
    public void Ready(int stage)
    {
        if (IsObserved)
        {
            _run!.Ready(stage);
        }
    }

    /// <summary>Reports that a stage is about to be called.</summary>
    /// <param name="stage">The index of the stage.</param>
    public void Started(int stage)
    {
        if (IsObserved)
        {
            _run!.Started(stage);
        }
    }

    /// <summary>Reports that a stage completed.</summary>
    /// <typeparam name="T">The type of the stage's output.</typeparam>
    /// <param name="stage">The index of the stage.</param>
    /// <param name="output">The output of the stage. Any value for an effect.</param>
    public void Completed<T>(int stage, T output)
    {
        if (IsObserved)
        {
            _run!.Completed(stage, output);
        }
    }

    /// <summary>Reports that a stage completed which may have no output.</summary>
    /// <typeparam name="T">The type of the stage's output.</typeparam>
    /// <param name="stage">The index of the stage.</param>
    /// <param name="output">The output of the stage, if it has one.</param>
    /// <param name="skipped">The reason for the skip, or <see langword="null"/> if there is an output.</param>
    public void Completed<T>(int stage, T output, string? skipped)
    {
        if (IsObserved)
        {
            if (skipped is null)
            {
                _run!.Completed(stage, output);
            }
            else
            {
                _run!.Skipped(stage, skipped, hasStarted: true);
            }
        }
    }

    /// <summary>Reports the end of a stage when the stream that it returned ends.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="stage">The index of the stage.</param>
    /// <param name="stream">The stream, if there is one.</param>
    /// <param name="skipped">The reason for the skip, or <see langword="null"/> if there is a stream.</param>
    public void Streams<T>(int stage, IAsyncEnumerable<T>? stream, string? skipped = null)
    {
        if (IsObserved)
        {
            if (skipped is null && stream is Streams.ProducedStream<T> produced)
            {
                _run!.Streams(stage, produced);
            }
            else
            {
                Completed(stage, stream, skipped);
            }
        }
    }

    /// <summary>Reports that a stage does not run. Does nothing if it does run.</summary>
    /// <param name="stage">The index of the stage.</param>
    /// <param name="reason">The reason for the skip, or <see langword="null"/> if the stage runs.</param>
    public void Decided(int stage, string? reason)
    {
        if (IsObserved && reason is not null)
        {
            _run!.Skipped(stage, reason, hasStarted: false);
        }
    }

    /// <summary>Reports that a stage failed, or was cancelled while it was under way.</summary>
    /// <param name="stage">The index of the stage, which must have started.</param>
    /// <param name="exception">The exception that the stage threw.</param>
    /// <param name="isCancellation">Whether the stage was cancelled.</param>
    /// <param name="endsRun">Whether the failure ends the run.</param>
    public void Failed(int stage, Exception exception, bool isCancellation, bool endsRun = true)
    {
        if (IsObserved)
        {
            _run!.Failed(stage, exception, isCancellation, endsRun);
        }
    }

    /// <summary>
    /// Captures the execution context of a thread that reports an event and does not continue with the run.
    /// </summary>
    /// <returns>The value to pass to <see cref="RestoreContext"/>.</returns>
    public ExecutionContext? KeepContext() => IsObserved ? ExecutionContext.Capture() : null;

    /// <summary>Reverts changes that observers made to the execution context.</summary>
    /// <param name="previous">The value that <see cref="KeepContext"/> returned.</param>
    public void RestoreContext(ExecutionContext? previous)
    {
        if (IsObserved)
        {
            CallerContext.Restore(previous);
        }
    }

    /// <summary>Ends a run that returns a result.</summary>
    /// <typeparam name="T">The type of the output.</typeparam>
    /// <param name="result">The result.</param>
    /// <returns>The same result.</returns>
    public PipelineResult<T> Close<T>(PipelineResult<T> result)
    {
        ArgumentNullException.ThrowIfNull(result);
        Close(result.Outcome.Exception, result.Outcome.Status == OutcomeStatus.Cancelled, report: result.Report);
        return result;
    }

    /// <summary>Ends the run.</summary>
    /// <param name="exception">The exception that ends the run, or <see langword="null"/>.</param>
    /// <param name="isCancellation">Whether the run was cancelled.</param>
    /// <param name="outputMayKeepContext">Whether the output may still use the context of a stage.</param>
    /// <param name="report">The report of the stages, if it is available and not yet attached to the exception.</param>
    public void Close(
        Exception? exception = null,
        bool isCancellation = false,
        bool outputMayKeepContext = false,
        RunReport? report = null
    )
    {
        if (IsObserved)
        {
            _run!.Close(exception, isCancellation, outputMayKeepContext, report);
        }
    }
}
