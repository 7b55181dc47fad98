namespace Sluice.CompilerServices;

/// <summary>
/// A suspended call of an emitted async method: the source of its <see cref="ValueTask{TResult}"/>. It returns to its pool when the
/// result is taken.
/// </summary>
/// <typeparam name="T">The type of the result.</typeparam>
/// <remarks>
/// The task is not only in the hands of emitted code: an interceptor gets it too, and may await it twice or take its result on several
/// threads.
/// </remarks>
internal abstract class StageMethodRun<T> : LeasedSource<T>
{
    /// <summary>Ends the method with its result. The object must not be touched afterwards.</summary>
    /// <param name="result">The result.</param>
    public void Complete(T result) => SetResult(result);

    /// <summary>
    /// Ends the method with an exception, as a cancellation if it is an <see cref="OperationCanceledException"/>. The object must not be
    /// touched afterwards.
    /// </summary>
    /// <param name="exception">The exception.</param>
    public void Fail(Exception exception) => SetException(exception, exception is OperationCanceledException);
}
