namespace Sluice.Analyzers.Tests;

/// <summary>Writes the source of a pipeline with a loop.</summary>
internal static class LoopSource
{
    /// <summary>A pipeline with the given members, and the types of their values.</summary>
    public static string Of(string members) =>
        $$"""
            using Sluice;

            public sealed record Draft(string Text);

            public sealed record Review(int Score);

            public sealed record Article(string Text);

            public sealed record Topic(string Text);

            [Pipeline]
            static partial class P
            {
            {{members}}
            }
            """;
}
