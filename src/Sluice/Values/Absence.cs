namespace Sluice;

/// <summary>What is said of a value that is not there where nobody has said why.</summary>
internal static class Absence
{
    public const string WithoutReason = "no reason was given";
}
