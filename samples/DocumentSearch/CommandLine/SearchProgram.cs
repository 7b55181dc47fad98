using System.Diagnostics;
using DocumentSearch.Display;
using DocumentSearch.Documents;
using DocumentSearch.Pipelines;

namespace DocumentSearch.CommandLine;

/// <summary>Indexes, answers and shows.</summary>
internal sealed class SearchProgram(Terminal terminal)
{
    private readonly StageTimings indexingTimings = new();
    private readonly StageTimings documentTimings = new();
    private readonly StageTimings queryTimings = new();

    /// <summary>Runs the program.</summary>
    public async Task<ExitCode> RunAsync(SearchOptions options, CancellationToken cancellationToken)
    {
        try
        {
            return await SearchAsync(options, cancellationToken);
        }
        catch (DirectoryNotFoundException exception)
        {
            terminal.Complain(
                File.Exists(options.Folder) ? $"'{options.Folder}' is a file, not a folder." : exception.Message
            );
            return ExitCode.NothingToSearch;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            terminal.Complain("Cancelled.");
            return ExitCode.Cancelled;
        }
    }

    private async Task<ExitCode> SearchAsync(SearchOptions options, CancellationToken cancellationToken)
    {
        var folder = new DocumentFolder(options.Folder);
        var start = Stopwatch.GetTimestamp();
        var (index, skipped) = await terminal.ShowProgressAsync(progress =>
        {
            var documents = new DocumentPipeline(documentTimings, progress);
            var indexing = new IndexingPipeline(documents, indexingTimings, progress);
            return indexing.IndexAsync(folder, cancellationToken).AsTask();
        });
        var indexed = Stopwatch.GetTimestamp();
        if (index.DocumentCount == 0)
        {
            terminal.ShowSkipped(skipped);
            terminal.Complain($"There is no readable Markdown or text file in '{options.Folder}'.");
            return ExitCode.NothingToSearch;
        }

        // Documents are read again for excerpts, which is the query's business: it has timings of its own, and no progress.
        var query = new QueryPipeline(
            index,
            new DocumentPipeline(new StageTimings(), SilentProgress.Instance),
            new PassageLookups(index, queryTimings),
            queryTimings
        );
        var answer = await query.AnswerAsync(options.Query, cancellationToken);
        var answered = Stopwatch.GetTimestamp();

        terminal.ShowAnswer(options.Query, answer);
        terminal.ShowSkipped(skipped);
        terminal.ShowTimings([
            new TimingGroup(
                $"Indexed {Count(index.DocumentCount, "file")}: {Count(index.Places.Count, "passage")}, {Count(index.Vocabulary.Count, "term")}",
                Stopwatch.GetElapsedTime(start, indexed),
                indexingTimings
            ),
            new TimingGroup("Per file, summed over all files", Duration: null, documentTimings),
            new TimingGroup("Answered", Stopwatch.GetElapsedTime(indexed, answered), queryTimings),
        ]);
        return skipped.AnyUnreadable ? ExitCode.Incomplete : ExitCode.Success;
    }

    private static string Count(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count:N0} {noun}s";
}
