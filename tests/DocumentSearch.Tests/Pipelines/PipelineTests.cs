using System.Collections.Concurrent;
using DocumentSearch.Analysis;
using DocumentSearch.Documents;
using DocumentSearch.Indexing;
using DocumentSearch.Pipelines;
using DocumentSearch.Search;
using Sluice;

namespace DocumentSearch.Tests.Pipelines;

public sealed class PipelineTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly RecordingProgress progress = new();
    private readonly StageTimings documentTimings = new();

    [Fact]
    public async Task A_folder_is_indexed_and_answers_with_the_best_passage_first()
    {
        folder.Write(
            "a.md",
            "# Graphs\n\nA graph has edges.\n\n## Errors\n\nEvery dependency cycle is reported once.\n"
        );
        folder.Write(
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
        folder.Write("a.md", "# Retry\n\nSome text about trying it again.\n");
        folder.Write("b.md", "# Other\n\nSome text about trying it again.\n");

        var answer = await AnswerAsync("retry trying");

        Assert.Equal(["a.md", "b.md"], answer.Hits.Select(static hit => hit.Place.File.RelativePath));
        Assert.True(answer.Hits[0].Score > answer.Hits[1].Score);
    }

    [Fact]
    public async Task A_phrase_beats_its_words_apart()
    {
        folder.Write("a.txt", "total order of stages and the static graph");
        folder.Write("b.txt", "static total order of stages and the graph");

        var answer = await AnswerAsync("static total");

        Assert.Equal(["b.txt", "a.txt"], answer.Hits.Select(static hit => hit.Place.File.RelativePath));
    }

    [Fact]
    public async Task The_answer_does_not_depend_on_which_file_is_read_first()
    {
        for (var file = 0; file < 40; file++)
        {
            folder.Write($"{file:00}.md", $"# Number {file}\n\nsame words here{(file % 3 == 0 ? " cycle" : "")}\n");
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
        folder.Write("good.md", "A cycle.");
        folder.Write("picture.md", [0x89, 0x50, 0, 1]);
        folder.WriteUnreadable("dangling.md");

        var (index, skipped) = await IndexAsync();

        Assert.Equal(1, index.DocumentCount);
        Assert.Equal(
            [("dangling.md", SkipReason.Unreadable), ("picture.md", SkipReason.Binary)],
            skipped.All.Select(static file => (file.RelativePath, file.Reason))
        );
        Assert.Equal(3, progress.FoundCount);
        Assert.Equal(["good.md"], progress.IndexedPaths);
        Assert.Equal(["dangling.md", "picture.md"], progress.SkippedPaths.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_excerpt_needs_no_tokens_so_none_are_made_for_it()
    {
        folder.Write("a.md", "A cycle.");
        var documents = new DocumentPipeline(documentTimings, progress);

        await documents.SplitAsync(new DocumentFile(folder.PathOf("a.md"), "a.md", 8));

        Assert.Equal(["Read", "Parse", "Split"], documentTimings.InOrder().Select(static pair => pair.Stage));
        Assert.Empty(progress.IndexedPaths);
    }

    [Fact]
    public async Task A_file_that_has_gone_since_is_shown_without_an_excerpt()
    {
        var path = folder.Write("a.md", "A cycle.");
        var (index, _) = await IndexAsync();
        File.Delete(path);

        var hit = Assert.Single((await AnswerAsync("cycle", index)).Hits);

        Assert.Null(hit.Excerpt);
        Assert.Equal(1, hit.Place.Line);
    }

    [Fact]
    public async Task Cancelling_ends_the_indexing()
    {
        folder.Write("a.md", "A cycle.");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            IndexAsync(new CancellationToken(canceled: true))
        );
    }

    [Fact]
    public void The_lookups_of_a_query_are_independent_of_each_other()
    {
        var entryPoint = Assert.Single(QueryPipeline.Graph.EntryPoints);
        string[] lookups = ["ScoreBodies", "ScoreHeadings", "ScoreProximity"];

        Assert.Equal(Lowering.Concurrent, entryPoint.Lowering);
        Assert.All(
            lookups,
            lookup =>
                Assert.Equal(
                    ["Analyze"],
                    entryPoint.Edges.Where(edge => edge.To == lookup).Select(static edge => edge.From)
                )
        );
    }

    public void Dispose() => folder.Dispose();

    private async Task<(PassageIndex Index, SkippedFiles Skipped)> IndexAsync(
        CancellationToken cancellationToken = default
    )
    {
        var documents = new DocumentPipeline(documentTimings, progress);
        var indexing = new IndexingPipeline(documents, new StageTimings(), progress);
        return await indexing.IndexAsync(new DocumentFolder(folder.Path), cancellationToken);
    }

    private async Task<SearchAnswer> AnswerAsync(string query, int limit = 5) =>
        await AnswerAsync(query, (await IndexAsync()).Index, limit);

    private async Task<SearchAnswer> AnswerAsync(string query, PassageIndex index, int limit = 5)
    {
        var timings = new StageTimings();
        var documents = new DocumentPipeline(timings, progress);
        var pipeline = new QueryPipeline(index, documents, new PassageLookups(index, timings), timings);
        return await pipeline.AnswerAsync(new SearchQuery(query, limit));
    }

    private static IEnumerable<string> MatchesOf(SearchHit hit) =>
        hit.Excerpt!.Segments.Where(static segment => segment.IsMatch).Select(static segment => segment.Text);

    private sealed class RecordingProgress : IIndexingProgress
    {
        public int FoundCount { get; private set; }

        public ConcurrentQueue<string> IndexedPaths { get; } = new();

        public ConcurrentQueue<string> SkippedPaths { get; } = new();

        public void Found(DocumentFiles files) => FoundCount = files.Files.Count;

        public void Indexed(TokenizedDocument document) => IndexedPaths.Enqueue(document.File.RelativePath);

        public void Skipped(SkippedFile file) => SkippedPaths.Enqueue(file.RelativePath);
    }
}
