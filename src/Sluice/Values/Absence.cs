namespace Sluice;

/// <summary>The default text for an absent value whose producer gave no reason.</summary>
internal static class Absence
{
    public const string WithoutReason = "no reason was given";
}
