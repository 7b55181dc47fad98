namespace Sluice.FunctionalTests.Shapes;

/// <summary>The arguments of a compensation.</summary>
/// <param name="Stage">The stage that is compensated.</param>
/// <param name="Output">The output of the stage.</param>
/// <param name="Exception">The exception that ended the run.</param>
/// <param name="TokenIsCancelled">Whether the token of the compensation was cancelled.</param>
public sealed record Undone(string Stage, int Output, Exception Exception, bool TokenIsCancelled);
