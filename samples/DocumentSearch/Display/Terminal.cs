using DocumentSearch.Documents;
using DocumentSearch.Pipelines;
using DocumentSearch.Search;
using Spectre.Console;

namespace DocumentSearch.Display;

/// <summary>
/// Writes the output of the program: answers to standard output, and everything else (progress, skipped files, timings,
/// errors) to standard error, so that answers can be redirected alone.
/// </summary>
internal sealed class Terminal
{
    /// <summary>
    /// The width for output to a file. A file has no width, and long lines are easier to process than wrapped ones.
    /// </summary>
    private const int WidthOfFile = 100_000;

    private readonly IAnsiConsole _output = Create(Console.Out, Console.IsOutputRedirected);
    private readonly IAnsiConsole _error = Create(Console.Error, Console.IsErrorRedirected);

    /// <summary>Shows a progress bar while a folder is indexed, if the output is a terminal.</summary>
    public async Task<T> ShowProgressAsync<T>(Func<IIndexingProgress, Task<T>> index)
    {
        if (Console.IsErrorRedirected || !_error.Profile.Capabilities.Ansi)
        {
            return await index(SilentProgress.Instance);
        }

        return await _error
            .Progress()
            .AutoClear(true)
            .Columns(
                new TaskDescriptionColumn(),
                new ProgressBarColumn(),
                new PercentageColumn(),
                new RemainingTimeColumn()
            )
            .StartAsync(context =>
            {
                var task = context.AddTask("Looking for files");
                task.IsIndeterminate = true;
                return index(new ProgressBar(task));
            });
    }

    /// <summary>Shows the passages that were found.</summary>
    public void ShowAnswer(SearchQuery query, SearchAnswer answer) =>
        new AnswerView(_output, isWrapped: !Console.IsOutputRedirected).Show(query, answer);

    /// <summary>Lists the files that were left out, with the reasons.</summary>
    public void ShowSkipped(SkippedFiles skipped) => new SkippedView(_error, !Console.IsErrorRedirected).Show(skipped);

    /// <summary>Shows how long each stage took.</summary>
    public void ShowTimings(IReadOnlyList<TimingGroup> groups)
    {
        if (!Console.IsErrorRedirected)
        {
            _error.WriteLine();
        }

        new TimingsView(_error).Show(groups);
    }

    /// <summary>Shows the reason why there is no answer.</summary>
    public void Complain(string message) => _error.Write(new Text(message + Environment.NewLine, new Style(Color.Red)));

    private static IAnsiConsole Create(TextWriter writer, bool isRedirected)
    {
        var console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Ansi = isRedirected ? AnsiSupport.No : AnsiSupport.Detect,
                ColorSystem = isRedirected ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
                Out = new AnsiConsoleOutput(writer),
            }
        );
        if (isRedirected)
        {
            console.Profile.Width = WidthOfFile;
        }

        return console;
    }
}
