namespace Sluice.FunctionalTests.FanOuts;

/// <summary>The kind of source of the elements of a fan-out.</summary>
public enum SourceKind
{
    Array,
    Memory,
    List,
    Sequence,
    Stream,
}
