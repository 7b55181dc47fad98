namespace Sluice.DifferentialTests.Harness;

/// <summary>What an executor may get wrong.</summary>
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
    TakesResultTwice,
    MixesUpArguments,
    LosesExecutionContext,
    WaitsForLevels,
}
