namespace Sluice.DifferentialTests.Branching.Probing;

/// <summary>Tells what an optional or an outcome holds, by methods whose names are those of the types.</summary>
public static class SeenForm
{
    public static Seen Optional<T>(Optional<T> optional) => Seen.Of(optional);

    public static Seen Outcome<T>(Outcome<T> outcome) => Seen.Of(outcome);
}
