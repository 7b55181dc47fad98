using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace Sluice.CompilerServices;

/// <summary>
/// What stages have registered to be called when their run ends, and what they have made that is disposed of then. It is changed under
/// the gate of the scope alone: a stage may keep its context, and register something at any moment.
/// </summary>
/// <param name="scope">The scope that it belongs to.</param>
internal sealed class CleanUps(RunScope scope)
{
    private readonly Stack<(object Callback, bool OnlyOnFailure)> _callbacks = new();
    private readonly Queue<object> _kept = new();
    private bool _isSynchronous;
    private bool _hasEnded;

    /// <summary>Whether there is any. Where there is none, nothing is taken any more.</summary>
    public bool Any
    {
        get
        {
            lock (scope.Gate)
            {
                _hasEnded = _callbacks.Count == 0;
                return !_hasEnded;
            }
        }
    }

    /// <summary>The same, of a run that no stage has a context of.</summary>
    public bool AnyKept => _callbacks.Count > 0;

    /// <summary>Begins a run.</summary>
    /// <param name="isSynchronous">Whether nothing can be awaited.</param>
    public void Begin(bool isSynchronous)
    {
        _isSynchronous = isSynchronous;
        _hasEnded = false;
    }

    /// <summary>Says that nothing will be called any more, where contexts of the run stay in use.</summary>
    public void End() => _hasEnded = true;

    /// <summary>Takes what a compensation registers, although all else has been called.</summary>
    public void Reopen()
    {
        lock (scope.Gate)
        {
            _hasEnded = false;
        }
    }

    /// <summary>Adds a callback: an <see cref="Action"/>, or a function that returns a task. To be called under the gate.</summary>
    public void Add(Delegate callback)
    {
        Debug.Assert(Monitor.IsEntered(scope.Gate), "The run could end meanwhile.");
        if (_hasEnded)
        {
            throw new InvalidOperationException("The run has ended; what is registered now would never be called.");
        }

        if (_isSynchronous && callback is Func<ValueTask>)
        {
            throw new InvalidOperationException(
                "The entry point is synchronous and cannot await a clean-up. Register an Action, or make the entry point return a task."
            );
        }

        _callbacks.Push((callback, false));
    }

    /// <summary>Adds what is disposed of: an <see cref="IDisposable"/> or, where something can be awaited, an <see cref="IAsyncDisposable"/>.</summary>
    /// <param name="disposable">What is disposed of.</param>
    /// <param name="onlyOnFailure">Whether it is disposed of only where the run fails.</param>
    public void AddDisposable(object disposable, bool onlyOnFailure)
    {
        lock (scope.Gate)
        {
            _callbacks.Push((disposable, onlyOnFailure));
        }
    }

    /// <summary>Calls all, the last first, whatever fails.</summary>
    /// <param name="exception">What the run ends with so far.</param>
    /// <returns>What it ends with: the same, to which failures are attached, or the first failure.</returns>
#pragma warning disable CA1031 // Whatever a callback throws must not keep the others from being called; it is attached, or is the result.
    public Exception? Run(Exception? exception)
    {
        while (TryTake(exception, out var callback))
        {
            try
            {
                Call(callback);
            }
            catch (Exception failure)
            {
                exception = With(exception, failure);
            }
        }

        return exception;
    }

    /// <summary>Calls all, the last first, whatever fails, each when the one before has ended.</summary>
    /// <param name="exception">What the run ends with so far.</param>
    /// <returns>What it ends with: the same, to which failures are attached, or the first failure.</returns>
    public async ValueTask<Exception?> RunAsync(Exception? exception)
    {
        while (TryTake(exception, out var callback))
        {
            try
            {
                switch (callback)
                {
                    case Func<ValueTask> asynchronous:
                        await asynchronous().ConfigureAwait(false);
                        break;
                    case IAsyncDisposable disposable:
                        await disposable.DisposeAsync().ConfigureAwait(false);
                        break;
                    default:
                        Call(callback);
                        break;
                }
            }
            catch (Exception failure)
            {
                exception = With(exception, failure);
            }
        }

        return exception;
    }
#pragma warning restore CA1031

    // What is kept for the caller is disposed of last where a clean-up fails a run that had succeeded.
    private bool TryTake(Exception? exception, [MaybeNullWhen(false)] out object callback)
    {
        lock (scope.Gate)
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

            if (exception is not null && _kept.TryDequeue(out callback))
            {
                return true;
            }

            _kept.Clear();
            _hasEnded = true;
        }

        callback = null;
        return false;
    }

    private static void Call(object callback)
    {
        if (callback is Action action)
        {
            action();
        }
        else
        {
            ((IDisposable)callback).Dispose();
        }
    }

    private Exception With(Exception? exception, Exception failure)
    {
        if (exception is null)
        {
            return failure;
        }

        scope.AddFailure(failure);
        return exception;
    }
}
