using Sluice.CodeFixes;

namespace Sluice.Analyzers.Tests.Fixes;

/// <summary>The source that the code fix for <c>Always</c> produces.</summary>
public class AlwaysFixTests
{
    private const string Title = "Remove Always";

    private const string Source = """
        using Sluice;

        [Pipeline]
        static partial class P
        {
            public static partial int Run(string text);

            // It counts.
            #attribute
            static int Count(string text) => text.Length;
        }
        """;

    [Theory]
    [InlineData("[Stage(Always = true)]", "[Stage]")]
    [InlineData("[Stage(Always = true, Name = \"Count\")]", "[Stage(Name = \"Count\")]")]
    [InlineData("[Stage(Name = \"Count\", Always = true)]", "[Stage(Name = \"Count\")]")]
    [InlineData("[Retry(2), Stage(Always = true)]", "[Retry(2), Stage]")]
    public async Task It_removes_the_setting_alone(string before, string after) =>
        await FixAssert.MendsAsync(new RemoveAlwaysFix(), Title, With(before), With(after));

    [Fact]
    public async Task It_removes_the_settings_of_a_whole_document() =>
        await FixAssert.MendsAllAsync(
            new RemoveAlwaysFix(),
            Title,
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                public static partial int Run(string text);

                [Stage(Always = true)] static long Measure(string text) => text.Length;

                [Stage(Always = true)] static int Count(long length) => (int)length;
            }
            """,
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                public static partial int Run(string text);

                [Stage] static long Measure(string text) => text.Length;

                [Stage] static int Count(long length) => (int)length;
            }
            """
        );

    [Fact]
    public async Task It_is_not_offered_for_a_stage_of_another_type() =>
        await FixAssert.OffersAsync(
            new RemoveAlwaysFix(),
            [],
            """
            using Sluice;

            sealed class Counting
            {
                [Stage(Always = true)] public int Count(string text) => text.Length;
            }

            [Pipeline]
            sealed partial class P([Stages] Counting counting)
            {
                public partial int Run(string text);
            }
            """
        );

    private static string With(string attribute) => Source.Replace("#attribute", attribute, StringComparison.Ordinal);
}
