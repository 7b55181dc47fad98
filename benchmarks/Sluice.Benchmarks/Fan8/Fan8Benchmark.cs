using BenchmarkDotNet.Attributes;
using Sluice.Benchmarks.Work;

namespace Sluice.Benchmarks.Fan8;

/// <summary>Compares one stage, eight stages that depend on it, and one stage that depends on all of them.</summary>
public class Fan8Benchmark : Comparison
{
    private Fan8Pipeline _sluice = null!;
    private Fan8PooledBuilder _pooledBuilder = null!;
    private Fan8Await _await = null!;
    private Fan8Dataflow _dataflow = null!;

    [GlobalSetup]
    public void Prepare()
    {
        var steps = new Steps(Yields);
        _sluice = new Fan8Pipeline(steps);
        _pooledBuilder = new Fan8PooledBuilder(steps);
        _await = new Fan8Await(steps);
        _dataflow = new Fan8Dataflow(steps);
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
