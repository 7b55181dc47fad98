namespace Sluice.FunctionalTests.Shapes;

public static class UndoingConcurrentStages
{
    [Stage, Compensate(nameof(UndoLoad))]
    public static async ValueTask<Loaded> LoadAsync(Script script, StageContext context) =>
        new(await script.StepAsync("Load", context));

    [Stage, Compensate(nameof(UndoLeftAsync))]
    public static async Task<LeftPart> LeftAsync(Loaded loaded, Script script, StageContext context) =>
        new(loaded.Number + await script.StepAsync("Left", context));

    [Stage, Compensate(nameof(UndoRightAsync))]
    public static async ValueTask<RightPart> RightAsync(Loaded loaded, Script script, StageContext context) =>
        new(loaded.Number + 1 + await script.StepAsync("Right", context));

    public static void UndoLoad(Loaded output, Script script, Exception exception, CancellationToken token) =>
        script.Undo("Load", output.Number, exception, token);

    public static Task UndoLeftAsync(
        LeftPart output,
        Loaded loaded,
        Script script,
        Exception exception,
        CancellationToken token
    ) => script.UndoAsync("Left", output.Number, exception, token).AsTask();

    public static ValueTask UndoRightAsync(
        RightPart output,
        Script script,
        Exception exception,
        CancellationToken token
    ) => script.UndoAsync("Right", output.Number, exception, token);
}
