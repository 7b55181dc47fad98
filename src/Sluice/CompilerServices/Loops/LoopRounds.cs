using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Sluice.CompilerServices;

/// <summary>The rounds of a loop in a run. Emitted code has one as a local or a field for each loop.</summary>
/// <typeparam name="TState">The type of the carried value.</typeparam>
/// <remarks>A mutable struct: it must not be copied. The default is the loop before its first round.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
#pragma warning disable CA1815 // It is part of a run, and is never compared.
public struct LoopRounds<TState>
#pragma warning restore CA1815
{
    /// <summary>Begins a loop with its first carried value.</summary>
    /// <param name="first">The value.</param>
    public LoopRounds(TState first) => State = first;

    /// <summary>The number of rounds that have ended with a further one.</summary>
    public int Round { get; private set; }

    /// <summary>Whether the loop carries a value, so that this is not its first round.</summary>
    public readonly bool HasState => Round > 0;

    /// <summary>The carried value. It is meaningless in the first round of a loop that has begun without one.</summary>
    public TState State { get; private set; }

    /// <summary>Takes the answer of the decision.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="maxRounds">The maximum number of rounds.</param>
    /// <param name="decision">The name of the stage that decides.</param>
    /// <param name="result">Receives the result if the loop ends.</param>
    /// <returns>Whether there is a further round.</returns>
    /// <exception cref="LoopExhaustedException">The decision asks for a further round after the last.</exception>
    /// <exception cref="InvalidOperationException">The answer is the default value.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Next<TResult>(in Loop<TState, TResult> answer, int maxRounds, string decision, out TResult result)
    {
        if (Next(answer, decision, out result))
        {
            LoopFaults.ThrowIfExhausted(Round, maxRounds, decision);
            return true;
        }

        return false;
    }

    /// <summary>Takes the answer of the decision of a loop that a method ends after its last round.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="decision">The name of the stage that decides.</param>
    /// <param name="result">Receives the result if the loop ends.</param>
    /// <returns>Whether the decision asks for a further round, which <see cref="Round"/> now counts.</returns>
    /// <exception cref="InvalidOperationException">The answer is the default value.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Next<TResult>(in Loop<TState, TResult> answer, string decision, out TResult result)
    {
        result = answer.Result;
        if (answer.Answer == LoopAnswer.Done)
        {
            return false;
        }

        LoopFaults.ThrowIfNone(answer.Answer, decision);
        State = answer.State;
        Round++;
        return true;
    }
}
