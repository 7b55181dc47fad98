namespace Sluice;

/// <summary>
/// Is told what happens in a run. An entry point takes one as a parameter of a type parameter that is constrained to
/// <c>struct, IRunObserver</c>, so that calls are specialised for it and an entry point without one pays nothing.
/// </summary>
/// <remarks>
/// Stages that run at the same time report at the same time: an observer must be thread-safe. The run's copy of the struct is used;
/// what is to outlive the run belongs in an object that it refers to. What an observer throws does not change the run: it is kept in
/// the run's report, told to the event source <c>Sluice</c>, and the observer is not called again in that run.
/// </remarks>
public interface IRunObserver
{
    /// <summary>Is told of an event. It should return soon, as the run waits for it.</summary>
    /// <param name="runEvent">The event. Its values may be kept.</param>
    void Observe(in RunEvent runEvent);
}
