using System.Collections.Concurrent;
using DocumentSearch.Documents;
using DocumentSearch.Indexing;
using DocumentSearch.Pipelines;
using DocumentSearch.Search;
using Sluice;

namespace DocumentSearch.Tests.Pipelines;

public sealed class PipelineTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly RecordingProgress _progress = new();
    private readonly StageTimings _documentTimings = new();

    [Fact]
    public async Task A_folder_is_indexed_and_answers_with_the_best_passage_first()
    {
        _folder.Write(
            "a.md",
            "# Graphs\n\nA graph has edges.\n\n## Errors\n\nEvery dependency cycle is reported once.\n"
        );
        _folder.Write(
            "b.txt",
            "Reported is much.\n\nA cycle has wheels, and this line says a lot of other things too.\n"
        );

        var answer = await AnswerAsync("dependency cycles reported");

        Assert.Equal(
            ["a.md:7", "b.txt:1"],
            answer.Hits.Select(static hit => $"{hit.Place.File.RelativePath}:{hit.Excerpt!.Line}")
        );
        Assert.Equal(["Graphs", "Errors"], answer.Hits[0].Place.HeadingTrail);
        Assert.Equal(["dependency", "cycle", "reported"], MatchesOf(answer.Hits[0]));
    }

    [Fact]
    public async Task A_heading_lifts_the_passages_below_it()
    {
        _folder.Write("a.md", "# Retry\n\nSome text about trying it again.\n");
        _folder.Write("b.md", "# Other\n\nSome text about trying it again.\n");

        var answer = await AnswerAsync("retry trying");

        Assert.Equal(["a.md", "b.md"], answer.Hits.Select(static hit => hit.Place.File.RelativePath));
        Assert.True(answer.Hits[0].Score > answer.Hits[1].Score);
    }

    [Fact]
    public async Task A_phrase_beats_its_words_apart()
    {
        _folder.Write("a.txt", "total order of stages and the static graph");
        _folder.Write("b.txt", "static total order of stages and the graph");

        var answer = await AnswerAsync("static total");

        Assert.Equal(["b.txt", "a.txt"], answer.Hits.Select(static hit => hit.Place.File.RelativePath));
    }

    [Fact]
    public async Task The_answer_does_not_depend_on_which_file_is_read_first()
    {
        for (var file = 0; file < 40; file++)
        {
            _folder.Write($"{file:00}.md", $"# Number {file}\n\nsame words here{(file % 3 == 0 ? " cycle" : "")}\n");
        }

        var answers = new List<string>();
        for (var round = 0; round < 5; round++)
        {
            var answer = await AnswerAsync("same cycle", limit: 20);
            answers.Add(
                string.Join(' ', answer.Hits.Select(static hit => $"{hit.Place.File.RelativePath}={hit.Score:R}"))
            );
        }

        Assert.Single(answers.Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_cannot_be_indexed_is_listed_and_the_rest_is_indexed()
    {
        _folder.Write("good.md", "A cycle.");
        _folder.Write("picture.md", [0x89, 0x50, 0, 1]);
        _folder.Write("a.cs", "class A;");
        _folder.Write("LICENSE", "Free.");
        _folder.WriteUnreadable("dangling.md");

        var (index, skipped) = await IndexAsync();

        Assert.Equal(1, index.DocumentCount);
        Assert.Equal(
            [
                ("picture.md", "It is a binary file."),
                ("LICENSE", "Its name does not say what it is."),
                ("a.cs", ".cs is neither Markdown nor text nor HTML."),
            ],
            skipped.Unsuitable.Select(static file => (file.RelativePath, file.Reason))
        );
        Assert.Equal(["dangling.md"], skipped.Failed.Select(static file => file.RelativePath));
        Assert.Equal("dangling.md", skipped.All[0].RelativePath);
        Assert.Equal(5, _progress.FoundCount);
        Assert.Equal(
            ["LICENSE", "a.cs", "dangling.md", "good.md", "picture.md"],
            _progress.DonePaths.Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [InlineData("a.md", "ParseMarkdown")]
    [InlineData("a.txt", "ParsePlainText")]
    [InlineData("a.html", "ParseWebPage")]
    public async Task Only_the_parser_of_a_files_kind_runs(string name, string parser)
    {
        _folder.Write(name, "A cycle.");

        var split = await SplitAsync(name);

        Assert.Equal("A cycle.", split.Value.Passages[0].Lines[0].Text);
        Assert.Equal(["Read", parser, "Split"], _documentTimings.InOrder().Select(static timing => timing.Stage));
    }

    [Theory]
    [InlineData("a.md")]
    [InlineData("a.txt")]
    [InlineData("a.html")]
    public async Task A_document_that_is_none_after_all_says_why_whatever_it_is_called(string name)
    {
        _folder.Write(name, [1, 2, 0, 3]);

        Assert.Equal("It is a binary file.", (await SplitAsync(name)).Reason);
    }

    [Fact]
    public async Task A_file_of_another_kind_is_not_even_read()
    {
        var split = await SplitAsync("missing.cs");

        Assert.Equal(".cs is neither Markdown nor text nor HTML.", split.Reason);
        Assert.Empty(_documentTimings.InOrder());
    }

    [Fact]
    public async Task A_query_that_finds_little_is_corrected_and_answered_again()
    {
        _folder.Write("a.md", "Every cycle is reported.");

        var result = await RunAsync("cycel", (await IndexAsync()).Index);

        Assert.Equal([new Correction("cycel", "cycle")], result.Outcome.Value.Corrections);
        Assert.Equal(["cycle"], MatchesOf(Assert.Single(result.Outcome.Value.Hits)));
        Assert.True(QueryPipeline.StagesOf(result).FindsLittle.Value);
        Assert.Equal(0, QueryPipeline.StagesOf(result).Search.Value.MatchCount);
        Assert.Equal(1, QueryPipeline.StagesOf(result).SearchAgain.Value.MatchCount);
    }

    [Fact]
    public async Task A_query_that_finds_enough_is_left_as_it_is()
    {
        _folder.Write("a.md", "# A\n\ncycle\n\n# B\n\ncycle\n\n# C\n\ncycle\n");

        var result = await RunAsync("cycle repotred", (await IndexAsync()).Index);

        Assert.Empty(result.Outcome.Value.Corrections);
        Assert.Equal(3, result.Outcome.Value.MatchCount);
        Assert.Equal("'FindsLittle' is false", QueryPipeline.StagesOf(result).Correct.Reason);
        Assert.Equal("'FindsLittle' is false", QueryPipeline.StagesOf(result).SearchAgain.Reason);
    }

    [Fact]
    public async Task A_query_that_finds_little_and_has_no_mistake_keeps_what_it_found()
    {
        _folder.Write("a.md", "Every cycle is reported.");

        var result = await RunAsync("cycle", (await IndexAsync()).Index);

        Assert.Equal(1, result.Outcome.Value.MatchCount);
        Assert.Equal("the documents have every word of the query", QueryPipeline.StagesOf(result).SearchAgain.Reason);
    }

    [Fact]
    public async Task A_file_that_has_gone_since_is_shown_without_an_excerpt()
    {
        var path = _folder.Write("a.md", "A cycle.");
        var (index, _) = await IndexAsync();
        File.Delete(path);

        var hit = Assert.Single((await AnswerAsync("cycle", index)).Hits);

        Assert.Null(hit.Excerpt);
        Assert.Equal(1, hit.Place.Line);
    }

    [Fact]
    public async Task Cancelling_ends_the_indexing()
    {
        _folder.Write("a.md", "A cycle.");

        var result = await RunIndexingAsync(new CancellationToken(canceled: true));

        Assert.Equal(OutcomeStatus.Cancelled, result.Outcome.Status);
    }

    [Fact]
    public void The_lookups_of_a_query_are_independent_of_each_other()
    {
        var entryPoint = Assert.Single(RankingPipeline.Graph.EntryPoints);
        string[] lookups = ["ScoreBodies", "ScoreHeadings", "ScoreProximity"];

        Assert.Equal(Lowering.Concurrent, entryPoint.Lowering);
        Assert.All(
            lookups,
            lookup =>
                Assert.Equal(
                    ["terms"],
                    entryPoint.Edges.Where(edge => edge.To == lookup).Select(static edge => edge.From)
                )
        );
    }

    public void Dispose() => _folder.Dispose();

    private ValueTask<Optional<SplitDocument>> SplitAsync(string name) =>
        new DocumentPipeline(_documentTimings).SplitAsync(new DocumentFile(_folder.PathOf(name), name, 8));

    private async Task<(PassageIndex Index, SkippedFiles Skipped)> IndexAsync() =>
        (await RunIndexingAsync(CancellationToken.None)).Outcome.Value;

    private ValueTask<PipelineResult<(PassageIndex Index, SkippedFiles Skipped)>> RunIndexingAsync(
        CancellationToken cancellationToken
    ) =>
        new IndexingPipeline(new DocumentPipeline(_documentTimings), _progress).IndexAsync(
            new DocumentFolder(_folder.Path),
            cancellationToken
        );

    private async Task<SearchAnswer> AnswerAsync(string query, int limit = 5) =>
        await AnswerAsync(query, (await IndexAsync()).Index, limit);

    private static async Task<SearchAnswer> AnswerAsync(string query, PassageIndex index, int limit = 5) =>
        (await RunAsync(query, index, limit)).Outcome.Value;

    private static ValueTask<PipelineResult<SearchAnswer>> RunAsync(string query, PassageIndex index, int limit = 5)
    {
        var timings = new StageTimings();
        var ranking = new RankingPipeline(index, new PassageLookups(index, timings), timings);
        return new QueryPipeline(index, new DocumentPipeline(timings), ranking).AnswerAsync(
            new SearchQuery(query, limit)
        );
    }

    private static IEnumerable<string> MatchesOf(SearchHit hit) =>
        hit.Excerpt!.Segments.Where(static segment => segment.IsMatch).Select(static segment => segment.Text);

    private sealed class RecordingProgress : IIndexingProgress
    {
        public int FoundCount { get; private set; }

        public ConcurrentQueue<string> DonePaths { get; } = new();

        public void Found(DocumentFiles files) => FoundCount = files.Files.Count;

        public void Done(DocumentFile file) => DonePaths.Enqueue(file.RelativePath);
    }
}
