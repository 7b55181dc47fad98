namespace Sluice.FunctionalTests.Shapes;

public static class UndoingLongSequentialStages
{
    [Stage, Compensate(nameof(UndoLoad))]
    public static async ValueTask<Loaded> LoadAsync(Script script, StageContext context) =>
        new(await script.StepAsync("Load", context));

    [Stage, Compensate(nameof(UndoLeftAsync))]
    public static async Task<LeftPart> LeftAsync(
        [From(nameof(FillingStages.Fill69))] int filled,
        Script script,
        StageContext context
    ) => new(filled + await script.StepAsync("Left", context));

    [Stage, Compensate(nameof(UndoRightAsync))]
    public static async ValueTask<RightPart> RightAsync(LeftPart left, Script script, StageContext context) =>
        new(left.Number + await script.StepAsync("Right", context));

    public static void UndoLoad(Loaded output, Script script, Exception exception, CancellationToken token) =>
        script.Undo("Load", output.Number, exception, token);

    public static Task UndoLeftAsync(LeftPart output, Script script, Exception exception, CancellationToken token) =>
        script.UndoAsync("Left", output.Number, exception, token).AsTask();

    public static ValueTask UndoRightAsync(
        RightPart output,
        Script script,
        Exception exception,
        CancellationToken token
    ) => script.UndoAsync("Right", output.Number, exception, token);
}
