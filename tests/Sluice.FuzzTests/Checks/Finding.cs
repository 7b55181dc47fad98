namespace Sluice.FuzzTests.Checks;

/// <summary>A failure of the compiler.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Signature">What failures of one cause have in common.</param>
/// <param name="Details">All that is known.</param>
internal sealed record Finding(FindingKind Kind, string Signature, string Details)
{
    /// <summary>Whether another failure has the same cause, as far as one can see.</summary>
    public bool IsLike(Finding other) => Kind == other.Kind && Signature == other.Signature;

    /// <summary>An exception as a finding: its type and the innermost place of ours in which it was thrown are its signature.</summary>
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
