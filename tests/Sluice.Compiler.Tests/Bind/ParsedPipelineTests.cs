using Sluice.Compiler.Bind;
using Sluice.Compiler.Model;
using Sluice.Compiler.Tests.Parse;

namespace Sluice.Compiler.Tests.Bind;

/// <summary>Binds pipelines that were parsed from source, to test that Parse provides what Bind reads.</summary>
public class ParsedPipelineTests
{
    [Fact]
    public void Routes_and_merges() =>
        Assert.Equal(
            "Route(text) Ask(text)?Route=Question Chat(text)?Route!=Question Shorten(Ask|Chat)?IsLong=true IsLong(text) => "
                + "Shorten|Ask|Chat",
            Bind(
                    """
                    public enum Intent { Question, Remark, Other }

                    [Pipeline]
                    public sealed partial class Assistant
                    {
                        [return: From(nameof(Shorten), nameof(Ask), nameof(Chat))]
                        public partial string Run(Text text);

                        public sealed record Text(string Value);

                        [Stage] private static Intent Route(Text text) => Intent.Other;

                        [Stage, When(nameof(Route), Intent.Question)] private static string Ask(Text text) => "";

                        [Stage, Otherwise(nameof(Route))] private static string Chat(Text text) => "";

                        [Stage, When(nameof(IsLong))]
                        private static string Shorten([From(nameof(Ask), nameof(Chat))] string reply) => reply;

                        private static bool IsLong(Text text) => text.Value.Length > 80;
                    }
                    """
                )
                .Graph()
        );

    [Theory]
    [InlineData("Outcome<int>[]", (int)ValueForm.Outcome)]
    [InlineData("IReadOnlyList<Outcome<int>>", (int)ValueForm.Outcome)]
    [InlineData("IReadOnlyCollection<Optional<int>>", (int)ValueForm.Optional)]
    [InlineData("IEnumerable<int>", (int)ValueForm.Plain)]
    [InlineData("[Each] Outcome<int>", (int)ValueForm.Outcome)]
    [InlineData("[Each] int", (int)ValueForm.Plain)]
    public void Results_of_a_stage_that_runs_for_each_element(string taken, int form)
    {
        var bound = Bind(
            $$"""
            [Pipeline]
            public sealed partial class Sums
            {
                public partial void Run(List<string> lines);

                [Stage] private static int Read([Each] string line) => line.Length;

                [Stage] private static void Print({{taken}} lengths) { }
            }
            """
        );

        Assert.Empty(bound.Messages());
        Assert.Equal((ValueForm)form, bound.Graphs[0].Stages[0].ResultForm);
    }

    [Theory]
    [InlineData("[Each] int line", "EachWithoutCollection")]
    [InlineData("[Each] string line, [From(nameof(Read))] short read", "SingleResultOfEach")]
    [InlineData("[Each] DateTime line", "MissingDependency")]
    public void Misfits_of_elements(string parameters, string rule) =>
        Assert.StartsWith(
            rule,
            Bind(
                    $$"""
                    [Pipeline]
                    public sealed partial class Sums
                    {
                        public partial long[] Run(List<string> lines, int count);

                        [Stage] private static short Read([Each] string line) => 0;

                        [Stage] private static long Sum({{parameters}}) => 0;
                    }
                    """
                )
                .Messages()[0],
            StringComparison.Ordinal
        );

    private static BoundPipeline Bind(string source) => PipelineBinder.Bind(Source.Parse(source).Model);
}
