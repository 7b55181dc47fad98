using System.ComponentModel;

namespace Sluice.CompilerServices;

/// <summary>
/// Tells the observer of a run what happens in it. Of a run that nobody observes the JIT leaves nothing: its observer's type is a
/// constant.
/// </summary>
/// <typeparam name="TObserver">The type of the observer; <see cref="NoObserver"/> where nobody observes this run.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
#pragma warning disable CA1815 // Nobody compares two of them.
public readonly struct RunEvents<TObserver>
#pragma warning restore CA1815
    where TObserver : struct, IRunObserver
{
    private readonly ObservedRun<TObserver>? _run;

    internal RunEvents(ObservedRun<TObserver> run) => _run = run;

    /// <summary>The scope of the run, where it has one.</summary>
    public RunScope Scope => _run!;

    /// <summary>The token that the caller cancels the run with, where somebody observes the run.</summary>
    public CancellationToken CallerToken => _run is null ? default : _run.CallerToken;

    /// <summary>What the observer threw, or <see langword="null"/>.</summary>
    public Exception? ObserverFailure => IsObserved ? _run!.ObserverFailure : null;

    private static bool IsObserved => typeof(TObserver) != typeof(NoObserver);

    /// <summary>Says that what a stage waits for has settled.</summary>
    /// <param name="stage">The stage's index.</param>
    public void Ready(int stage)
    {
        if (IsObserved)
        {
            _run!.Ready(stage);
        }
    }

    /// <summary>Says that a stage is about to be called.</summary>
    /// <param name="stage">The stage's index.</param>
    public void Started(int stage)
    {
        if (IsObserved)
        {
            _run!.Started(stage);
        }
    }

    /// <summary>Says that a stage ended well.</summary>
    /// <typeparam name="T">The type of its output.</typeparam>
    /// <param name="stage">The stage's index.</param>
    /// <param name="output">Its output; for an effect, anything.</param>
    public void Completed<T>(int stage, T output)
    {
        if (IsObserved)
        {
            _run!.Completed(stage, output);
        }
    }

    /// <summary>Says that a stage that may have nothing has ended.</summary>
    /// <typeparam name="T">The type of its output.</typeparam>
    /// <param name="stage">The stage's index.</param>
    /// <param name="output">Its output, where it has one.</param>
    /// <param name="skipped">Why it has none, or <see langword="null"/>.</param>
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

    /// <summary>Has it said when the stream that a stage returned has ended, and with it the stage.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="stage">The stage's index.</param>
    /// <param name="stream">The stream, where there is one.</param>
    /// <param name="skipped">Why there is none, or <see langword="null"/>.</param>
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

    /// <summary>Says, where a stage does not run, that it does not.</summary>
    /// <param name="stage">The stage's index.</param>
    /// <param name="reason">Why, or <see langword="null"/> where it runs.</param>
    public void Decided(int stage, string? reason)
    {
        if (IsObserved && reason is not null)
        {
            _run!.Skipped(stage, reason, hasStarted: false);
        }
    }

    /// <summary>Says that a stage failed, or was cancelled while it was under way.</summary>
    /// <param name="stage">The stage's index. Of a run that ended before a stage started there is nothing to say.</param>
    /// <param name="exception">What it threw.</param>
    /// <param name="isCancellation">Whether it was cancelled.</param>
    /// <param name="endsRun">Whether the run ends with it.</param>
    public void Failed(int stage, Exception exception, bool isCancellation, bool endsRun = true)
    {
        if (IsObserved)
        {
            _run!.Failed(stage, exception, isCancellation, endsRun);
        }
    }

    /// <summary>Keeps the execution context of a thread that tells of a stage and does not go on with the run.</summary>
    /// <returns>What <see cref="RestoreContext"/> takes.</returns>
    public ExecutionContext? KeepContext() => IsObserved ? ExecutionContext.Capture() : null;

    /// <summary>Undoes what observers have done to the execution context.</summary>
    /// <param name="previous">What <see cref="KeepContext"/> gave.</param>
    public void RestoreContext(ExecutionContext? previous)
    {
        if (IsObserved)
        {
            CallerContext.Restore(previous);
        }
    }

    /// <summary>Ends a run that gives a result.</summary>
    /// <typeparam name="T">The type of the output.</typeparam>
    /// <param name="result">The result.</param>
    /// <returns>The same.</returns>
    public PipelineResult<T> Close<T>(PipelineResult<T> result)
    {
        ArgumentNullException.ThrowIfNull(result);
        Close(result.Outcome.Exception, result.Outcome.Status == OutcomeStatus.Cancelled, report: result.Report);
        return result;
    }

    /// <summary>Ends the run.</summary>
    /// <param name="exception">What the run ended with, or <see langword="null"/>.</param>
    /// <param name="isCancellation">Whether it was cancelled.</param>
    /// <param name="outputMayKeepContext">Whether the output could still use a stage's context.</param>
    /// <param name="report">What became of the stages, where it is at hand and not kept beside the exception yet.</param>
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
