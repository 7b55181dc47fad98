using System.CommandLine;
using DocumentSearch.Analysis;
using DocumentSearch.Display;
using DocumentSearch.Search;

namespace DocumentSearch.CommandLine;

/// <summary>Defines the command line.</summary>
internal static class SearchCommand
{
    private const string Summary = """
        Searches the Markdown, text and HTML files of a folder.

        Exit codes: 0 answered, 1 answered although some files could not be read, 2 wrong usage, 3 nothing to search, 130 cancelled.
        """;

    private const int DefaultLimit = 5;

    /// <summary>Runs the program.</summary>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(string[] arguments)
    {
        var result = Create(hasSeparator: arguments.Contains("--")).Parse(arguments);
        if (result.Errors.Count > 0)
        {
            foreach (var error in result.Errors)
            {
                await Console.Error.WriteLineAsync(error.Message);
            }

            await Console.Error.WriteLineAsync("--help lists the options.");
            return (int)ExitCode.Usage;
        }

        return await result.InvokeAsync();
    }

    /// <param name="hasSeparator">
    /// Whether the arguments contain <c>--</c>, so that words with dashes are part of the query.
    /// </param>
    private static RootCommand Create(bool hasSeparator)
    {
        var query = new Argument<string[]>("query")
        {
            Description = "What to look for. Several words need no quotes.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        query.Validators.Add(result =>
        {
            // A mistyped option would otherwise become part of the query.
            foreach (var token in result.Tokens.Where(token => !hasSeparator && token.Value.StartsWith('-')))
            {
                result.AddError($"There is no option '{token.Value}'. Words that start with a dash go behind '--'.");
            }
        });
        var folder = new Option<string?>("--folder", "-f")
        {
            Description =
                "The folder to search, with the folders below it. By default the documents of this program's repository.",
            HelpName = "path",
        };
        var limit = new Option<int>("--limit", "-n")
        {
            Description = "How many passages to show at most.",
            HelpName = "count",
            DefaultValueFactory = static _ => DefaultLimit,
        };
        limit.Validators.Add(static result =>
        {
            // A value that is not a number has its own message.
            if (result.Tokens is [var token] && int.TryParse(token.Value, out var count) && count < 1)
            {
                result.AddError("--limit must be at least 1.");
            }
        });
        var graph = new Option<string?>("--graph")
        {
            Description = "Print the pipelines' graphs for Graphviz (dot) or Mermaid, and do nothing else.",
        };
        graph.AcceptOnlyFromAmong(ProgramGraph.Dot, ProgramGraph.Mermaid);

        var command = new RootCommand(Summary) { query, folder, limit, graph };
        command.SetAction(
            async (result, cancellationToken) =>
            {
                if (result.GetValue(graph) is { } language)
                {
                    await Console.Out.WriteAsync(ProgramGraph.Draw(language));
                    return (int)ExitCode.Success;
                }

                var text = string.Join(' ', result.GetValue(query) ?? []);
                if (!Tokenizer.HasTerm(text))
                {
                    await Console.Error.WriteLineAsync(
                        "The query is empty: it has no word to look for. Try \"how are cycles reported\"; --help lists the options."
                    );
                    return (int)ExitCode.Usage;
                }

                var search = new SearchQuery(text, result.GetValue(limit));
                var options = new SearchOptions(result.GetValue(folder) ?? DefaultFolder.Find(), search);
                return (int)await new SearchProgram(new Terminal()).RunAsync(options, cancellationToken);
            }
        );
        return command;
    }
}
