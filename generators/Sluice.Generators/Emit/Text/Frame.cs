namespace Sluice.Generators.Emit;

/// <summary>Where the values of a run live in a piece of emitted code: in locals, or in the fields of an object.</summary>
/// <param name="Receiver">The pipeline instance. Meaningless in a static pipeline.</param>
/// <param name="Token">The token that stages get.</param>
/// <param name="Scope">What the stages of the run share beside their values.</param>
/// <param name="Events">What tells the observer of the run.</param>
/// <param name="Input">The expression that reads an input, by its position.</param>
/// <param name="Part">The expression that reads or assigns what is kept of a stage, by its place and the form of its name.</param>
internal sealed record Frame(
    string Receiver,
    string Token,
    string Scope,
    string Events,
    Func<int, string> Input,
    Func<int, NameForm, string> Part
)
{
    /// <summary>The run's clock, where that is at hand and the scope is not.</summary>
    public string? Clock { get; init; }

    /// <summary>The expression of a stage's output.</summary>
    public string Value(int place) => Part(place, NameForm.Output);

    /// <summary>The expression of the reason for which a stage has no output, or null.</summary>
    public string Skipped(int place) => Part(place, NameForm.Skipped);

    /// <summary>The expression of what a stage failed with, or null.</summary>
    public string Failure(int place) => Part(place, NameForm.Failure);

    /// <summary>The expression of the time at which a stage started, or 0.</summary>
    public string Started(int place) => Part(place, NameForm.Started);

    /// <summary>The expression of the time at which a stage ended, or 0.</summary>
    public string Stopped(int place) => Part(place, NameForm.Stopped);
}
