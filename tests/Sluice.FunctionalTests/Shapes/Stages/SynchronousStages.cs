namespace Sluice.FunctionalTests.Shapes;

public static class SynchronousStages
{
    [Stage]
    public static Loaded Load(Script script, StageContext context) => new(script.Step("Load", context));

    [Stage]
    public static LeftPart Left(Loaded loaded, Script script, StageContext context) =>
        new(loaded.Number + script.Step("Left", context));

    [Stage]
    public static RightPart Right(LeftPart left, Script script, StageContext context) =>
        new(left.Number + script.Step("Right", context));
}
