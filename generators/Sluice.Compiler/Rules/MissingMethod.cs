namespace Sluice.Compiler.Rules;

/// <summary>
/// A method that a policy names and that does not exist yet, as far as the policy determines its declaration.
/// </summary>
/// <param name="Returns">
/// Its return type as emitted code writes it, or <see cref="Output"/> or <see cref="Completion"/>.
/// </param>
/// <param name="TakesInputs">Whether it takes the stage's inputs.</param>
/// <param name="TakesException">Whether it takes the exception that the stage failed with.</param>
/// <param name="TakesToken">Whether it takes the stage's token, if the stage has one.</param>
internal sealed record MissingMethod(string Returns, bool TakesInputs, bool TakesException, bool TakesToken)
{
    /// <summary>The method returns the return type of the stage.</summary>
    public const string Output = "output";

    /// <summary>
    /// The method returns nothing if the stage is synchronous, otherwise a task. Only the latter form takes the token.
    /// </summary>
    public const string Completion = "completion";

    /// <summary>Writes the method as a property of a diagnostic.</summary>
    public string ToProperty() =>
        string.Join(FixProperties.Separator.ToString(), Returns, TakesInputs, TakesException, TakesToken);

    /// <summary>
    /// Reads the method from a property of a diagnostic. Returns <see langword="null"/> if the property contains none.
    /// </summary>
    public static MissingMethod? OfProperty(string? text) =>
        text?.Split(FixProperties.Separator) is { Length: 4 } parts
            ? new MissingMethod(parts[0], IsTrue(parts[1]), IsTrue(parts[2]), IsTrue(parts[3]))
            : null;

    private static bool IsTrue(string text) => bool.TryParse(text, out var value) && value;
}
