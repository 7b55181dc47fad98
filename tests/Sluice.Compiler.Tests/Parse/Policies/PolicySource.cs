using Sluice.Compiler.Model;
using Sluice.Compiler.Policies;

namespace Sluice.Compiler.Tests.Parse.Policies;

/// <summary>Parses pipelines whose stages have policies.</summary>
internal static class PolicySource
{
    // Declarations from the rate limiting package. The compiler knows them by name.
    private const string RateLimits = """
        namespace System.Threading.RateLimiting
        {
            public abstract class RateLimiter;
            public sealed class ConcurrencyLimiter : RateLimiter;
        }

        namespace Sluice.RateLimiting
        {
            public enum RateLimitAlgorithm { FixedWindow, SlidingWindow, TokenBucket }

            [AttributeUsage(AttributeTargets.Method)]
            public sealed class RateLimitAttribute : Attribute
            {
                public RateLimitAttribute() { }
                public RateLimitAttribute(int permits, string window) { }
                public RateLimitAlgorithm Algorithm { get; set; }
                public int Segments { get; set; } = 8;
                public int QueueLimit { get; set; } = int.MaxValue;
                public string? Limiter { get; set; }
            }
        }
        """;

    private const string EntryPoint = "public partial int Run(int input);";

    /// <summary>Parses a pipeline with these members.</summary>
    /// <param name="members">The members.</param>
    /// <param name="bases">The base types of the pipeline, with the leading colon.</param>
    /// <param name="further">Other types.</param>
    /// <param name="entryPoint">The entry point, which precedes the members.</param>
    public static PipelineModel Parse(
        string members,
        string bases = "",
        string further = "",
        string entryPoint = EntryPoint
    ) =>
        Source
            .Parse(
                $"using Sluice.RateLimiting; [Pipeline] partial class P {bases} {{ {entryPoint} {members} }} {further} {RateLimits}"
            )
            .Model;

    /// <summary>Parses a pipeline with these members, which must have no findings, and returns its first stage.</summary>
    public static StageModel Stage(string members, string bases = "", string further = "")
    {
        var model = Parse(members, bases, further);
        Assert.Empty(model.Findings);
        return model.Stages[0];
    }

    /// <summary>The only policy of the given kind on a stage.</summary>
    public static T Policy<T>(this StageModel stage)
        where T : PolicyModel => Assert.Single(stage.Policies.OfType<T>());
}
