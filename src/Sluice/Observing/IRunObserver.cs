namespace Sluice;

/// <summary>Receives the events of a run.</summary>
/// <remarks>
/// <para>
/// An entry point takes an observer through a type parameter that is constrained to <c>struct, IRunObserver</c>. Calls
/// are then specialized for the observer's type, and an entry point without an observer has no cost.
/// </para>
/// <para>
/// Stages that run at the same time report at the same time, so an observer must be thread-safe. The run uses its own
/// copy of the struct; state that must outlive the run belongs in an object that the struct refers to.
/// </para>
/// <para>
/// An exception from an observer does not change the run. It is kept in the run's report and written to the event
/// source <c>Sluice</c>, and the observer receives no further events of that run.
/// </para>
/// </remarks>
public interface IRunObserver
{
    /// <summary>Receives an event. The run waits for this method, so it should return quickly.</summary>
    /// <param name="runEvent">The event. Its values may be kept.</param>
    void Observe(in RunEvent runEvent);
}
