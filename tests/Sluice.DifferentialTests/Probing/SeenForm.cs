namespace Sluice.DifferentialTests.Probing;

/// <summary>Describes an optional or an outcome, by methods whose names are those of the types.</summary>
public static class SeenForm
{
    public static Seen Optional<T>(Optional<T> optional) => Seen.Of(optional);

    public static Seen Outcome<T>(Outcome<T> outcome) => Seen.Of(outcome);
}
