namespace Sluice.Compiler.Rules;

/// <summary>
/// Limits the number of suggestions. Each suggestion searches the whole pipeline, so suggestions for a pipeline
/// with mistakes everywhere would take quadratic time, and a user with that many mistakes does not read them.
/// </summary>
internal sealed class GuessBudget
{
    private const int Most = 20;

    private int _taken;

    /// <summary>Returns whether another suggestion may be made, and counts it.</summary>
    public bool TryTake() => _taken++ < Most;
}
