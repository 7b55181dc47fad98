using Sluice.FunctionalTests.Harness;

namespace Sluice.FunctionalTests.Outcomes;

/// <summary>A run reports only its own failures, even if other runs end with the same exception.</summary>
public sealed partial class OwnFailuresTests
{
    private readonly InvalidDataException _shared = new("shared");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_fails_in_a_nested_run_has_failed_in_the_run(bool suspends)
    {
        var outer = new Outer(new Inner());

        var thrown = await Assert.ThrowsAsync<InvalidDataException>(async () =>
            await outer.RunAsync(new Request(new Part("a", _shared) { Suspends = suspends }))
        );

        Assert.Same(_shared, thrown);
        Assert.Equal(["undo a", "undo outer a"], Messages(RunFailure.Of(thrown)!.FurtherFailures));
    }

    [Fact]
    public async Task An_exception_that_has_ended_a_run_before_brings_nothing_of_it()
    {
        await Assert.ThrowsAsync<InvalidDataException>(async () =>
            await new Undoing().RunAsync(new Part("before", _shared))
        );

        var thrown = await Assert.ThrowsAsync<InvalidDataException>(async () =>
            await new Outer(new Inner()).RunAsync(new Request(new Part("a", _shared)))
        );
        Assert.Equal(["undo a", "undo outer a"], Messages(RunFailure.Of(thrown)!.FurtherFailures));

        var alone = await new Undoing().TryAsync(new Part("b", _shared)).OrHang();
        Assert.Equal(["undo b"], Messages(alone.FurtherFailures));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Runs_at_the_same_time_that_end_with_one_exception_tell_their_own_failures(bool nested)
    {
        var gates = Enumerable.Range(0, 4).Select(_ => new Gate()).ToArray();
        var (pipeline, outer) = (new Undoing(), new Outer(new Inner()));
        var runs = gates
            .Select((gate, number) => new Part($"{number}", _shared) { Gate = gate })
            .Select(part => nested ? EndAsync(outer.TryAsync(new Request(part))) : EndAsync(pipeline.TryAsync(part)))
            .ToArray();

        await Task.WhenAll(gates.Select(gate => Task.Run(() => gate.Open(1))));
        var results = await Task.WhenAll(runs).OrHang();

        Assert.All(
            results.Index(),
            run =>
            {
                Assert.Same(_shared, run.Item.Exception);
                Assert.Equal(
                    nested ? [$"undo {run.Index}", $"undo outer {run.Index}"] : [$"undo {run.Index}"],
                    Messages(run.Item.FurtherFailures)
                );
            }
        );
    }

    [Fact]
    public async Task Each_of_many_threads_is_told_of_the_run_that_it_has_called()
    {
        using var barrier = new Barrier(4);
        var pipeline = new Undoing();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(thread => Task.Run(() => CallAsync(thread)))).OrHang();

        async Task CallAsync(int thread)
        {
            barrier.SignalAndWaitOrHang();
            for (var call = 0; call < 200; call++)
            {
                var name = $"{thread}.{call}";
                try
                {
                    await pipeline.RunAsync(new Part(name, _shared));
                }
                catch (InvalidDataException exception)
                {
                    Assert.Equal([$"undo {name}"], Messages(RunFailure.Of(exception)!.FurtherFailures));
                    continue;
                }

                Assert.Fail("It has not failed.");
            }
        }
    }

    [Fact]
    public async Task Runs_that_wait_for_one_failing_call_tell_their_own_failures()
    {
        var gate = new Gate();
        var pipeline = new Cached(gate);
        var runs = Enumerable.Range(0, 4).Select(number => pipeline.TryAsync($"{number}").AsTask()).ToArray();

        gate.Fail(_shared);
        var results = await Task.WhenAll(runs).OrHang();

        Assert.Equal(1, pipeline.Calls);
        Assert.All(
            results.Index(),
            run =>
            {
                Assert.Same(_shared, run.Item.Outcome.Exception);
                Assert.Equal([$"undo {run.Index}"], Messages(run.Item.FurtherFailures));
            }
        );
    }

