namespace Sluice.DifferentialTests.Harness;

/// <summary>The mistakes that an executor may make.</summary>
public enum Mistake
{
    None,
    StartsStageTwice,
    IgnoresPredecessors,
    StartsInOrderOfDeclaration,
    StartsAfterFailure,
    IgnoresCancellation,
    EndsBeforeStagesInFlight,
    WrapsException,
    SwallowsFailures,
    TakesResultTwice,
    MixesUpArguments,
    LosesExecutionContext,
    WaitsForEverything,
    RunsUnneededStages,
    AsksConditionsTwice,
    DoesNotWaitForConditions,
    TakesLastOfMerge,
    ForgetsElements,
    IgnoresMaxConcurrency,
    LosesReason,
    LosesOutput,
}
