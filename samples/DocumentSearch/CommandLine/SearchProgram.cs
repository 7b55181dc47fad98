using System.Diagnostics;
using System.Runtime.ExceptionServices;
using DocumentSearch.Display;
using DocumentSearch.Documents;
using DocumentSearch.Indexing;
using DocumentSearch.Pipelines;
using DocumentSearch.Search;
using Sluice;

namespace DocumentSearch.CommandLine;

/// <summary>Indexes a folder, answers a query and shows the answer.</summary>
internal sealed class SearchProgram(Terminal terminal)
{
    private readonly StageTimings _documentTimings = new();
    private readonly StageTimings _lookupTimings = new();

    /// <summary>Runs the program.</summary>
    public async Task<ExitCode> RunAsync(SearchOptions options, CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        var indexing = await IndexAsync(options, cancellationToken);
        if (!indexing.Outcome.TryGetValue(out var indexed))
        {
            return Explain(indexing.Outcome, options);
        }

        var (index, skipped) = indexed;
        var indexingTime = Stopwatch.GetElapsedTime(start);
        if (index.DocumentCount == 0)
        {
            terminal.ShowSkipped(skipped);
            terminal.Complain($"There is no readable Markdown, text or HTML file in '{options.Folder}'.");
            return ExitCode.NothingToSearch;
        }

        start = Stopwatch.GetTimestamp();
        var answering = await AnswerAsync(index, options, cancellationToken);
        if (!answering.Outcome.TryGetValue(out var answer))
        {
            return Explain(answering.Outcome, options);
        }

        var answeringTime = Stopwatch.GetElapsedTime(start);
        terminal.ShowAnswer(options.Query, answer);
        terminal.ShowSkipped(skipped);
        terminal.ShowTimings([
            new TimingGroup(
                $"Indexed {Count(index.DocumentCount, "file")}: {Count(index.Places.Count, "passage")}, {Count(index.Vocabulary.Count, "term")}",
                indexingTime,
                StageTimings.Of(indexing.Report)
            ),
            new TimingGroup("Per file, summed over all files", Duration: null, _documentTimings.InOrder()),
            new TimingGroup("Answered", answeringTime, StageTimings.Of(answering.Report)),
            new TimingGroup("Looked up", Duration: null, _lookupTimings.InOrder()),
        ]);
        return skipped.Failed.Any() ? ExitCode.Incomplete : ExitCode.Success;
    }

    private Task<PipelineResult<(PassageIndex Index, SkippedFiles Skipped)>> IndexAsync(
        SearchOptions options,
        CancellationToken cancellationToken
    ) =>
        terminal.ShowProgressAsync(progress =>
        {
            var indexing = new IndexingPipeline(new DocumentPipeline(_documentTimings), progress);
            return indexing.IndexAsync(new DocumentFolder(options.Folder), cancellationToken).AsTask();
        });

    private ValueTask<PipelineResult<SearchAnswer>> AnswerAsync(
        PassageIndex index,
        SearchOptions options,
        CancellationToken cancellationToken
    )
    {
        var ranking = new RankingPipeline(index, new PassageLookups(index, _lookupTimings), _lookupTimings);
        // The query reads documents again for excerpts, so it has its own timings.
        var query = new QueryPipeline(index, new DocumentPipeline(new StageTimings()), ranking);
        return query.AnswerAsync(options.Query, cancellationToken);
    }

    /// <summary>Reports why there is no answer. An unexpected failure ends the program.</summary>
    private ExitCode Explain<T>(Outcome<T> outcome, SearchOptions options)
    {
        if (outcome.Status == OutcomeStatus.Cancelled)
        {
            terminal.Complain("Cancelled.");
            return ExitCode.Cancelled;
        }

        if (outcome.Exception is not DirectoryNotFoundException exception)
        {
            ExceptionDispatchInfo.Throw(outcome.Exception!);
            throw new UnreachableException();
        }

        terminal.Complain(
            File.Exists(options.Folder) ? $"'{options.Folder}' is a file, not a folder." : exception.Message
        );
        return ExitCode.NothingToSearch;
    }

    private static string Count(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count:N0} {noun}s";
}
