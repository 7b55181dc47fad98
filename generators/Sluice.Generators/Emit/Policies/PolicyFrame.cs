namespace Sluice.Generators.Emit.Policies;

/// <summary>What the layers around a piece of code offer to it, and ask of it.</summary>
/// <param name="Token">The token that the code gets.</param>
internal sealed record PolicyFrame(string Token)
{
    /// <summary>The innermost limit of time, or <see langword="null"/>.</summary>
    public string? Timeout { get; init; }

    /// <summary>The number of the attempt, or <see langword="null"/> where there is only one.</summary>
    public string? Attempt { get; init; }

    /// <summary>The number of the call of the stage, or <see langword="null"/> if the run's count of its calls tells it.</summary>
    public string? Number { get; init; }

    /// <summary>Whether a layer outside has given up what is inside, so that it says nothing of the stage, or <see langword="null"/>.</summary>
    public string? GivenUp { get; init; }

    /// <summary>What the attempt before failed with, or <see langword="null"/> where nobody asks.</summary>
    public string? PreviousError { get; init; }

    /// <summary>The local that takes the result, or <see langword="null"/> where the method returns it at once.</summary>
    public string? Result { get; init; }

    /// <summary>The local with the lead of a cached call that the stage is called for, or <see langword="null"/>.</summary>
    public string? Entry { get; init; }

    /// <summary>Whether the code is in a loop that ends when the stage has returned.</summary>
    public bool IsInLoop { get; init; }

    /// <summary>The local that says whether it has come to the call, or <see langword="null"/> where nobody asks.</summary>
    public string? IsCalled { get; init; }

    /// <summary>Writes what is done when the stage has returned, given the expression of its result. Nothing where it is null.</summary>
    public Action<string>? Returned { get; init; }
}
