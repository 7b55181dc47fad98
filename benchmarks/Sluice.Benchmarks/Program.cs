using System.Globalization;
using BenchmarkDotNet.Running;
using Sluice.Benchmarks.FanOuts;
using Sluice.Benchmarks.InFlight;
using Sluice.Benchmarks.Policies;
using Sluice.Benchmarks.Soak;
using Sluice.Benchmarks.Telemetry;
using Sluice.Benchmarks.Work;

// Without arguments BenchmarkDotNet asks which benchmarks to run; "--filter *" runs all of them. "in-flight" runs the
// comparison that is not a micro-benchmark. "contest" runs the contenders in turn in one process, which gives reliable
// ratios on a noisy machine. "fan-out" does so for a fan-out over files, "policies" for policies against Polly's, and
// "telemetry" for traces and metrics. "soak" runs with injected faults for ten minutes, or for the given number of
// minutes.
if (args is ["in-flight", ..])
{
    RunsInFlight.Compare(Console.Out);
}
else if (args is ["contest", ..])
{
    await Contests.RunAllAsync(Console.Out);
}
else if (args is ["fan-out", ..])
{
    await FanOutContest.RunAsync(Console.Out);
}
else if (args is ["policies", ..])
{
    await PolicyContest.RunAsync(Console.Out);
}
else if (args is ["soak", ..])
{
    await SoakRun.RunAsync(
        Console.Out,
        args is [_, var minutes] ? double.Parse(minutes, CultureInfo.InvariantCulture) : 10
    );
}
else if (args is ["telemetry", ..])
{
    await TelemetryContest.RunAllAsync(Console.Out);
}
else
{
    BenchmarkSwitcher.FromAssembly(typeof(FanOutContest).Assembly).Run(args);
}
