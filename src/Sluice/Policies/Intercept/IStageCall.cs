namespace Sluice;

/// <summary>Represents a call of a stage that an <see cref="IStageInterceptor"/> wraps.</summary>
/// <typeparam name="T">The return type of the stage.</typeparam>
public interface IStageCall<T>
{
    /// <summary>Invokes the next interceptor, or the stage if there is none.</summary>
    /// <returns>The value that the stage or interceptor returned.</returns>
    ValueTask<T> InvokeAsync();
}
