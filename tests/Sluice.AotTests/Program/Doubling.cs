namespace AotProgram;

/// <summary>A pipeline in which no two asynchronous stages can overlap.</summary>
[Pipeline]
internal sealed partial class Doubling
{
    public partial ValueTask<long> DoubleAsync(int start, CancellationToken cancellationToken = default);

    [Stage]
    private static async Task<short> ReadAsync(int start, CancellationToken cancellationToken)
    {
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        return (short)start;
    }

    [Stage]
    private static async ValueTask<long> AddAsync(short read, StageContext context)
    {
        await Task.Yield();
        return context.RunId == Guid.Empty ? -1 : 2L * read;
    }
}
