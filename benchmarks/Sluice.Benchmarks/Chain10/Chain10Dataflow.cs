using System.Threading.Tasks.Dataflow;
using Sluice.Benchmarks.Work;

namespace Sluice.Benchmarks.Chain10;

/// <summary>The chain as blocks of TPL Dataflow, which are linked once and reused for all runs.</summary>
public sealed class Chain10Dataflow : Chain10Stages
{
    private readonly ITargetBlock<int> _first;
    private readonly ISourceBlock<int> _last;

    public Chain10Dataflow(Steps steps)
        : base(steps)
    {
        var a = new TransformBlock<int, int>(value => AAsync(value).AsTask());
        var b = new TransformBlock<int, int>(value => BAsync(value).AsTask());
        var c = new TransformBlock<int, int>(value => CAsync(value).AsTask());
        var d = new TransformBlock<int, int>(value => DAsync(value).AsTask());
        var e = new TransformBlock<int, int>(value => EAsync(value).AsTask());
        var f = new TransformBlock<int, int>(value => FAsync(value).AsTask());
        var g = new TransformBlock<int, int>(value => GAsync(value).AsTask());
        var h = new TransformBlock<int, int>(value => HAsync(value).AsTask());
        var i = new TransformBlock<int, int>(value => IAsync(value).AsTask());
        var j = new TransformBlock<int, int>(value => JAsync(value).AsTask());
        a.LinkTo(b);
        b.LinkTo(c);
        c.LinkTo(d);
        d.LinkTo(e);
        e.LinkTo(f);
        f.LinkTo(g);
        g.LinkTo(h);
        h.LinkTo(i);
        i.LinkTo(j);
        _first = a;
        _last = j;
    }

    public Task<int> RunAsync(int input)
    {
        _first.Post(input);
        return _last.ReceiveAsync();
    }
}
