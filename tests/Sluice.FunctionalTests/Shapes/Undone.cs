namespace Sluice.FunctionalTests.Shapes;

/// <summary>What a compensation was given.</summary>
/// <param name="Stage">The stage that it undoes.</param>
/// <param name="Output">The stage's output.</param>
/// <param name="Exception">What the run ended with.</param>
/// <param name="TokenIsCancelled">Whether its token was cancelled.</param>
public sealed record Undone(string Stage, int Output, Exception Exception, bool TokenIsCancelled);
