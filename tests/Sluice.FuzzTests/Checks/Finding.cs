namespace Sluice.FuzzTests.Checks;

/// <summary>A failure of the compiler.</summary>
/// <param name="Kind">The kind of failure.</param>
/// <param name="Signature">A text that is equal for failures with the same cause.</param>
/// <param name="Details">All known details.</param>
internal sealed record Finding(FindingKind Kind, string Signature, string Details)
{
    /// <summary>Whether another failure appears to have the same cause.</summary>
    public bool IsLike(Finding other) => Kind == other.Kind && Signature == other.Signature;

    /// <summary>
    /// Creates a finding from an exception. Its signature is the type of the exception and the innermost stack frame in this
    /// repository's code.
    /// </summary>
    public static Finding Of(FindingKind kind, Exception exception)
    {
        var text = exception.ToString();
        var place = text.Split('\n')
            .Select(line => line.Trim())
            .FirstOrDefault(line => line.StartsWith("at Sluice.", StringComparison.Ordinal));
        var end = place?.IndexOf(" in ", StringComparison.Ordinal) ?? -1;
        return new Finding(kind, $"{exception.GetType().Name} {(end < 0 ? place : place![..end])}", text);
    }
}
