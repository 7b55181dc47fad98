using Sluice.FunctionalTests.Harness;

namespace Sluice.FunctionalTests.Streams.Meanwhile;

/// <summary>The code of the stages of a run, which a test supplies.</summary>
public sealed class ChatRun
{
    public int Count { get; init; } = 3;

    public Journal Journal { get; } = new();

    /// <summary>Returns the task that the stream awaits before an item.</summary>
    public Func<int, CancellationToken, ValueTask> BeforeItem { get; set; } = (_, _) => default;

    /// <summary>The code of the effect.</summary>
    public Func<CancellationToken, Task> Store { get; set; } = _ => Task.CompletedTask;

    /// <summary>Lets the effect wait for a gate, or for its token.</summary>
    public Gate StoreWaits(bool heedsToken = true)
    {
        var gate = new Gate();
        Store = async token => _ = heedsToken ? await gate.WaitOrCancelAsync(token) : await gate.WaitAsync();
        return gate;
    }

    /// <summary>Lets the stream wait for a gate, or for its token, before an item.</summary>
    public Gate ItemWaits(int item, bool heedsToken = true)
    {
        var gate = new Gate();
        BeforeItem = async (number, token) =>
        {
            if (number == item)
            {
                _ = heedsToken ? await gate.WaitOrCancelAsync(token) : await gate.WaitAsync();
            }
        };
        return gate;
    }
}
