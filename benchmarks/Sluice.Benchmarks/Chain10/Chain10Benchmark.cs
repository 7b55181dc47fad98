using BenchmarkDotNet.Attributes;
using Sluice.Benchmarks.Work;

namespace Sluice.Benchmarks.Chain10;

/// <summary>Compares ten stages, one after another.</summary>
public class Chain10Benchmark : Comparison
{
    private Chain10Pipeline _sluice = null!;
    private Chain10PooledBuilder _pooledBuilder = null!;
    private Chain10Await _await = null!;
    private Chain10Dataflow _dataflow = null!;

    [GlobalSetup]
    public void Prepare()
    {
        var steps = new Steps(Yields);
        _sluice = new Chain10Pipeline(steps);
        _pooledBuilder = new Chain10PooledBuilder(steps);
        _await = new Chain10Await(steps);
        _dataflow = new Chain10Dataflow(steps);
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
