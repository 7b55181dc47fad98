namespace Sluice;

/// <summary>The answer of a decision that asks for a further round.</summary>
/// <typeparam name="TState">The type of the state.</typeparam>
#pragma warning disable CA1815 // It exists only to be converted.
public readonly struct LoopAgain<TState>
#pragma warning restore CA1815
{
    internal LoopAgain(TState state) => State = state;

    internal TState State { get; }
}
