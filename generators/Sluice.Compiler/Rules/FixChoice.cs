namespace Sluice.Compiler.Rules;

/// <summary>The ways to take one value or many, between which a fix may choose.</summary>
internal static class FixChoice
{
    /// <summary>All of them, as a list.</summary>
    public const string List = "List";

    /// <summary>One after the other.</summary>
    public const string Each = "Each";

    /// <summary>The one that there is.</summary>
    public const string Single = "Single";
}
