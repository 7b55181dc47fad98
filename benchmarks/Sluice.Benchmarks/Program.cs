using BenchmarkDotNet.Running;
using Sluice.Benchmarks.InFlight;

// Without arguments BenchmarkDotNet asks which benchmarks to run; "--filter *" runs all of them. "in-flight" runs the one comparison
// that is no micro-benchmark.
if (args is ["in-flight", ..])
{
    RunsInFlight.Compare(Console.Out);
}
else
{
    BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
}
