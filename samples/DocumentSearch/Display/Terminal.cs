using DocumentSearch.Documents;
using DocumentSearch.Pipelines;
using DocumentSearch.Search;
using Spectre.Console;

namespace DocumentSearch.Display;

/// <summary>
/// Where the program writes: answers to standard output, everything about them (progress, what was skipped, timings, complaints) to
/// standard error, so that answers can be redirected alone.
/// </summary>
internal sealed class Terminal
{
    /// <summary>A file has no width, and a line that goes on is easier to process than one that was wrapped.</summary>
    private const int WidthOfFile = 100_000;

    private readonly IAnsiConsole output = Create(Console.Out, Console.IsOutputRedirected);
    private readonly IAnsiConsole error = Create(Console.Error, Console.IsErrorRedirected);

    /// <summary>Shows a progress bar, on a terminal, while something is indexed.</summary>
    public async Task<T> ShowProgressAsync<T>(Func<IIndexingProgress, Task<T>> index)
    {
        if (Console.IsErrorRedirected || !error.Profile.Capabilities.Ansi)
        {
            return await index(SilentProgress.Instance);
        }

        return await error
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
        new AnswerView(output, isWrapped: !Console.IsOutputRedirected).Show(query, answer);

    /// <summary>Lists what was left out and why.</summary>
    public void ShowSkipped(SkippedFiles skipped) => new SkippedView(error, !Console.IsErrorRedirected).Show(skipped);

    /// <summary>Shows how long each stage took.</summary>
    public void ShowTimings(IReadOnlyList<TimingGroup> groups)
    {
        if (!Console.IsErrorRedirected)
        {
            error.WriteLine();
        }

        new TimingsView(error).Show(groups);
    }

    /// <summary>Says why there is no answer.</summary>
    public void Complain(string message) => error.Write(new Text(message + Environment.NewLine, new Style(Color.Red)));

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
