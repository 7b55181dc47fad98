using Sluice.Compiler.Policies.RateLimit;

namespace Sluice.Generators.Emit.Policies.RateLimit;

/// <summary>Waits until the rate of calls allows another. The limiter comes from a separate package.</summary>
internal sealed class RateLimitBlock(RateLimitPolicy limit) : IPolicyBlock
{
    private const string Namespace = "global::Sluice.RateLimiting";

    public void Write(PolicyMethod method, PolicyFrame frame, Action<PolicyFrame> inner)
    {
        var call = limit.Limiter is { } limiter
            ? $"{Namespace}.StageRateLimiter.EnterAsync({method.StageName}, {method.Member(limiter, limit.LimiterIsStatic, isOnPipeline: false)}, {frame.Token})"
            : $"{Own(method)}.EnterAsync({method.Clock}, {frame.Token})";
        method.Writer.Line($"{PolicyMethod.Await(call)};");
        inner(frame);
    }

    private string Own(PolicyMethod method) =>
        method.States.Kept(
            method.Number,
            "Rate",
            $"{Namespace}.StageRateLimiter",
            $"new({method.StageName}, {limit.Permits}, {TimeText.Of(limit.Window)}, {Namespace}.RateLimitAlgorithm.{limit.Algorithm}, "
                + $"{limit.Segments}, {LimitText.Of(limit.QueueLimit)})"
        );
}
