namespace Sluice.DifferentialTests.Branching.Harness;

/// <summary>What an executor may get wrong where pipelines branch.</summary>
public enum BranchingMistake
{
    None,
    RunsWhatNobodyNeeds,
    AsksConditionsTwice,
    DoesNotWaitForConditions,
    StartsAfterFailure,
    EndsBeforeStagesInFlight,
    WaitsForEverything,
    SwallowsFailures,
    TakesLastOfMerge,
    ForgetsElements,
    IgnoresMaxConcurrency,
    LosesReason,
    LosesOutput,
}
