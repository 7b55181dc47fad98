using Sluice.FunctionalTests.Harness;
using Sluice.FunctionalTests.Values;

namespace Sluice.FunctionalTests.Contexts;

/// <summary>The execution context in which stages run. The caller's context remains as it was.</summary>
public sealed partial class ExecutionContextTests
{
    private static readonly AsyncLocal<string?> Ambient = new();

    [Fact]
    public void A_synchronous_entry_point_leaves_the_callers_context_as_it_was()
    {
        Ambient.Value = "caller";

        Assert.Equal(new First(1), new Changing().Run(Gate.Opened(1)));
        Assert.Equal("caller", Ambient.Value);

        Assert.Throws<InvalidDataException>(() => new Changing().Run(Gate.Failed(new InvalidDataException())));
        Assert.Equal("caller", Ambient.Value);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void An_entry_point_that_completes_at_once_leaves_the_callers_context_as_it_was(bool overlapping)
    {
        Ambient.Value = "caller";

        Assert.Equal(1, Taken.From(Start(overlapping, new Script(Gate.Opened(1), new Journal()))).Number);
        Assert.Equal("caller", Ambient.Value);

        var failed = Gate.Failed(new InvalidDataException());
        Assert.Throws<InvalidDataException>(() => Taken.From(Start(overlapping, new Script(failed, new Journal()))));
        Assert.Equal("caller", Ambient.Value);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_stage_that_is_resumed_into_sees_the_callers_context_and_not_that_of_who_completes(
        bool overlapping
    )
    {
        Ambient.Value = "caller";
        var journal = new Journal();
        var gate = new Gate();

        var run = Start(overlapping, new Script(gate, journal)).AsTask();
        Assert.Equal("caller", Ambient.Value);
        Ambient.Value = "caller, later";
        await OwnThread
            .RunAsync(() =>
            {
                Ambient.Value = "completer";
                gate.Open(1);
                Assert.Equal("completer", Ambient.Value);
            })
            .OrHang();

        Assert.Equal(1, (await run.OrHang()).Number);
        Assert.Equal(["caller"], journal.Entries);
        Assert.Equal("caller, later", Ambient.Value);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_completer_that_suppresses_the_flow_keeps_its_own_context_and_the_stage_sees_the_callers(
        bool overlapping
    )
    {
        Ambient.Value = "caller";
        var journal = new Journal();
        var gate = new Gate();

        var run = Start(overlapping, new Script(gate, journal)).AsTask();
        await OwnThread
            .RunAsync(() =>
            {
                Ambient.Value = "completer";
                using (ExecutionContext.SuppressFlow())
                {
                    gate.Open(1);
                    Assert.True(ExecutionContext.IsFlowSuppressed());
                }

                Assert.Equal("completer", Ambient.Value);
            })
            .OrHang();

        Assert.Equal(1, (await run.OrHang()).Number);
        Assert.Equal(["caller"], journal.Entries);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_entry_point_that_is_called_while_the_flow_is_suppressed_leaves_it_suppressed(bool overlapping)
    {
        var gate = new Gate();
        Task<Third>? run = null;

        await OwnThread
            .RunAsync(() =>
            {
                using (ExecutionContext.SuppressFlow())
                {
                    run = Start(overlapping, new Script(gate, new Journal())).AsTask();
                    Assert.True(ExecutionContext.IsFlowSuppressed());
                    _ = Taken.From(Start(overlapping, new Script(Gate.Opened(1), new Journal())));
                    Assert.True(ExecutionContext.IsFlowSuppressed());
                }
            })
            .OrHang();
        gate.Open(1);

        Assert.Equal(1, (await run!.OrHang()).Number);
    }

    [Fact]
    public async Task An_offloaded_stage_sees_the_callers_context()
    {
        Ambient.Value = "caller";
        var journal = new Journal();

        _ = await new Offloading().RunAsync(journal).OrHang();

        Assert.Equal(["caller"], journal.Entries);
    }

    [Fact]
    public async Task A_pooled_run_does_not_remember_the_context_of_the_run_before()
    {
        var pipeline = new Overlapping();
        var journal = new Journal();
        foreach (var caller in new[] { "one", "two", null, "three" })
        {
            Ambient.Value = caller;
            var gate = new Gate();
            var run = pipeline.RunAsync(new Script(gate, journal));
            Ambient.Value = "completer";
            gate.Open(1);
            _ = Taken.From(run);
        }

        await Task.CompletedTask;
        Assert.Equal(["one", "two", "nothing", "three"], journal.Entries);
    }

    private static ValueTask<Third> Start(bool overlapping, Script script) =>
        overlapping ? new Overlapping().RunAsync(script) : new Following().RunAsync(script);

    public sealed record Script(Gate Gate, Journal Journal);

    [Pipeline]
    private sealed partial class Changing
    {
        public partial First Run(Gate gate);

        [Stage]
        private static First Change(Gate gate)
        {
            Ambient.Value = "stage";
            return new First(gate.AsTask().GetAwaiter().GetResult());
        }
    }

    [Pipeline]
    private sealed partial class Following
    {
        public partial ValueTask<Third> RunAsync(Script script);

        // This is not an async method, so its change of the context stays on the thread.
        [Stage]
        private static ValueTask<int> FirstAsync(Script script)
        {
            var first = script.Gate.AsTask();
            Ambient.Value = "first stage";
            return new(first);
        }

        [Stage]
        private static Third Third(Script script, int first)
        {
            script.Journal.Add(Ambient.Value ?? "nothing");
            Ambient.Value = "second stage";
            return new Third(first);
        }
    }

    [Pipeline]
    private sealed partial class Overlapping
    {
        public partial ValueTask<Third> RunAsync(Script script);

        [Stage]
        private static ValueTask<int> FirstAsync(Script script)
        {
            var first = script.Gate.AsTask();
            Ambient.Value = "first stage";
            return new(first);
        }

        [Stage]
        private static ValueTask<Second> SecondAsync(Script script) =>
            new(new Second(script.Journal.Entries.Count * 0));

        [Stage]
        private static Third Third(Script script, int first, Second second)
        {
            script.Journal.Add(Ambient.Value ?? "nothing");
            Ambient.Value = "second stage";
            return new Third(first + second.Number);
        }
    }

    [Pipeline]
    private sealed partial class Offloading
    {
        public partial ValueTask<First> RunAsync(Journal journal);

        [Stage, Offload]
        private static First First(Journal journal) => journal.Add(Ambient.Value ?? "nothing", new First(1));
    }
}
