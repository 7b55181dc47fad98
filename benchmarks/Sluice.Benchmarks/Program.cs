using System.Globalization;
using BenchmarkDotNet.Running;
using Sluice.Benchmarks.Binding;
using Sluice.Benchmarks.FanOuts;
using Sluice.Benchmarks.InFlight;
using Sluice.Benchmarks.Loops;
using Sluice.Benchmarks.Policies;
using Sluice.Benchmarks.Soak;
using Sluice.Benchmarks.Telemetry;
using Sluice.Benchmarks.Work;

// Without arguments BenchmarkDotNet asks which benchmarks to run; "--filter *" runs all of them. "in-flight" runs the one comparison
// that is no micro-benchmark; "contest" lets the contenders run in turn in one process, which is what tells on a noisy machine, of
// all graphs or of those whose name contains what is given, such as "chain of 3, yield";
// "loop" does so with loops against those written by hand; "fan-out" with a fan-out over files, "policies" with policies against Polly's, "telemetry" with spans and metrics.
// "soak" runs for ten minutes, or as many as are given, with faults. "binding" measures the compiler, in as many
// rounds as are given: how long it takes to bind a project of pipelines with and without the code that is emitted for them.
if (args is ["in-flight", ..])
{
    RunsInFlight.Compare(Console.Out);
}
else if (args is ["contest", ..])
{
    await Contests.RunAllAsync(Console.Out, args is [_, var part] ? part : "");
}
else if (args is ["loop", ..])
{
    await LoopContest.RunAsync(Console.Out);
}
else if (args is ["fan-out", ..])
{
    await FanOutContest.RunAsync(Console.Out);
}
else if (args is ["policies", ..])
{
    await PolicyContest.RunAsync(Console.Out);
}
else if (args is ["binding", ..])
{
    BindingContest.RunAll(
        Console.Out,
        args is [_, var rounds] ? int.Parse(rounds, CultureInfo.InvariantCulture) : BindingContest.UsualRounds
    );
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
