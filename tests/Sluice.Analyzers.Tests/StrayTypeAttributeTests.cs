namespace Sluice.Analyzers.Tests;

/// <summary>Attributes for pipelines and stages on types that are and have none.</summary>
public sealed class StrayTypeAttributeTests
{
    private const string Interceptor = """

        public struct Log : IStageInterceptor
        {
            public ValueTask<T> InvokeAsync<T, TInner>(TInner inner, StageContext context)
                where TInner : struct, IStageCall<T> => inner.InvokeAsync();
        }
        """;

    [Fact]
    public async Task Telemetry_on_a_type_that_is_no_pipeline_does_nothing() =>
        await RuleAssert.ReportsAsync(
            "SLU0044",
            "[Telemetry] on 'P' does nothing, as the type is no pipeline. Mark it with [Pipeline], or remove the attribute.",
            """
            using Sluice;

            [[|Telemetry|]]
            public sealed class P
            {
                [Stage] public static int Count(string text) => text.Length;
            }
            """
        );

    [Fact]
    public async Task An_interceptor_on_a_type_without_a_stage_does_nothing() =>
        await RuleAssert.ReportsAsync(
            "SLU0044",
            "[Intercept] on 'P' does nothing, as the type has no stage. Mark its methods with [Stage], or remove the attribute.",
            """
            using System.Threading.Tasks;
            using Sluice;

            [[|Intercept<Log>|]]
            public sealed class P
            {
                public static int Count(string text) => text.Length;
            }
            """ + Interceptor
        );

    [Theory]
    [InlineData("public class P { }")]
    [InlineData("public sealed class P { [Stage] public int Count(string text) => text.Length; }")]
    [InlineData("public static class P { [Stage] public static int Count(string text) => text.Length; }")]
    public async Task An_interceptor_on_a_type_that_has_stages_or_may_be_derived_from_is_right(string type) =>
        await RuleAssert.IsSilentAsync(
            $"""
            using System.Threading.Tasks;
            using Sluice;

            [Intercept<Log>]
            {type}
            """ + Interceptor
        );
}
