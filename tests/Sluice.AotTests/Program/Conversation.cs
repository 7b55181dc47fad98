namespace AotProgram;

/// <summary>
/// A pipeline whose stages overlap: an asynchronous stage of an interface, a nested pipeline, and a stage on the thread pool.
/// </summary>
[Pipeline]
internal sealed partial class Conversation<T>([Stages] IGreeter greeter, [Stages] Doubling doubling, T farewell)
    where T : struct
{
    private readonly T _farewell = farewell;

    public partial ValueTask<string> RunAsync(string name, int start, CancellationToken cancellationToken = default);

    public partial Task FailAsync(int start);

    [Stage, Offload]
    private T Part(string name) => name.Length > 0 ? _farewell : default;

    [Stage]
    private static string Print(Greeting greeting, long doubled, T part) => $"{greeting.Text}: {doubled}, {part}";

    [Stage(Only = [nameof(FailAsync)])]
    private static async Task RefuseAsync(int start)
    {
        await Task.Yield();
        throw new InvalidOperationException($"No {start}");
    }
}
