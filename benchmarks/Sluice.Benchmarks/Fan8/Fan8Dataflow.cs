using System.Threading.Tasks.Dataflow;
using Sluice.Benchmarks.Work;

namespace Sluice.Benchmarks.Fan8;

/// <summary>The fan as blocks of TPL Dataflow, which are linked once and reused for all runs.</summary>
public sealed class Fan8Dataflow : Fan8Stages
{
    private readonly ITargetBlock<int> _first;
    private readonly ISourceBlock<int> _last;

    public Fan8Dataflow(Steps steps)
        : base(steps)
    {
        var root = new TransformBlock<int, int>(value => RootAsync(value).AsTask());
        var broadcast = new BroadcastBlock<int>(static value => value);
        var batch = new BatchBlock<int>(8);
        var join = new TransformBlock<int[], int>(all =>
            JoinAsync(all[0], all[1], all[2], all[3], all[4], all[5], all[6], all[7]).AsTask()
        );
        root.LinkTo(broadcast);
        foreach (
            var stage in (Func<int, ValueTask<int>>[])[AAsync, BAsync, CAsync, DAsync, EAsync, FAsync, GAsync, HAsync]
        )
        {
            var block = new TransformBlock<int, int>(value => stage(value).AsTask());
            broadcast.LinkTo(block);
            block.LinkTo(batch);
        }

        batch.LinkTo(join);
        _first = root;
        _last = join;
    }

    public Task<int> RunAsync(int input)
    {
        _first.Post(input);
        return _last.ReceiveAsync();
    }
}
