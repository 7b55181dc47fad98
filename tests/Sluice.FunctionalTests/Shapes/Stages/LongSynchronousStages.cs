namespace Sluice.FunctionalTests.Shapes;

public static class LongSynchronousStages
{
    [Stage]
    public static Loaded Load(Script script, StageContext context) => new(script.Step("Load", context));

    [Stage]
    public static LeftPart Left([From(nameof(FillingStages.Fill69))] int filled, Script script, StageContext context) =>
        new(filled + script.Step("Left", context));

    [Stage]
    public static RightPart Right(LeftPart left, Script script, StageContext context) =>
        new(left.Number + script.Step("Right", context));
}
