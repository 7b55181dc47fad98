using Sluice.Compiler.Model;
using Sluice.Compiler.Policies;

namespace Sluice.Compiler.Tests.Parse.Policies;

/// <summary>Parses pipelines whose stages have policies.</summary>
internal static class PolicySource
{
    // What belongs to the package of rate limits: known to the compiler by its names.
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

    /// <summary>Parses a pipeline of these members.</summary>
    /// <param name="members">The members.</param>
    /// <param name="bases">What the pipeline derives from, with its colon.</param>
    /// <param name="further">Other types.</param>
    /// <param name="entryPoint">What stands before the members.</param>
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

    /// <summary>Parses a pipeline of these members, which must be well formed, and gives its first stage.</summary>
    public static StageModel Stage(string members, string bases = "", string further = "")
    {
        var model = Parse(members, bases, further);
        Assert.Empty(model.Findings);
        return model.Stages[0];
    }

    /// <summary>The one policy of a kind that a stage has.</summary>
    public static T Policy<T>(this StageModel stage)
        where T : PolicyModel => Assert.Single(stage.Policies.OfType<T>());
}
