using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace Sluice.CompilerServices;

/// <summary>
/// The callbacks and disposable values that a run cleans up when it ends, and the stages that it compensates if it fails. Thread-safe
/// while the run lasts.
/// </summary>
/// <remarks>
/// A stage may keep its context beyond the run, when the scope serves another. So each context has the number of its use of the scope,
/// which is checked under the lock under which the use ends.
/// <para>A mutable struct: it must be a field, and must not be copied.</para>
/// </remarks>
internal struct EndOfRun
{
    private readonly Stack<(object Callback, bool OnlyOnFailure)> _callbacks = new();
    private readonly Stack<CompletedStage> _completed = new();

    // Values that the caller gets if the run succeeds, in the order in which they are disposed of otherwise.
    private readonly Queue<object> _kept = new();
    private int _use;
    private bool _hasContexts;
    private bool _isOver;
    private bool _isSynchronous;
    private bool _isClosed;

    /// <summary>Makes the end of no run.</summary>
    public EndOfRun() { }

    /// <summary>The lock under which contexts are used and a use of the scope ends.</summary>
    public object Gate { get; } = new();

    /// <summary>The number of the present use of the scope. Each run has another.</summary>
    public int Use => Volatile.Read(ref _use);

    /// <summary>Whether contexts can still be read but do nothing: the output may have kept one.</summary>
    public readonly bool IsOver => _isOver;

    /// <summary>Whether a stage has ended that can be compensated. To be asked when all stages have ended.</summary>
    public readonly bool HasCompensable => _completed.Count > 0;

    /// <summary>Whether there is anything to clean up. If there is not, stages can register nothing more.</summary>
    public bool HasCleanUps
    {
        get
        {
            if (!_hasContexts)
            {
                return _callbacks.Count > 0;
            }

            lock (Gate)
            {
                _isClosed = _callbacks.Count == 0;
                return !_isClosed;
            }
        }
    }

    /// <summary>Begins a run.</summary>
    /// <param name="isSynchronous">Whether nothing can be awaited.</param>
    public void Begin(bool isSynchronous)
    {
        Debug.Assert(_callbacks.Count == 0 && _completed.Count == 0, "Another run has not ended.");
        _isSynchronous = isSynchronous;
        _isClosed = false;
        _isOver = false;
    }

    /// <summary>Notes that a stage gets a context.</summary>
    /// <returns>The number of the present use.</returns>
    public int AddContext()
    {
        _hasContexts = true;
        return _use;
    }

    /// <summary>Throws if a use has ended. To be called under the lock, or if nothing is done that the end of the use could overtake.</summary>
    /// <param name="use">The number of the use.</param>
    /// <exception cref="InvalidOperationException">The use has ended.</exception>
    public void ThrowUnlessIn(int use)
    {
        if (Use != use)
        {
            throw new InvalidOperationException(
                "The run of this context has ended. Do not keep a context beyond its run."
            );
        }
    }

    /// <summary>Registers a callback: an <see cref="Action"/>, or a function that returns a task.</summary>
    /// <param name="use">The number of the use of the scope that the context belongs to.</param>
    /// <param name="callback">The callback.</param>
    /// <exception cref="InvalidOperationException">The run has ended, or cannot await the callback.</exception>
    public void Add(int use, Delegate callback)
    {
        lock (Gate)
        {
            ThrowUnlessIn(use);
            if (_isClosed)
            {
                throw new InvalidOperationException(
                    "The run has ended; a callback registered now would never be called."
                );
            }

            if (_isSynchronous && callback is Func<ValueTask>)
            {
                throw new InvalidOperationException(
                    "The entry point is synchronous and cannot await a clean-up. Register an Action, or make the entry point return a task."
                );
            }

            _callbacks.Push((callback, false));
        }
    }

    /// <summary>Adds a disposable value.</summary>
    /// <param name="disposable">
    /// An <see cref="IDisposable"/> or, if the run can await it, an <see cref="IAsyncDisposable"/>.
    /// </param>
    /// <param name="onlyOnFailure">Whether it is disposed of only if the run fails.</param>
    public readonly void AddDisposable(object disposable, bool onlyOnFailure)
    {
        lock (Gate)
        {
            _callbacks.Push((disposable, onlyOnFailure));
        }
    }

    /// <summary>Adds a stage that has ended and has a compensation.</summary>
    /// <param name="completed">The stage.</param>
    public readonly void AddCompensable(CompletedStage completed)
    {
        lock (Gate)
        {
            _completed.Push(completed);
        }
    }

    /// <summary>Takes the compensable stage that ended last. Its compensation may register callbacks, even if all others were called.</summary>
    /// <param name="completed">The stage.</param>
    /// <returns>Whether there was one.</returns>
    public bool TryTakeCompensable(out CompletedStage completed)
    {
        lock (Gate)
        {
            var wasThere = _completed.TryPop(out completed);
            _isClosed &= !wasThere;
            return wasThere;
        }
    }

    /// <summary>
    /// Takes the next callback or value to clean up: the last that was registered, and after all of them the values that the caller would
    /// have got.
    /// </summary>
    /// <param name="exception">The exception that the run ends with so far, or <see langword="null"/>.</param>
    /// <param name="callback">The callback or value.</param>
    /// <returns>Whether there was one. If there was not, stages can register nothing more.</returns>
    public bool TryTake(Exception? exception, [MaybeNullWhen(false)] out object callback)
    {
        lock (Gate)
        {
            while (_callbacks.TryPop(out var next))
            {
                if (!next.OnlyOnFailure || exception is not null)
                {
                    callback = next.Callback;
                    return true;
                }

                _kept.Enqueue(next.Callback);
            }

            // A clean-up may fail a run that had succeeded.
            if (exception is not null && _kept.TryDequeue(out callback))
            {
                return true;
            }

            _kept.Clear();
            _isClosed = true;
        }

        callback = null;
        return false;
    }

    /// <summary>Ends the present use, so that its contexts do nothing more. Further calls have no effect.</summary>
    /// <param name="outputMayKeepContext">Whether the output could still read a context.</param>
    public void End(bool outputMayKeepContext)
    {
        if (_isOver)
        {
            return;
        }

        if (!_hasContexts)
        {
            EndUse(outputMayKeepContext);
            return;
        }

        lock (Gate)
        {
            EndUse(outputMayKeepContext);
        }

        _hasContexts = outputMayKeepContext;
    }

    /// <summary>Drops the compensable stages. To be called when the run has ended.</summary>
    public readonly void Clear()
    {
        Debug.Assert(_isOver, "The run has not ended.");
        if (_completed.Count > 0)
        {
            _completed.Clear();
        }
    }

    private void EndUse(bool outputMayKeepContext)
    {
        Debug.Assert(!_hasContexts || Monitor.IsEntered(Gate), "A context could be in use.");
        _isOver = true;
        if (outputMayKeepContext)
        {
            _isClosed = true;
        }
        else
        {
            Volatile.Write(ref _use, _use + 1);
        }
    }
}
