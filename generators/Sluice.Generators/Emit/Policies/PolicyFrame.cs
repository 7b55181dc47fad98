namespace Sluice.Generators.Emit.Policies;

/// <summary>The locals and settings that the layers around a piece of code pass to it.</summary>
/// <param name="Token">The token that the code gets.</param>
internal sealed record PolicyFrame(string Token)
{
    /// <summary>The innermost time limit, or <see langword="null"/> if there is none.</summary>
    public string? Timeout { get; init; }

    /// <summary>The number of the attempt, or <see langword="null"/> if there is only one.</summary>
    public string? Attempt { get; init; }

    /// <summary>The number of the stage's call, or <see langword="null"/> if the run's count of calls gives it.</summary>
    public string? Number { get; init; }

    /// <summary>
    /// The condition that an outer layer has given up this call, so that the call's end says nothing about the stage. It is
    /// <see langword="null"/> if no layer gives up calls.
    /// </summary>
    public string? GivenUp { get; init; }

    /// <summary>The exception of the previous attempt, or <see langword="null"/> if the code does not need it.</summary>
    public string? PreviousError { get; init; }

    /// <summary>The local that receives the result, or <see langword="null"/> if the method returns it at once.</summary>
    public string? Result { get; init; }

    /// <summary>The local with the cache entry for which the stage is called, or <see langword="null"/> if there is no cache.</summary>
    public string? Entry { get; init; }

    /// <summary>Whether the code is in a loop that ends when the stage has returned.</summary>
    public bool IsInLoop { get; init; }

    /// <summary>The local that records that the stage has been called, or <see langword="null"/> if no layer reads it.</summary>
    public string? IsCalled { get; init; }

    /// <summary>
    /// Writes the statements that follow when the stage has returned, given the expression of its result. It is <see langword="null"/>
    /// if there are none.
    /// </summary>
    public Action<string>? Returned { get; init; }
}
