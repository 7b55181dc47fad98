namespace Sluice.FunctionalTests.Shapes;

public static class UndoingSynchronousStages
{
    [Stage, Compensate(nameof(UndoLoad))]
    public static Loaded Load(Script script, StageContext context) => new(script.Step("Load", context));

    [Stage, Compensate(nameof(UndoLeft))]
    public static LeftPart Left(Loaded loaded, Script script, StageContext context) =>
        new(loaded.Number + script.Step("Left", context));

    [Stage, Compensate(nameof(UndoRight))]
    public static RightPart Right(LeftPart left, Script script, StageContext context) =>
        new(left.Number + script.Step("Right", context));

    public static void UndoLoad(Loaded output, Script script, Exception exception, CancellationToken token) =>
        script.Undo("Load", output.Number, exception, token);

    public static void UndoLeft(
        LeftPart output,
        Loaded loaded,
        Script script,
        Exception exception,
        CancellationToken token
    ) => script.Undo("Left", output.Number, exception, token);

    public static void UndoRight(RightPart output, Script script, Exception exception, CancellationToken token) =>
        script.Undo("Right", output.Number, exception, token);
}
