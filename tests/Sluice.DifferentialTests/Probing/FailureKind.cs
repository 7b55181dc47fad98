namespace Sluice.DifferentialTests.Probing;

/// <summary>The exception that a stage fails with.</summary>
public enum FailureKind
{
    /// <summary>An exception of its own.</summary>
    Own,

    /// <summary>An exception object that calls of other stages and other runs throw as well.</summary>
    Shared,

    /// <summary>An <see cref="OperationCanceledException"/> although no token is cancelled.</summary>
    Cancellation,
}
