using System.Threading.RateLimiting;

namespace Sluice.RateLimiting.Permits;

/// <summary>What became of a request for permits. Nothing is given back when it is disposed of: permits come back with time.</summary>
internal sealed class PermitLease : RateLimitLease
{
    /// <summary>The lease of whoever has got what it asked for.</summary>
    public static readonly PermitLease Acquired = new(retryAfter: null);

    /// <summary>The lease of whoever waited when the limiter was disposed of.</summary>
    public static readonly PermitLease Ended = new(retryAfter: null);

    private readonly TimeSpan? _retryAfter;

    private PermitLease(TimeSpan? retryAfter) => _retryAfter = retryAfter;

    public override bool IsAcquired => this == Acquired;

    public override IEnumerable<string> MetadataNames => _retryAfter is null ? [] : [MetadataName.RetryAfter.Name];

    public static PermitLease Refused(TimeSpan retryAfter) => new(retryAfter);

    public override bool TryGetMetadata(string metadataName, out object? metadata)
    {
        var isKnown = _retryAfter is not null && metadataName == MetadataName.RetryAfter.Name;
        metadata = isKnown ? _retryAfter : null;
        return isKnown;
    }
}
