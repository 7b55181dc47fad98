namespace Sluice;

/// <summary>A call of a stage as an <see cref="IStageInterceptor"/> gets it.</summary>
/// <typeparam name="T">What the stage returns.</typeparam>
public interface IStageCall<T>
{
    /// <summary>Calls the stage, or the interceptors inside and then the stage.</summary>
    /// <returns>What it returned.</returns>
    ValueTask<T> InvokeAsync();
}
