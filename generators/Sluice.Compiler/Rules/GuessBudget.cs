namespace Sluice.Compiler.Rules;

/// <summary>
/// Limits how often what was meant is guessed. Each guess looks at the whole pipeline, so that a pipeline in which everything is
/// wrong would take quadratic time; and who has that many mistakes does not read the guesses.
/// </summary>
internal sealed class GuessBudget
{
    private const int Most = 20;

    private int _taken;

    /// <summary>Whether one more guess may be made.</summary>
    public bool TryTake() => _taken++ < Most;
}
