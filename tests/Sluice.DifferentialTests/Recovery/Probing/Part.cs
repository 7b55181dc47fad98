namespace Sluice.DifferentialTests.Recovery.Probing;

/// <summary>The value that a call of a stage makes. It knows its call, so that one in the wrong place or of another round is noticed.</summary>
public abstract class Part
{
    private readonly Step _step;

    private protected Part(Step step) => _step = step;

    internal Step Step => _step;

    /// <summary>Undoes the call.</summary>
    public void Undo(Exception failure) => _step.Undo(failure);

    /// <summary>Undoes the call, not always at once.</summary>
    public ValueTask UndoAsync(Exception failure) => _step.UndoAsync(failure);
}
