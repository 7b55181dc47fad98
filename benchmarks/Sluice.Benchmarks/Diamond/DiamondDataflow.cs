using System.Threading.Tasks.Dataflow;
using Sluice.Benchmarks.Work;

namespace Sluice.Benchmarks.Diamond;

/// <summary>The diamond as blocks of TPL Dataflow, which are linked once and reused for all runs.</summary>
public sealed class DiamondDataflow : DiamondStages
{
    private readonly ITargetBlock<int> _first;
    private readonly ISourceBlock<int> _last;

    public DiamondDataflow(Steps steps)
        : base(steps)
    {
        var a = new TransformBlock<int, int>(value => AAsync(value).AsTask());
        var broadcast = new BroadcastBlock<int>(static value => value);
        var b = new TransformBlock<int, int>(value => BAsync(value).AsTask());
        var c = new TransformBlock<int, int>(value => CAsync(value).AsTask());
        var join = new JoinBlock<int, int>();
        var d = new TransformBlock<Tuple<int, int>, int>(pair => DAsync(pair.Item1, pair.Item2).AsTask());
        a.LinkTo(broadcast);
        broadcast.LinkTo(b);
        broadcast.LinkTo(c);
        b.LinkTo(join.Target1);
        c.LinkTo(join.Target2);
        join.LinkTo(d);
        _first = a;
        _last = d;
    }

    public Task<int> RunAsync(int input)
    {
        _first.Post(input);
        return _last.ReceiveAsync();
    }
}
