namespace Sluice.FunctionalTests.Shapes;

public static class ConcurrentStages
{
    [Stage]
    public static async ValueTask<Loaded> LoadAsync(Script script, StageContext context) =>
        new(await script.StepAsync("Load", context));

    [Stage]
    public static async Task<LeftPart> LeftAsync(Loaded loaded, Script script, StageContext context) =>
        new(loaded.Number + await script.StepAsync("Left", context));

    [Stage]
    public static async ValueTask<RightPart> RightAsync(Loaded loaded, Script script, StageContext context) =>
        new(loaded.Number + 1 + await script.StepAsync("Right", context));
}
