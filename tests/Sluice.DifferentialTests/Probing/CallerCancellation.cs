namespace Sluice.DifferentialTests.Probing;

/// <summary>Whether, and when, the caller's token is cancelled during a call of a stage.</summary>
public enum CallerCancellation
{
    None,

    /// <summary>When the method is called.</summary>
    AtStart,

    /// <summary>When the call ends, which succeeds all the same.</summary>
    AtEnd,

    /// <summary>When the call ends, which then notices that its token is cancelled.</summary>
    NoticedAtEnd,
}
