namespace Sluice.Compiler.Model;

/// <summary>A constant that a condition compares a value with.</summary>
/// <param name="Key">A text that is equal for equal constants only; for an enum, its numeric value; for a type, its identity.</param>
/// <param name="Display">
/// The constant as a message shows it: <c>Question</c> for an enum, <c>"text"</c>, <c>42</c>, <c>true</c>.
/// </param>
/// <param name="Code">
/// The constant as an expression that is valid anywhere in code: <c>global::Shop.Intent.Question</c>.
/// </param>
/// <param name="Type">The index of its type.</param>
internal sealed record ConstantModel(string Key, string Display, string Code, int Type)
{
    /// <summary>
    /// Whether it is a type, or a pattern of types, that the value must be of. <see cref="Type"/> is then the index of
    /// that type, or -1 for a pattern.
    /// </summary>
    public bool IsType { get; init; }

    /// <summary>Creates the constant <c>true</c> or <c>false</c>.</summary>
    /// <param name="value">The value.</param>
    /// <param name="type">The index of <c>bool</c>.</param>
    public static ConstantModel Boolean(bool value, int type)
    {
        var text = value ? "true" : "false";
        return new ConstantModel(text, text, text, type);
    }
}
