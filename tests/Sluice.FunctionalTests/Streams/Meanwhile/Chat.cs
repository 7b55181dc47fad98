using System.Runtime.CompilerServices;

namespace Sluice.FunctionalTests.Streams.Meanwhile;

/// <summary>
/// A pipeline with a stream, an effect that runs at the same time, and a stage before the stream that is compensated if the run
/// fails.
/// </summary>
[Pipeline]
public sealed partial class Chat
{
    public partial IAsyncEnumerable<int> PlainAsync(ChatRun run, CancellationToken token);

    public partial IAsyncEnumerable<int> StreamAsync<TObserver>(
        ChatRun run,
        TObserver observer,
        RunContext? context,
        CancellationToken token
    )
        where TObserver : struct, IRunObserver;

    [Stage]
    private static Prompt Prepare(ChatRun run) => new(run.Count);

    [Stage, Compensate(nameof(Release))]
    private static Booked Book(ChatRun run, StageContext context)
    {
        context.OnCleanUp(() => run.Journal.Add("clean Book"));
        return new(run.Count);
    }

    private static void Release(ChatRun run, Booked booked) => run.Journal.Add($"undo Book {booked.Count}");

    [Stage]
    private static async IAsyncEnumerable<int> AnswerAsync(
        Prompt prompt,
        Booked booked,
        ChatRun run,
        [EnumeratorCancellation] CancellationToken token
    )
    {
        try
        {
            for (var number = 1; number <= Math.Min(prompt.Count, booked.Count); number++)
            {
                await run.BeforeItem(number, token).ConfigureAwait(false);
                yield return number;
            }
        }
        finally
        {
            run.Journal.Add("stream over");
        }
    }

    [Stage]
    private static async Task StoreAsync(ChatRun run, StageContext context)
    {
        context.OnCleanUp(() => run.Journal.Add("clean Store"));
        try
        {
            await run.Store(context.CancellationToken).ConfigureAwait(false);
            run.Journal.Add("stored");
        }
        catch (OperationCanceledException)
        {
            run.Journal.Add("store cancelled");
            throw;
        }
    }
}

public sealed record Prompt(int Count);

public sealed record Booked(int Count);
