namespace Sluice.FunctionalTests.Shapes;

public static class LongConcurrentStages
{
    [Stage]
    public static async ValueTask<Loaded> LoadAsync(Script script, StageContext context) =>
        new(await script.StepAsync("Load", context));

    [Stage]
    public static async Task<LeftPart> LeftAsync(
        [From(nameof(FillingStages.Fill69))] int filled,
        Script script,
        StageContext context
    ) => new(filled + await script.StepAsync("Left", context));

    [Stage]
    public static async ValueTask<RightPart> RightAsync(
        [From(nameof(FillingStages.Fill69))] int filled,
        Script script,
        StageContext context
    ) => new(filled + 1 + await script.StepAsync("Right", context));
}
