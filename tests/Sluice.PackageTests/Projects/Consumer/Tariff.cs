using System.Threading.RateLimiting;
using Library;
using Sluice;
using Sluice.RateLimiting;

namespace Consumer;

/// <summary>Stages with rate limits: one from the attribute's arguments and one from the user's own limiter.</summary>
[Pipeline]
internal sealed partial class Tariff
{
    private static readonly RateLimiter Daily = new FixedWindowRateLimiter(
        new()
        {
            PermitLimit = 3,
            Window = TimeSpan.FromDays(1),
            AutoReplenishment = false,
        }
    );

    public partial ValueTask<string> QuoteAsync(Line line, CancellationToken cancellationToken = default);

    [Stage, RateLimit(2, "1.00:00:00", Algorithm = RateLimitAlgorithm.TokenBucket, QueueLimit = 0)]
    private static int Weigh(Line line) => line.Text.Length;

    [Stage, RateLimit(Limiter = nameof(Daily))]
    private static Task<string> PrintAsync(int weight) => Task.FromResult($"{weight} kg");
}
