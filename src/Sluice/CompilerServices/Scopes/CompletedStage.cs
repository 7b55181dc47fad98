namespace Sluice.CompilerServices;

/// <summary>A stage that has ended and has a compensation.</summary>
/// <param name="Stage">The stage's index.</param>
/// <param name="Attempt">The number of the call that ended.</param>
/// <param name="Undo">The delegate that compensates this call if the stage may run again; otherwise <see langword="null"/>.</param>
internal readonly record struct CompletedStage(int Stage, int Attempt, Func<Exception, ValueTask>? Undo);
