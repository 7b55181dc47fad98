using Sluice.CodeFixes;

namespace Sluice.Analyzers.Tests.Fixes;

/// <summary>The source that the code fixes for policies produce.</summary>
public class PolicyFixTests
{
    [Theory]
    [InlineData("string text", "string text, CancellationToken cancellationToken")]
    [InlineData("", "CancellationToken cancellationToken")]
    [InlineData(
        "string text, int size = 3",
        "string text, int size = 3, CancellationToken cancellationToken = default"
    )]
    [InlineData(
        "string text, params int[] sizes",
        "string text, CancellationToken cancellationToken, params int[] sizes"
    )]
    [InlineData("string cancellationToken", "string cancellationToken, CancellationToken token")]
    public async Task A_stage_takes_the_token_that_tells_it_of_its_timeout(string before, string after)
    {
        const string Source = """
            using Sluice;

            [Pipeline]
            partial class P
            {
                public partial int Run(string text, int[] sizes);

                [Stage, Timeout("00:00:02")]
                static int Count(#parameters) => 1;
            }
            """;
        await FixAssert.MendsAsync(
            new TokenFix(),
            "Take a CancellationToken",
            Source.Replace("#parameters", before, StringComparison.Ordinal),
            Source.Replace("#parameters", after, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task An_override_has_no_say_in_its_parameters() =>
        await FixAssert.OffersAsync(
            new TokenFix(),
            [],
            """
            using Sluice;

            abstract class Base
            {
                protected abstract int Count();
            }

            [Pipeline]
            partial class P : Base
            {
                public partial int Run();

                [Stage, Timeout("00:00:02")]
                protected override int Count() => 1;
            }
            """
        );

    [Fact]
    public async Task The_nearest_method_is_named() =>
        await FixAssert.MendsAsync(
            new PolicyMemberFix(),
            "Name 'Guess'",
            """
            using Sluice;

            [Pipeline]
            partial class P
            {
                public partial int Run(string text);

                [Stage, Retry(3), Fallback("Gues")]
                static int Count(string text) => 1;

                static int Guess(string text) => 1;
            }
            """,
            """
            using Sluice;

            [Pipeline]
            partial class P
            {
                public partial int Run(string text);

                [Stage, Retry(3), Fallback(nameof(Guess))]
                static int Count(string text) => 1;

                static int Guess(string text) => 1;
            }
            """
        );

    [Theory]
    [InlineData(
        "[Stage, Fallback(#)] static async Task<int> CountAsync([From(\"text\")] string text, StageContext context, CancellationToken token) => 1;",
        "private static Task<int> Guess(string text, Exception exception, CancellationToken token) => throw new NotImplementedException();"
    )]
    [InlineData(
        "[Stage, Compensate(#)] int Count(string text) => 1;",
        "private void Guess(string text) => throw new NotImplementedException();"
    )]
    [InlineData(
        "[Stage, Compensate(#)] async Task<int> CountAsync(string text, CancellationToken token) => 1;",
        "private ValueTask Guess(string text, CancellationToken token) => throw new NotImplementedException();"
    )]
    [InlineData(
        "[Stage, Retry(3, When = #)] int Count(string text) => 1;",
        "private bool Guess(Exception exception) => throw new NotImplementedException();"
    )]
    [InlineData(
        "[Stage, Cached(\"00:05:00\", Key = #)] int Count(string text, int size = 2) => 1;",
        "private string Guess(string text, int size) => throw new NotImplementedException();"
    )]
    public async Task A_method_that_there_is_not_is_added(string stage, string method)
    {
        const string Source = """
            using Sluice;

            [Pipeline]
            partial class P
            {
                public partial Task<int> RunAsync(string text);

                #stage
            }
            """;
        await FixAssert.MendsAsync(
            new PolicyMemberFix(),
            "Add the method 'Guess'",
            Source.Replace(
                "#stage",
                stage.Replace("#", "\"Guess\"", StringComparison.Ordinal),
                StringComparison.Ordinal
            ),
            Source.Replace(
                "#stage",
                $"{stage.Replace("#", "nameof(Guess)", StringComparison.Ordinal)}\n\n    {method}",
                StringComparison.Ordinal
            )
        );
    }

    [Theory]
    [InlineData("[Stage, Cached(\"00:05:00\", Store = \"Values\")] int Count(string text) => 1;")]
    [InlineData("[Stage, Fallback(\"Guess\")] int Count(string text) => 1; string Guess() => \"\";")]
    [InlineData("[Stage, Fallback(\"not a name\")] int Count(string text) => 1;")]
    public async Task Nothing_is_offered_where_nobody_knows_what_was_meant(string members) =>
        await FixAssert.OffersAsync(
            new PolicyMemberFix(),
            [],
            $"using Sluice; [Pipeline] partial class P {{ public partial Task<int> RunAsync(string text); {members} }}"
        );

    [Theory]
    [InlineData("[Retry(3)]\n    static", "static")]
    [InlineData("[Obsolete, Retry(3)]\n    static", "[Obsolete]\n    static")]
    [InlineData("// Guesses.\n    [Retry(3)]\n    [Obsolete]\n    static", "// Guesses.\n    [Obsolete]\n    static")]
    public async Task A_policy_that_does_nothing_is_removed(string before, string after)
    {
        const string Source = """
            using Sluice;

            [Pipeline]
            partial class P
            {
                public partial int Run(string text);

                [Stage]
                static int Count(string text) => 1;

                #static int Guess(string text) => 1;
            }
            """;
        await FixAssert.MendsAsync(
            new StrayAttributeFix(),
            "Remove [Retry]",
            Source.Replace("#static", before, StringComparison.Ordinal),
            Source.Replace("#static", after, StringComparison.Ordinal)
        );
    }
}