    [Fact]
    public async Task A_fallback_that_fails_with_an_exception_of_before_brings_its_own_failure_alone()
    {
        var pipeline = new Guessing();
        for (var run = 0; run < 3; run++)
        {
            var result = await pipeline.TryAsync(new Part($"{run}", _shared)).OrHang();

            Assert.Same(_shared, result.Outcome.Exception);
            Assert.Equal([$"ask {run}"], Messages(result.FurtherFailures));
        }
    }

    [Fact]
    public async Task The_stack_trace_of_an_exception_that_many_runs_return_does_not_grow()
    {
        var pipeline = new Returning();
        Assert.Same(_shared, (await pipeline.RunAsync(new Part("", _shared))).Outcome.Exception);
        var once = _shared.StackTrace!.Length;
        for (var run = 0; run < 100; run++)
        {
            _ = await pipeline.RunAsync(new Part("", _shared));
        }

        Assert.InRange(_shared.StackTrace!.Length, 1, 3 * once);
    }

    private static async Task<(Exception? Exception, IReadOnlyList<Exception> FurtherFailures)> EndAsync<T>(
        ValueTask<PipelineResult<T>> run
    )
    {
        var result = await run;
        Assert.Same(result.FurtherFailures, result.Report.FurtherFailures);
        return (result.Outcome.Exception, result.FurtherFailures);
    }

    private static IEnumerable<string> Messages(IEnumerable<Exception> failures) =>
        failures.Select(failure => failure.Message);

    private sealed record Part(string Name, Exception Failure)
    {
        public bool Suspends { get; init; }

        public Gate? Gate { get; init; }
    }

    private static class UndoneStages
    {
        [Stage, Compensate(nameof(Undo))]
        public static int Make(Part part) => part.Name.Length;

        [Stage]
        public static async ValueTask<long> FailAsync(Part part, int made)
        {
            if (part.Suspends)
            {
                await Task.Yield();
            }

            _ = part.Gate is null ? made : await part.Gate.WaitAsync();
            throw part.Failure;
        }

        public static void Undo(Part part) => throw new IOException($"undo {part.Name}");
    }

    [Pipeline, Stages(typeof(UndoneStages))]
    private sealed partial class Undoing
    {
        public partial ValueTask<long> RunAsync(Part part);

        public partial ValueTask<PipelineResult<long>> TryAsync(Part part);
    }

    [Pipeline, Stages(typeof(UndoneStages))]
    private sealed partial class Inner
    {
        public partial ValueTask<long> RunAsync(Part part);
    }

    private sealed record Request(Part Part);

    [Pipeline]
    private sealed partial class Outer([Stages] Inner inner)
    {
        public partial ValueTask<string> RunAsync(Request request);

        public partial ValueTask<PipelineResult<string>> TryAsync(Request request);

        [Stage, Compensate(nameof(Undo))]
        private static Part Reserve(Request request) => request.Part;

        [Stage]
        private static string Show(long made) => $"{made}";

        private static void Undo(Request request) => throw new IOException($"undo outer {request.Part.Name}");
    }

    [Pipeline]
    private sealed partial class Cached(Gate gate)
    {
        private int _calls;

        public int Calls => _calls;

        public partial ValueTask<PipelineResult<long>> TryAsync(string name);

        [Stage, Compensate(nameof(Undo))]
        private static int Make(string name) => name.Length;

        [Stage, Cached("00:05:00", Key = nameof(KeyOf))]
        private async ValueTask<long> LoadAsync(int made)
        {
            _calls++;
            return made + await gate.WaitAsync();
        }

        private static int KeyOf() => 1;

        private static void Undo(string name) => throw new IOException($"undo {name}");
    }

    [Pipeline]
    private sealed partial class Guessing
    {
        public partial ValueTask<PipelineResult<int>> TryAsync(Part part);

        [Stage, Fallback(nameof(Guess))]
        private static async ValueTask<int> AskAsync(Part part)
        {
            await Task.Yield();
            throw new IOException($"ask {part.Name}");
        }

        private static int Guess(Part part) => throw part.Failure;
    }

    [Pipeline]
    private sealed partial class Returning
    {
        public partial ValueTask<PipelineResult<int>> RunAsync(Part part);

        [Stage]
        private static Outcome<int> Fail(Part part) => Outcome.Fail(part.Failure);
    }
}
