namespace Sluice.FunctionalTests.Observing;

/// <summary>What goes wrong in a run.</summary>
public enum ShapeTrouble
{
    None,
    Failure,
    Cancellation,
}
