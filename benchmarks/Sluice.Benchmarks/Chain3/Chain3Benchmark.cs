using BenchmarkDotNet.Attributes;
using Sluice.Benchmarks.Work;

namespace Sluice.Benchmarks.Chain3;

/// <summary>Compares three stages, one after another.</summary>
public class Chain3Benchmark : Comparison
{
    private Chain3Pipeline _sluice = null!;
    private Chain3PooledBuilder _pooledBuilder = null!;
    private Chain3Await _await = null!;
    private Chain3Dataflow _dataflow = null!;

    [GlobalSetup]
    public void Prepare()
    {
        var steps = new Steps(Yields);
        _sluice = new Chain3Pipeline(steps);
        _pooledBuilder = new Chain3PooledBuilder(steps);
        _await = new Chain3Await(steps);
        _dataflow = new Chain3Dataflow(steps);
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
