namespace Sluice.Analyzers.Tests;

/// <summary>The analyzer runs while the user types, and no intermediate state of the text may make it fail.</summary>
public class HalfTypedCodeTests
{
    private const string Source = """
        using Sluice;

        public record Cart(string[] Items);

        public class Pricing { [Stage] public int? Price([From("Parse")] Cart cart, CancellationToken token) => 1; }

        public static class Extra { [Stage] internal static (int A, string? B) Pair(int? price) => (1, null); }

        partial class Outer<T>
        {
            [Pipeline, Stages(typeof(Extra))]
            public sealed partial class Checkout([Stages] Pricing pricing) : IDisposable
            {
                [return: From(nameof(Parse))]
                public partial ValueTask<Cart> RunAsync(T order, CancellationToken token = default);

                public partial (int? price, (int, string?) pair) Both(T order);

                [Stage] Cart Parse(T order, StageContext context, int size = 3) => new([]);

                [Stage(Only = ["Run"]), After(nameof(Parse), "pricing.Price")] Task LogAsync(int? price) => Task.CompletedTask;

                public void Dispose() { }
            }
        }
        """;

    [Fact]
    public async Task No_beginning_of_a_file_makes_the_analyzer_fail()
    {
        for (var length = 0; length <= Source.Length; length++)
        {
            await AssertNoFailureAsync(Source[..length]);
        }
    }

    [Fact]
    public async Task No_missing_line_or_sign_makes_the_analyzer_fail()
    {
        for (var start = 0; start < Source.Length; start += 3)
        {
            await AssertNoFailureAsync(Source.Remove(start, 1));
            await AssertNoFailureAsync(Source.Remove(start, Math.Min(40, Source.Length - start)));
        }
    }

    private static async Task AssertNoFailureAsync(string source) =>
        Assert.DoesNotContain(
            await Analysis.RunAsync(Analysis.Compile(source)),
            diagnostic => !diagnostic.Id.StartsWith("SLU", StringComparison.Ordinal) || diagnostic.Id == "SLU0050"
        );
}
