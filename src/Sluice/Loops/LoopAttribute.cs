namespace Sluice;

/// <summary>
/// Marks a stage as the decision of a loop. The stage returns a <see cref="Loop{TState, TResult}"/> or a
/// <see cref="Loop{TResult}"/>.
/// </summary>
/// <remarks>
/// The body of the loop is the decision, the stages that take the <see cref="CarriedAttribute">carried</see> value or
/// that <see cref="From"/> names, every stage on a path from these to the decision, and the effects and guards that take
/// a value of theirs. A round ends when all of the body has settled. Stages outside of the body see only the result.
/// </remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LoopAttribute : Attribute
{
    /// <summary>The maximum number of rounds. Must be at least 1.</summary>
    /// <remarks>
    /// If the decision asks for a further round after the last, the method that <see cref="Exhausted"/> names provides
    /// the result. Without one, the decision fails with a <see cref="LoopExhaustedException"/>.
    /// </remarks>
    public int MaxRounds { get; set; }

    /// <summary>
    /// The name of the stage or input that provides the carried value of the first round, or <see langword="null"/> to
    /// bind it by type as a parameter of the type of the state.
    /// </summary>
    public string? First { get; set; }

    /// <summary>The names of further stages at which the body begins, which do not take the carried value.</summary>
    public string[]? From { get; set; }

    /// <summary>
    /// The name of a method of the same class that provides the result if the decision asks for more rounds than
    /// <see cref="MaxRounds"/> allows, or <see langword="null"/>. It takes the last state and, by name and type, what the
    /// decision takes.
    /// </summary>
    public string? Exhausted { get; set; }
}
