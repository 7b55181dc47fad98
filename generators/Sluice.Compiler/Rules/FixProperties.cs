namespace Sluice.Compiler.Rules;

/// <summary>The properties of a diagnostic by which the analyzer tells the code fixes what only binding knows.</summary>
internal static class FixProperties
{
    /// <summary>What to choose from, separated by <see cref="Separator"/>.</summary>
    public const string Choices = "Choices";

    /// <summary>The position of the output that it is about.</summary>
    public const string Output = "Output";

    /// <summary>The name that it is about, as it was written.</summary>
    public const string Name = "Name";

    /// <summary>The declaration of a method that is missing: see <see cref="MissingMethod"/>.</summary>
    public const string Missing = "Missing";

    /// <summary>Stands between choices. No name has it.</summary>
    public const char Separator = '\n';
}
