namespace Sluice.Compiler.Model;

/// <summary>A constant that a condition is compared with.</summary>
/// <param name="Key">What is the same for two constants exactly if they are equal: of an enum the number behind the name.</param>
/// <param name="Display">The constant as a message shows it: <c>Question</c> of an enum, <c>"text"</c>, <c>42</c>, <c>true</c>.</param>
/// <param name="Code">The constant as code writes it anywhere: <c>global::Shop.Intent.Question</c>.</param>
/// <param name="Type">The index of its type.</param>
internal sealed record ConstantModel(string Key, string Display, string Code, int Type)
{
    /// <summary>The constant <c>true</c> or <c>false</c>.</summary>
    /// <param name="value">The value.</param>
    /// <param name="type">The index of <c>bool</c>.</param>
    public static ConstantModel Boolean(bool value, int type)
    {
        var text = value ? "true" : "false";
        return new ConstantModel(text, text, text, type);
    }
}
