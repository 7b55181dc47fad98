namespace Sluice.DifferentialTests.Loops;

/// <summary>A stage of a random program.</summary>
internal sealed class LoopStage
{
    public required int Number { get; init; }

    /// <summary>The decision of the innermost loop whose body it belongs to, or -1.</summary>
    public required int Loop { get; init; }

    public required LoopKind Kind { get; init; }

    public required IReadOnlyList<LoopTake> Takes { get; init; }

    /// <summary>The flags that must have a value for it to run.</summary>
    public IReadOnlyList<(int Stage, bool Value)> Conditions { get; init; } = [];

    public bool IsAsynchronous { get; init; }

    public bool ReturnsTask { get; init; }

    public bool TakesToken { get; init; }

    /// <summary>Whether it returns an optional value.</summary>
    public bool IsOptional { get; init; }

    /// <summary>The percentage of calls that fail.</summary>
    public int FailsPercent { get; set; }

    /// <summary>For a decision, the source of the first carried value.</summary>
    public LoopSource? First { get; init; }

    public int MaxRounds { get; init; }

    public bool HasExhausted { get; init; }

    /// <summary>For a decision, the percentage of calls that end the loop.</summary>
    public int EndsPercent { get; init; }

    public bool IsDecision => First is not null;

    public string Name => $"S{Number}";
}
