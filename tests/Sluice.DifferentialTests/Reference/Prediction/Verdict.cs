namespace Sluice.DifferentialTests.Reference.Prediction;

/// <summary>The required end of a stage or an input in a run, if it is asked for.</summary>
/// <param name="Fate">The kind of end.</param>
/// <param name="Text">Its value, or its failure, as traces show it.</param>
public sealed record Verdict(Fate Fate, string Text)
{
    /// <summary>Its choice, if the pipeline may branch by it.</summary>
    public int Choice { get; init; } = -1;

    /// <summary>The elements of a collection.</summary>
    public IReadOnlyList<string> Elements { get; init; } = [];

    /// <summary>The elements of the elements of a collection of collections.</summary>
    public IReadOnlyList<string> InnerElements { get; init; } = [];

    /// <summary>The reasons that may be told if it is skipped; <see langword="null"/> if the compiler words them.</summary>
    public IReadOnlyCollection<string>? Reasons { get; init; }

    /// <summary>Its calls: by element, or with the key "" if it does not run for each.</summary>
    public IReadOnlyDictionary<string, ExpectedCall> Calls { get; init; } = new Dictionary<string, ExpectedCall>();

    /// <summary>If it fails, all failures that it may be told to have failed with.</summary>
    public IReadOnlyList<string> Failures { get; init; } = [];

    public bool Runs => Fate != Fate.Skipped || Calls.Count > 0;
}
