namespace Sluice.Compiler.Rules;

/// <summary>
/// The diagnostic properties with which the analyzer passes the results of binding to the code fixes.
/// </summary>
internal static class FixProperties
{
    /// <summary>The choices, separated by <see cref="Separator"/>.</summary>
    public const string Choices = "Choices";

    /// <summary>The position of the output that the diagnostic is about.</summary>
    public const string Output = "Output";

    /// <summary>The name that the diagnostic is about, as written.</summary>
    public const string Name = "Name";

    /// <summary>The declaration of a missing method; see <see cref="MissingMethod"/>.</summary>
    public const string Missing = "Missing";

    /// <summary>The separator of choices, which no name contains.</summary>
    public const char Separator = '\n';
}
