namespace Sluice.FunctionalTests.FanOuts;

/// <summary>What the elements of a fan-out come from.</summary>
public enum SourceKind
{
    Array,
    Memory,
    List,
    Sequence,
    Stream,
}
