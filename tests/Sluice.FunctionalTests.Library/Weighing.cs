namespace Sluice.FunctionalTests.Library;

/// <summary>Static stages that a pipeline names by <c>[Stages(typeof(Weighing))]</c>.</summary>
public static class Weighing
{
    [Stage]
    public static Weight Weigh(string label, int perLetter = 10) =>
        new((label ?? throw new ArgumentNullException(nameof(label))).Length * perLetter);
}
