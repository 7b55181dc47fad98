using System.Threading.Tasks.Dataflow;
using Sluice.Benchmarks.Work;

namespace Sluice.Benchmarks.Chain3;

/// <summary>The chain as blocks of TPL Dataflow, which are linked once and reused for all runs.</summary>
public sealed class Chain3Dataflow : Chain3Stages
{
    private readonly ITargetBlock<int> _first;
    private readonly ISourceBlock<int> _last;

    public Chain3Dataflow(Steps steps)
        : base(steps)
    {
        var a = new TransformBlock<int, int>(value => AAsync(value).AsTask());
        var b = new TransformBlock<int, int>(value => BAsync(value).AsTask());
        var c = new TransformBlock<int, int>(value => CAsync(value).AsTask());
        a.LinkTo(b);
        b.LinkTo(c);
        _first = a;
        _last = c;
    }

    public Task<int> RunAsync(int input)
    {
        _first.Post(input);
        return _last.ReceiveAsync();
    }
}
