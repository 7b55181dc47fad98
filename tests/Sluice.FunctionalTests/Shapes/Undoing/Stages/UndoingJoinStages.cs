namespace Sluice.FunctionalTests.Shapes;

public static class UndoingJoinStages
{
    [Stage, Compensate(nameof(UndoJoin))]
    public static Total Join(LeftPart left, RightPart right, Script script, StageContext context) =>
        new(left.Number + right.Number + script.Step("Join", context));

    public static void UndoJoin(
        Total output,
        LeftPart left,
        Script script,
        Exception exception,
        CancellationToken token
    ) => script.Undo("Join", output.Number, exception, token);
}
