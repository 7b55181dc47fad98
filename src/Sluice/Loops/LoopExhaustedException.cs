using System.Globalization;

namespace Sluice;

/// <summary>The failure of a decision that asks for more rounds than its loop may have.</summary>
public sealed class LoopExhaustedException : Exception
{
    /// <summary>Initializes an exception without a loop.</summary>
    public LoopExhaustedException()
        : this("A loop has made all of its rounds.") { }

    /// <summary>Initializes an exception with a message.</summary>
    /// <param name="message">The message.</param>
    public LoopExhaustedException(string message)
        : base(message) { }

    /// <summary>Initializes an exception with a message and a cause.</summary>
    /// <param name="message">The message.</param>
    /// <param name="innerException">The cause, or <see langword="null"/>.</param>
    public LoopExhaustedException(string message, Exception? innerException)
        : base(message, innerException) { }

    /// <summary>Initializes an exception for a loop.</summary>
    /// <param name="decision">The name of the stage that decides the loop.</param>
    /// <param name="rounds">The number of rounds that it has made.</param>
    public LoopExhaustedException(string decision, int rounds)
        : base(
            string.Create(
                CultureInfo.InvariantCulture,
                $"The loop that '{decision}' decides has made all of its {rounds} rounds without a result."
            )
        ) => (Decision, Rounds) = (decision, rounds);

    /// <summary>The name of the stage that decides the loop, or <see langword="null"/> if it is unknown.</summary>
    public string? Decision { get; }

    /// <summary>The number of rounds that the loop has made.</summary>
    public int Rounds { get; }
}
