namespace Sluice.DifferentialTests.Recovery.Harness;

/// <summary>What an executor may get wrong where runs fail, repeat and undo.</summary>
public enum RecoveryMistake
{
    LosesFurtherFailure,
    TellsOfAStranger,
    UndoesTwice,
    ForgetsToUndo,
    ForgetsToCleanUp,
    GivesAnotherPart,
    CallsTwice,
    ForgetsARound,
    SwallowsFailure,
    ThrowsAnother,
    LosesReport,
}
