namespace Sluice.DifferentialTests.Branching.Reference;

/// <summary>What must become of a stage or an input in a run, if it is asked for.</summary>
/// <param name="Fate">What becomes of it.</param>
/// <param name="Text">Its value, or its failure, as traces show it.</param>
public sealed record Verdict(Fate Fate, string Text)
{
    /// <summary>What it chooses, where the pipeline may branch by it.</summary>
    public int Choice { get; init; } = -1;

    /// <summary>Of a collection the elements.</summary>
    public IReadOnlyList<string> Elements { get; init; } = [];

    /// <summary>Of a collection of collections the elements of the elements.</summary>
    public IReadOnlyList<string> InnerElements { get; init; } = [];

    /// <summary>Of what is skipped, the reasons that may be told; <see langword="null"/> where they are the compiler's to word.</summary>
    public IReadOnlyCollection<string>? Reasons { get; init; }

    /// <summary>How it is called: by element, or with the key "" where it does not run for each.</summary>
    public IReadOnlyDictionary<string, ExpectedCall> Calls { get; init; } = new Dictionary<string, ExpectedCall>();

    /// <summary>Of what fails, all that may be told to have failed.</summary>
    public IReadOnlyList<string> Failures { get; init; } = [];

    public bool Runs => Fate != Fate.Skipped || Calls.Count > 0;
}
