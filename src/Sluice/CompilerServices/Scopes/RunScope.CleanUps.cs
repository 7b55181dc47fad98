namespace Sluice.CompilerServices;

/// <content>Callbacks that stages have registered, and values that are disposed of, when the run ends.</content>
#pragma warning disable CA1031 // An exception of a callback must not keep the others from being called; it is attached, or is the result.
public partial class RunScope
{
    private EndOfRun _end = new();

    /// <summary>Whether there is a callback to call or a value to dispose of when the run ends.</summary>
    public bool HasCleanUps => _end.HasCleanUps;

    /// <summary>The lock under which contexts are used and the use of the scope ends.</summary>
    internal object Gate => _end.Gate;

    /// <summary>Has a value disposed of when the run ends.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="value">The output of a stage. If it is <see langword="null"/>, nothing happens.</param>
    /// <param name="onlyOnFailure">Whether the caller gets the value if the run succeeds.</param>
    public void DisposeAtEnd<T>(T value, bool onlyOnFailure = false)
    {
        if (value is not null)
        {
            _end.AddDisposable(value, onlyOnFailure);
        }
    }

    /// <summary>
    /// Calls the registered callbacks, the last first, in a run in which nothing can be awaited. All are called, even if some fail.
    /// </summary>
    /// <param name="exception">The exception that the run ends with so far, or <see langword="null"/>.</param>
    /// <returns>
    /// The exception that the run ends with: the same, to which failures are attached, or the first failure of a callback.
    /// </returns>
    internal Exception? CleanUp(Exception? exception)
    {
        while (_end.TryTake(exception, out var callback))
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

    /// <summary>Calls the registered callbacks, the last first, each when the one before has ended. All are called, even if some fail.</summary>
    /// <param name="exception">The exception that the run ends with so far, or <see langword="null"/>.</param>
    /// <returns>
    /// The exception that the run ends with: the same, to which failures are attached, or the first failure of a callback.
    /// </returns>
    internal async ValueTask<Exception?> CleanUpAsync(Exception? exception)
    {
        while (_end.TryTake(exception, out var callback))
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

    internal void AddCleanUp(int use, Delegate callback) => _end.Add(use, callback);

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

        AddFailure(failure);
        return exception;
    }
}
#pragma warning restore CA1031
