namespace Sluice.FunctionalTests.Observing;

/// <summary>The trouble in a run.</summary>
public enum ShapeTrouble
{
    None,
    Failure,
    Cancellation,
}
