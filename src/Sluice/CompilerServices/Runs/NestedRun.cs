using System.Threading.Tasks.Sources;

namespace Sluice.CompilerServices;

/// <summary>The task of a nested run as the outer run awaits it. If it fails, the details of the nested run come with the exception.</summary>
/// <typeparam name="TResult">The type of the output; any type if there is none.</typeparam>
/// <param name="run">The task.</param>
internal sealed class NestedRun<TResult>(Task run) : IValueTaskSource<TResult>, IValueTaskSource
{
    /// <inheritdoc />
    public ValueTaskSourceStatus GetStatus(short token) =>
        run.Status switch
        {
            TaskStatus.RanToCompletion => ValueTaskSourceStatus.Succeeded,
            TaskStatus.Faulted => ValueTaskSourceStatus.Faulted,
            TaskStatus.Canceled => ValueTaskSourceStatus.Canceled,
            _ => ValueTaskSourceStatus.Pending,
        };

    /// <inheritdoc />
    public void OnCompleted(
        Action<object?> continuation,
        object? state,
        short token,
        ValueTaskSourceOnCompletedFlags flags
    )
    {
        var awaiter = run.ConfigureAwait(flags.HasFlag(ValueTaskSourceOnCompletedFlags.UseSchedulingContext))
            .GetAwaiter();
        if (flags.HasFlag(ValueTaskSourceOnCompletedFlags.FlowExecutionContext))
        {
            awaiter.OnCompleted(() => continuation(state));
        }
        else
        {
            awaiter.UnsafeOnCompleted(() => continuation(state));
        }
    }

    /// <inheritdoc />
    public TResult GetResult(short token)
    {
        if (run.IsCompleted && !run.IsCompletedSuccessfully)
        {
            RunTask.FailureOf(run)?.Thrown();
        }

        if (run is Task<TResult> withResult)
        {
            return withResult.GetAwaiter().GetResult();
        }

        run.GetAwaiter().GetResult();
        return default!;
    }

    /// <inheritdoc />
    void IValueTaskSource.GetResult(short token) => GetResult(token);
}
