using System.Runtime.CompilerServices;
using Sluice.FunctionalTests.Harness;

namespace Sluice.FunctionalTests.Runs;

/// <summary>Values that a run has skipped, handled or reported can be collected as soon as the run has ended.</summary>
public sealed partial class BranchRetentionTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_run_that_has_handled_a_failure_holds_none_of_it(bool overlaps)
    {
        var objects = RunHandled(overlaps);

        RunObjects.Collect(until: () => objects.TrueForAll(entry => !entry.Reference.IsAlive));

        Assert.Empty(objects.Where(entry => entry.Reference.IsAlive).Select(entry => entry.Name));
    }

    [Fact]
    public void A_result_that_is_forgotten_takes_the_outputs_with_it()
    {
        var objects = RunReported();

        RunObjects.Collect(until: () => objects.TrueForAll(entry => !entry.Reference.IsAlive));

        Assert.Empty(objects.Where(entry => entry.Reference.IsAlive).Select(entry => entry.Name));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static List<(string Name, WeakReference Reference)> RunHandled(bool overlaps)
    {
        var objects = new List<(string, WeakReference)>();
        Task.Run(() =>
            {
                var script = new Script();
                var run = overlaps ? new Holding().OverlappingAsync(script) : new Holding().RunAsync(script);
                var failure = new InvalidDataException("broken");
                script.First.Fail(failure);
                script.Second.Open(2);
                var output = Taken.From(run);
                objects.Add(("failure", new WeakReference(failure)));
                objects.Add(("input", new WeakReference(script)));
                objects.Add(("output", new WeakReference(output)));
            })
            .GetAwaiter()
            .GetResult();
        return objects;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static List<(string Name, WeakReference Reference)> RunReported()
    {
        var objects = new List<(string, WeakReference)>();
        Task.Run(() =>
            {
                var script = new Script();
                var run = new Holding().ReportAsync(script);
                var failure = new InvalidDataException("broken");
                script.Second.Open(2);
                script.First.Fail(failure);
                var result = Taken.From(run);
                objects.Add(("failure", new WeakReference(failure)));
                objects.Add(("input", new WeakReference(script)));
                objects.Add(("value", new WeakReference(Holding.StagesOf(result).Second.Value)));
                objects.Add(("report", new WeakReference(result.Report)));
            })
            .GetAwaiter()
            .GetResult();
        return objects;
    }

    public sealed class Script
    {
        public Gate First { get; } = new();

        public Gate Second { get; } = new();
    }

    public sealed record FirstValue(int Number);

    public sealed record SecondValue(int Number);

    public sealed record Sum(string Text);

    [Pipeline]
    private sealed partial class Holding
    {
        [return: From(nameof(Describe))]
        public partial ValueTask<Sum> RunAsync(Script script);

        [return: From(nameof(Join))]
        public partial ValueTask<Sum> OverlappingAsync(Script script);

        [return: From(nameof(Plain))]
        public partial ValueTask<PipelineResult<Sum>> ReportAsync(Script script);

        [Stage]
        private static async Task<FirstValue> FirstAsync(Script script) => new(await script.First.WaitAsync());

        [Stage]
        private static async Task<SecondValue> SecondAsync(Script script) => new(await script.Second.WaitAsync());

        [Stage]
        private static Sum Describe(Outcome<FirstValue> first) => new(first.ToString());

        [Stage]
        private static Sum Join(Outcome<FirstValue> first, Optional<SecondValue> second) => new($"{first} {second}");

        [Stage]
        private static Sum Plain(FirstValue first, SecondValue second) => new($"{first.Number} {second.Number}");
    }
}
