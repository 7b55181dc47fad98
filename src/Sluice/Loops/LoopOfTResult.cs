namespace Sluice;

/// <summary>
/// The answer of the stage that decides a loop that carries nothing: a further round, or the result. Create it with
/// <see cref="Loop.Again()"/> and <see cref="Loop.Done{TResult}(TResult)"/>.
/// </summary>
/// <typeparam name="TResult">
/// The type of the result, which is the output of the stage. It may be an <see cref="Optional{T}"/> or an
/// <see cref="Outcome{T}"/>.
/// </typeparam>
/// <remarks>The default value is no answer: a stage that returns it fails.</remarks>
#pragma warning disable CA1815 // Decisions are not compared.
#pragma warning disable CA1716 // The word is Visual Basic's; pipelines are written in C#.
public readonly struct Loop<TResult>
#pragma warning restore CA1716
#pragma warning restore CA1815
{
    private Loop(LoopAnswer answer, TResult result) => (Answer, Result) = (answer, result);

    internal LoopAnswer Answer { get; }

    internal TResult Result { get; }

    /// <summary>Converts an answer that asks for a further round.</summary>
    /// <param name="again">The answer.</param>
#pragma warning disable CA2225 // Loop.Again creates the answer.
    public static implicit operator Loop<TResult>(LoopAgain again) => new(LoopAnswer.Again, default!);

    /// <summary>Converts an answer that ends the loop.</summary>
    /// <param name="done">The answer.</param>
    public static implicit operator Loop<TResult>(LoopDone<TResult> done) => new(LoopAnswer.Done, done.Result);
#pragma warning restore CA2225

    /// <inheritdoc />
    public override string ToString() =>
        Answer switch
        {
            LoopAnswer.Again => "Again",
            LoopAnswer.Done => $"Done({Result})",
            _ => "None",
        };
}
