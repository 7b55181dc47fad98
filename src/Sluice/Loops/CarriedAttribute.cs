namespace Sluice;

/// <summary>
/// Lets a parameter take the value that a loop carries from one round to the next: the state that the loop's decision
/// passed to <see cref="Loop.Again{TState}(TState)"/>, and its first value in the first round.
/// </summary>
/// <remarks>
/// The stage belongs to the body of the loop and runs in each round. An entry point that does not run the decision
/// binds the parameter as if it did not have the attribute.
/// </remarks>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class CarriedAttribute : Attribute
{
    /// <summary>Initializes the attribute for the only loop whose state fits the parameter.</summary>
    public CarriedAttribute() { }

    /// <summary>Initializes the attribute for the loop of the given decision.</summary>
    /// <param name="loop">The name of the stage that decides the loop.</param>
    public CarriedAttribute(string loop) => Loop = loop;

    /// <summary>The name of the stage that decides the loop, or <see langword="null"/> if the types select it.</summary>
    public string? Loop { get; }
}
