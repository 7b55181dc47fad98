namespace Sluice.FunctionalTests.Branches;

/// <summary>The functions of the stages in the long pipelines.</summary>
internal static class BranchRules
{
    public static bool IsEven(int number) => number % 2 == 0;

    public static int Up(int number) => (number / 2) + 7;

    public static Optional<int> Down(int number) =>
        (number % 7) switch
        {
            0 => Optional.Skip("it is divided by seven"),
            1 => throw new InvalidDataException($"{number}"),
            _ => ((number * 3) + 1) % 1_000,
        };

    public static int Join(int number, Outcome<int> next) =>
        next.Status switch
        {
            OutcomeStatus.Succeeded => next.Value,
            OutcomeStatus.Failed => number + 5,
            _ => number + 4,
        };
}
