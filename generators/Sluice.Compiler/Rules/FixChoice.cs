namespace Sluice.Compiler.Rules;

/// <summary>The ways to take one value or several that a fix may offer.</summary>
internal static class FixChoice
{
    /// <summary>Takes all values as a list.</summary>
    public const string List = "List";

    /// <summary>Takes one value after the other.</summary>
    public const string Each = "Each";

    /// <summary>Takes the single value.</summary>
    public const string Single = "Single";
}
