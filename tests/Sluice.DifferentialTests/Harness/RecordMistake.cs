namespace Sluice.DifferentialTests.Harness;

/// <summary>The mistakes that a record of a run that fails, repeats and undoes may show.</summary>
public enum RecordMistake
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
