using Sluice.FuzzTests.Programs;

namespace Sluice.FuzzTests.Corpus;

/// <summary>The corpus shows how a change affects emitted files, and contains no broken pipelines.</summary>
public sealed class CorpusTests
{
    private const string Twice = "[Stage] private static int Twice(int number) => 2 * number;";

    [Fact]
    public async Task A_comparison_finds_nothing_where_nothing_has_changed()
    {
        using var folder = new TemporaryFolder();
        var parts = Parts(Twice).Append(CorpusParts.Batch("Plain", 1, 4));

        var count = await new CorpusRecord(folder["corpus"], parts).RecordAsync("first");
        var (commit, differences) = await new CorpusRecord(folder["corpus"], parts).CompareAsync();

        Assert.Equal(5, count);
        Assert.Equal("first", commit);
        Assert.Empty(differences);
    }

    [Fact]
    public async Task A_comparison_finds_what_has_changed_is_new_or_is_gone()
    {
        using var folder = new TemporaryFolder();
        await new CorpusRecord(folder["corpus"], Parts(Twice, "First")).RecordAsync("first");
        await new CorpusRecord(folder["corpus"], Parts(Twice, "First", "Second")).RecordAsync("second");

        var record = new CorpusRecord(
            folder["corpus"],
            Parts(Twice.Replace("Twice", "Double", StringComparison.Ordinal), "First").Concat(Parts(Twice, "Third"))
        );
        var (_, differences) = await record.CompareAsync();

        Assert.Equal(["changed", "new", "gone"], differences.Select(line => line.Split(' ')[0]));
        Assert.Equal(
            2,
            Directory.GetFiles(Path.Combine(folder["corpus"], "changed"), "*", SearchOption.AllDirectories).Length
        );
    }

    [Fact]
    public void A_broken_pipeline_is_refused()
    {
        var part = Assert.Single(Parts("[Stage] private static int Wrong(string text) => text.Length;"));

        var thrown = Assert.Throws<InvalidOperationException>(() => part.Emit());

        Assert.Contains("SLU0003", thrown.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<CorpusPart> Parts(string stage, params string[] names) =>
        (names.Length == 0 ? ["Only"] : names).Select(name => new CorpusPart(
            name,
            ProgramCompilation.Of(
                [
                    ProgramCompilation.Parse(
                        $$"""
                        [Pipeline]
                        public static partial class {{name}}
                        {
                            public static partial int Run(int number);

                            {{stage}}
                        }
                        """,
                        "Program.cs"
                    ),
                ],
                ["Sluice"],
                isProgram: false
            )
        ));
}
