using BenchmarkDotNet.Attributes;
using Sluice.Benchmarks.Work;

namespace Sluice.Benchmarks.Diamond;

/// <summary>Compares one stage, two stages that depend on it, and one stage that depends on both.</summary>
public class DiamondBenchmark : Comparison
{
    private DiamondPipeline _sluice = null!;
    private DiamondPooledBuilder _pooledBuilder = null!;
    private DiamondAwait _await = null!;
    private DiamondDataflow _dataflow = null!;

    [GlobalSetup]
    public void Prepare()
    {
        var steps = new Steps(Yields);
        _sluice = new DiamondPipeline(steps);
        _pooledBuilder = new DiamondPooledBuilder(steps);
        _await = new DiamondAwait(steps);
        _dataflow = new DiamondDataflow(steps);
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Runs)]
    public async Task<int> Sluice()
    {
        var sum = 0;
        for (var run = 0; run < Runs; run++)
        {
            sum += await _sluice.RunAsync(run);
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Runs)]
    public async Task<int> PooledBuilder()
    {
        var sum = 0;
        for (var run = 0; run < Runs; run++)
        {
            sum += await _pooledBuilder.RunAsync(run);
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Runs)]
    public async Task<int> Await()
    {
        var sum = 0;
        for (var run = 0; run < Runs; run++)
        {
            sum += await _await.RunAsync(run);
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Runs)]
    public async Task<int> Dataflow()
    {
        var sum = 0;
        for (var run = 0; run < Runs; run++)
        {
            sum += await _dataflow.RunAsync(run);
        }

        return sum;
    }
}
