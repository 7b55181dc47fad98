namespace Sluice;

/// <summary>Provides the answers of a loop's decision.</summary>
#pragma warning disable CA1716 // The word is Visual Basic's; pipelines are written in C#.
public static class Loop
#pragma warning restore CA1716
{
    /// <summary>Asks for a further round.</summary>
    /// <typeparam name="TState">
    /// The type of the state. Name it if the type of the argument is not exactly that of the loop.
    /// </typeparam>
    /// <param name="state">The value that the next round takes as its carried value.</param>
    /// <returns>An answer that converts to a <see cref="Loop{TState, TResult}"/>.</returns>
    public static LoopAgain<TState> Again<TState>(TState state) => new(state);

    /// <summary>Asks for a further round of a loop that carries nothing.</summary>
    /// <returns>An answer that converts to a <see cref="Loop{TResult}"/>.</returns>
    public static LoopAgain Again() => default;

    /// <summary>Ends the loop.</summary>
    /// <typeparam name="TResult">
    /// The type of the result. Name it if the type of the argument is not exactly that of the loop.
    /// </typeparam>
    /// <param name="result">The result of the loop, which is the output of the decision.</param>
    /// <returns>
    /// An answer that converts to a <see cref="Loop{TState, TResult}"/> and to a <see cref="Loop{TResult}"/>.
    /// </returns>
    public static LoopDone<TResult> Done<TResult>(TResult result) => new(result);
}
