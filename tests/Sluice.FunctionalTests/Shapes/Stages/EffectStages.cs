namespace Sluice.FunctionalTests.Shapes;

public static class EffectStages
{
    [Stage]
    public static void Join(LeftPart left, RightPart right, Script script, StageContext context)
    {
        if (left.Number + right.Number + script.Step("Join", context) != 6)
        {
            throw new InvalidOperationException("The parts are not what the stages gave.");
        }
    }
}
