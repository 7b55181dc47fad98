using System.Diagnostics;
using DocumentSearch.CommandLine;
using DocumentSearch.Display;
using DocumentSearch.Search;

namespace DocumentSearch.Tests.CommandLine;

public sealed class ProgramTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task A_query_prints_ranked_places_with_headings_and_highlighted_excerpts()
    {
        _folder.Write("a.md", "# Errors\n\n## Cycles\n\nEvery cycle\nis reported once.\n");
        _folder.Write("b.txt", "Nothing of interest.\n\nA report.\n");

        var run = await ProgramRun.OfAsync("--folder", _folder.Path, "how are", "cycles reported");

        Assert.Equal(ExitCode.Success, (ExitCode)run.ExitCode);
        var lines = run.Output.Split('\n');
        Assert.StartsWith($" 1. {_folder.PathOf("a.md")}:5  ", lines[0], StringComparison.Ordinal);
        Assert.Equal("    Errors › **Cycles**", lines[1]);
        Assert.Equal("    Every **cycle** is **reported** once.", lines[2]);
        Assert.Contains("1 of 1 matching passage\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_stage_has_a_line_with_its_time()
    {
        _folder.Write("a.md", "A cycle.");

        var run = await ProgramRun.OfAsync("--folder", _folder.Path, "cycle");

        string[] stages =
        [
            "Discover",
            "Prepare",
            "Collect",
            "Index",
            "Read",
            "ParseMarkdown",
            "Split",
            "Tokenize",
            "Analyze",
            "ScoreBodies",
            "ScoreHeadings",
            "ScoreProximity",
            "Rank",
            "Search",
            "FindsLittle",
            "Excerpt",
        ];
        Assert.All(stages, stage => Assert.Matches($@"(?m)^  {stage} +[0-9,]+\.[0-9] ms", run.Error));
        Assert.Contains("Indexed 1 file: 1 passage, 2 terms in", run.Error, StringComparison.Ordinal);
        Assert.Matches(@"(?m)^  Correct +Skipped: the documents have every word of the query$", run.Error);
    }

    [Fact]
    public async Task Without_a_folder_the_documents_of_the_repository_are_searched()
    {
        var run = await ProgramRun.OfAsync("pipeline");

        Assert.Equal(ExitCode.Success, (ExitCode)run.ExitCode);
        Assert.Matches(@"(?m)^ 1\. .+\.(md|txt):[0-9]+", run.Output);
    }

    [Fact]
    public async Task A_missing_folder_is_named_on_standard_error()
    {
        var run = await ProgramRun.OfAsync("--folder", _folder.PathOf("missing"), "cycle");

        Assert.Equal(ExitCode.NothingToSearch, (ExitCode)run.ExitCode);
        Assert.Equal($"The folder '{_folder.PathOf("missing")}' does not exist.\n", run.Error);
        Assert.Empty(run.Output);
    }

    [Fact]
    public async Task A_file_in_place_of_a_folder_is_named_on_standard_error()
    {
        var run = await ProgramRun.OfAsync("--folder", _folder.Write("a.md", "A cycle."), "cycle");

        Assert.Equal(ExitCode.NothingToSearch, (ExitCode)run.ExitCode);
        Assert.Equal($"'{_folder.PathOf("a.md")}' is a file, not a folder.\n", run.Error);
    }

    [Fact]
    public async Task A_folder_without_documents_is_named_on_standard_error()
    {
        _folder.Write("program.cs", "cycle");

        var run = await ProgramRun.OfAsync("--folder", _folder.Path, "cycle");

        Assert.Equal(ExitCode.NothingToSearch, (ExitCode)run.ExitCode);
        Assert.Equal(
            "Skipped 1 file:\n  program.cs: .cs is neither Markdown nor text nor HTML.\n"
                + $"There is no readable Markdown, text or HTML file in '{_folder.Path}'.\n",
            run.Error
        );
    }

    [Fact]
    public async Task An_unreadable_file_is_listed_and_the_rest_is_searched()
    {
        _folder.Write("a.md", "A cycle.");
        _folder.WriteUnreadable("dangling.md");

        var run = await ProgramRun.OfAsync("--folder", _folder.Path, "cycle");

        Assert.Equal(ExitCode.Incomplete, (ExitCode)run.ExitCode);
        Assert.Contains("a.md:1", run.Output, StringComparison.Ordinal);
        Assert.StartsWith("Failed to index 1 file:\n  dangling.md: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_binary_file_is_listed_and_the_rest_is_searched()
    {
        _folder.Write("a.md", "A cycle.");
        _folder.Write("picture.txt", [0x89, 0x50, 0, 1]);

        var run = await ProgramRun.OfAsync("--folder", _folder.Path, "cycle");

        Assert.Equal(ExitCode.Success, (ExitCode)run.ExitCode);
        Assert.Contains("a.md:1", run.Output, StringComparison.Ordinal);
        Assert.StartsWith(
            "Skipped 1 file:\n  picture.txt: It is a binary file.\n",
            run.Error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_named_pipe_does_not_hold_the_program_up()
    {
        _folder.Write("a.md", "A cycle.");
        using (var make = Process.Start("mkfifo", [_folder.PathOf("pipe.md")]))
        {
            await make.WaitForExitAsync();
            Assert.Equal(0, make.ExitCode);
        }

        var run = await ProgramRun.OfAsync("--folder", _folder.Path, "cycle");

        Assert.Equal(ExitCode.Success, (ExitCode)run.ExitCode);
    }

    [Theory]
    [InlineData()]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("?!")]
    public async Task An_empty_query_is_explained_on_standard_error(params string[] query)
    {
        var run = await ProgramRun.OfAsync(["--folder", _folder.Path, .. query]);

        Assert.Equal(ExitCode.Usage, (ExitCode)run.ExitCode);
        Assert.StartsWith("The query is empty", run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Theory]
    [InlineData("--limit must be at least 1.", "--limit", "0")]
    [InlineData("'many'", "--limit", "many")]
    [InlineData("Must be one of", "--graph", "svg")]
    [InlineData("There is no option '--no-such-option'.", "--no-such-option", "x")]
    public async Task A_wrong_option_is_explained_on_standard_error(string explanation, string option, string value)
    {
        var run = await ProgramRun.OfAsync("--folder", _folder.PathOf("missing"), option, value);

        Assert.Equal(ExitCode.Usage, (ExitCode)run.ExitCode);
        Assert.Contains(explanation, run.Error, StringComparison.Ordinal);
        Assert.Contains("--help", run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Fact]
    public async Task Behind_two_dashes_everything_is_looked_for()
    {
        _folder.Write("a.md", "Say --graph to see it.");

        var run = await ProgramRun.OfAsync("--folder", _folder.Path, "--", "--graph");

        Assert.Contains("Say --**graph** to see it.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_query_that_nothing_answers_says_so()
    {
        _folder.Write("a.md", "A cycle.");

        var run = await ProgramRun.OfAsync("--folder", _folder.Path, "xylophone");

        Assert.Equal(ExitCode.Success, (ExitCode)run.ExitCode);
        Assert.Equal("Nothing found for \"xylophone\".\n", run.Output);
    }

    [Fact]
    public async Task A_misspelt_query_is_answered_as_it_was_probably_meant()
    {
        _folder.Write("a.html", "<h1>Errors</h1>\n<p>Every cycle\nis <b>reported</b> once.</p>\n");

        var run = await ProgramRun.OfAsync("--folder", _folder.Path, "cycels", "repotred");

        Assert.StartsWith(
            "Searched for \"cycle\" in place of \"cycel\".\nSearched for \"reported\" in place of \"repotred\".\n"
                + $" 1. {_folder.PathOf("a.html")}:2  ",
            run.Output,
            StringComparison.Ordinal
        );
        Assert.Contains("    Every **cycle** is **reported** once.\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_limit_limits()
    {
        _folder.Write("a.md", "# A\n\ncycle\n\n# B\n\ncycle\n\n# C\n\ncycle\n");

        var run = await ProgramRun.OfAsync("--folder", _folder.Path, "--limit", "2", "cycle");

        Assert.Contains("2 of 3 matching passages", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(" 3. ", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dot", "digraph ")]
    [InlineData("mermaid", "---\n")]
    public async Task The_graph_shows_the_entry_points_of_all_pipelines(string language, string start)
    {
        var run = await ProgramRun.OfAsync("--graph", language);

        Assert.Equal(ExitCode.Success, (ExitCode)run.ExitCode);
        Assert.StartsWith(start, run.Output, StringComparison.Ordinal);
        string[] entryPoints =
        [
            "IndexingPipeline.IndexAsync",
            "DocumentPipeline.TokenizeAsync",
            "DocumentPipeline.SplitAsync",
            "QueryPipeline.AnswerAsync",
            "RankingPipeline.RankAsync",
        ];
        Assert.All(entryPoints, entryPoint => Assert.Contains(entryPoint, run.Output, StringComparison.Ordinal));
        Assert.Contains("ScoreProximity", run.Output, StringComparison.Ordinal);
        Assert.Empty(run.Error);
    }

    [Fact]
    public async Task A_cancelled_run_ends_with_the_code_of_an_interrupt()
    {
        _folder.Write("a.md", "A cycle.");
        var options = new SearchOptions(_folder.Path, new SearchQuery("cycle", 5));

        var exitCode = await new SearchProgram(new Terminal()).RunAsync(options, new CancellationToken(canceled: true));

        Assert.Equal(ExitCode.Cancelled, exitCode);
    }

    public void Dispose() => _folder.Dispose();
}
