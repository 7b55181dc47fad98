using System.Runtime.CompilerServices;
using Sluice.Generators.Tests.Harness;

namespace Sluice.Generators.Tests;

public sealed class AllTests
{
    [Fact]
    public void A_list_holds_the_values_that_there_are() =>
        Verify(
            """
            [Pipeline]
            public static partial class Review
            {
                public static partial Report Run(string[] words, bool isLong);

                [Stage] private static Remark First(string[] words) => new("");
                [Stage, When("isLong")] private static Typo Second(string[] words) => new("");
                [Stage] private static Typo Third([Each] string word) => new(word);
                [Stage] private static Report Show([All] IReadOnlyList<Remark> remarks) => new(remarks.Count);
            }
            """
        );

    [Fact]
    public void A_list_of_outcomes_takes_failures() =>
        Verify(
            """
            [Pipeline]
            public static partial class Review
            {
                public static partial ValueTask<Report> RunAsync(string[] words, bool isLong);

                [Stage] private static async ValueTask<Remark> First(string[] words) { await Task.Yield(); return new(""); }
                [Stage, When("isLong")] private static async ValueTask<Typo> Second(string[] words) { await Task.Yield(); return new(""); }
                [Stage] private static async ValueTask<Typo> Third([Each] string word) { await Task.Yield(); return new(word); }
                [Stage] private static Report Show([All] Outcome<Remark>[] remarks) => new(remarks.Length);
            }
            """
        );

    private static void Verify(string pipeline, [CallerMemberName] string test = "") =>
        Snapshot.Verify(
            GeneratorHarness
                .Run(
                    "namespace Shop;\n\npublic record Remark(string Text);\npublic sealed record Typo(string Text) : Remark(Text);\n"
                        + "public sealed record Report(int Count);\n\n"
                        + pipeline
                )
                .Text,
            method: test
        );
}
