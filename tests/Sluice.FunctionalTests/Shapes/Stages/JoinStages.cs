namespace Sluice.FunctionalTests.Shapes;

public static class JoinStages
{
    [Stage]
    public static Total Join(LeftPart left, RightPart right, Script script, StageContext context) =>
        new(left.Number + right.Number + script.Step("Join", context));
}
