namespace Sluice;

/// <summary>A call of a synchronous stage as an <see cref="ISynchronousStageInterceptor"/> gets it.</summary>
/// <typeparam name="T">What the stage returns.</typeparam>
public interface ISynchronousStageCall<T>
{
    /// <summary>Calls the stage, or the interceptors inside and then the stage.</summary>
    /// <returns>What it returned.</returns>
    T Invoke();
}
