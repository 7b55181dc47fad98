using Sluice.Generators.Tests.Harness;

namespace Sluice.Generators.Tests;

public sealed class WarningTests
{
    [Theory]
    [InlineData("[Obsolete]")]
    [InlineData("[Obsolete(\"Use another\")]")]
    public void An_obsolete_stage_gives_no_warning_in_emitted_code(string attribute) =>
        GeneratorHarness.Run(
            new GeneratorInput(
                $$"""
                [Pipeline]
                public static partial class Old
                {
                    public static partial int Run(string text);

                    [Stage, {{attribute.Trim('[', ']')}}]
                    private static int Count(string text) => text.Length;
                }
                """
            )
        );

    [Fact]
    public void Circuits_of_a_base_pipeline_give_no_warning_in_emitted_code() =>
        GeneratorHarness.Run(
            new GeneratorInput(
                """
                [Pipeline]
                public partial class Base
                {
                    public partial int Run(string text);

                    [Stage, CircuitBreaker(5, "00:00:30")] protected static int Count(string text) => text.Length;
                }

                [Pipeline]
                public sealed partial class Derived : Base
                {
                    public partial long RunLong(string text);

                    [Stage, CircuitBreaker(5, "00:00:30")] private static long Double(int count) => count * 2L;
                }
                """
            )
        );

    [Theory]
    [InlineData("scope")]
    [InlineData("token")]
    [InlineData("exception")]
    [InlineData("attempt")]
    [InlineData("PolicyData")]
    [InlineData("_countCircuit")]
    [InlineData("@call")]
    [InlineData("@class")]
    public void Parameters_of_a_stage_with_policies_may_have_the_names_that_emitted_code_uses(string name) =>
        GeneratorHarness.Run(
            new GeneratorInput(
                $$"""
                public readonly struct Log : IStageInterceptor, ISynchronousStageInterceptor
                {
                    public ValueTask<T> InvokeAsync<T, TInner>(TInner inner, StageContext context)
                        where TInner : struct, IStageCall<T> => inner.InvokeAsync();

                    public T Invoke<T, TInner>(TInner inner, StageContext context)
                        where TInner : struct, ISynchronousStageCall<T> => inner.Invoke();
                }

                [Pipeline]
                public sealed partial class Everything
                {
                    public partial int Run(string text);
                    public partial Task<long> RunAsync(string text);

                    [Stage, CircuitBreaker(5, "00:00:30"), Retry(3), Timeout("00:00:01", Total = "00:00:02"), Intercept<Log>, Fallback(nameof(Nothing))]
                    private static int Count(string {{name}}, StageContext context, CancellationToken cancellationToken) => {{name}}.Length;
                    private static int Nothing(string {{name}}, Exception error) => {{name}}.Length;
                    [Stage, Cached("00:05:00"), Retry(3, Delay = "00:00:01"), Concurrency(3), CircuitBreaker(5, "00:00:30")]
                    private static long Double(int {{name}}) => {{name}} * 2L;
                }
                """
            )
        );
}
