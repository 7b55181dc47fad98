namespace Sluice.Generators.Emit;

/// <summary>Where the values of a run live in a piece of emitted code: in locals, or in the fields of an object.</summary>
/// <param name="Receiver">The pipeline instance. Meaningless in a static pipeline.</param>
/// <param name="Token">The token that stages get.</param>
/// <param name="RunId">The run's id.</param>
/// <param name="Input">The expression that reads an input, by its position.</param>
/// <param name="Value">The expression that reads or assigns the output of a stage, by its place.</param>
internal sealed record Frame(
    string Receiver,
    string Token,
    string RunId,
    Func<int, string> Input,
    Func<int, string> Value
);
