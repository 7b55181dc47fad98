using System.Threading.Channels;

namespace Sluice.Tests.CompilerServices.Caching;

/// <summary>A stage whose calls end when the test completes them.</summary>
internal sealed class GatedStage
{
    private readonly Channel<GatedCall> _calls = Channel.CreateUnbounded<GatedCall>();

    /// <summary>The next call that has begun.</summary>
    public ValueTask<GatedCall> NextAsync() => _calls.Reader.ReadAsync();

    /// <summary>Whether a call has begun that the test has not read.</summary>
    public bool HasBegun => _calls.Reader.TryPeek(out _);

    public async ValueTask<string> CallAsync(int key, CancellationToken token)
    {
        var call = new GatedCall(key);
        _calls.Writer.TryWrite(call);
        return await call.Result.Task.WaitAsync(token);
    }
}
