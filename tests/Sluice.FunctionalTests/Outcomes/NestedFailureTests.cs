using Sluice.FunctionalTests.Harness;

namespace Sluice.FunctionalTests.Outcomes;

/// <summary>Nested runs that end with the same exception object: each run reports its own failures and those of its nested runs.</summary>
public sealed partial class NestedFailureTests
{
    private static readonly InvalidDataException Shared = new("shared");

    [Theory]
    [InlineData(Form.Synchronous)]
    [InlineData(Form.ValueTask)]
    [InlineData(Form.Task)]
    public async Task A_run_that_goes_on_tells_of_all_nested_runs_that_failed(Form form)
    {
        var failures = await FailuresAsync(new Going(waits: true), form);

        Assert.Equal(["First undo", "Second undo"], failures.Select(failure => failure.Message).Order());
    }

    [Theory]
    [InlineData(Form.Synchronous)]
    [InlineData(Form.ValueTask)]
    [InlineData(Form.Task)]
    public async Task Nothing_is_told_of_a_run_that_ended_with_the_same_object_before(Form form)
    {
        for (var round = 0; round < 4; round++)
        {
            _ = await FailuresAsync(new Going(waits: round % 2 == 0), form);

            Assert.Empty((await FailuresAsync(new Plain(), form)).Select(failure => failure.Message));
        }
    }

    [Fact]
    public async Task Runs_at_a_time_that_share_an_exception_tell_each_of_their_own()
    {
        var pipelines = Enumerable.Range(0, 8).Select(number => new Numbered(number)).ToArray();
        for (var round = 0; round < 200; round++)
        {
            await Task.WhenAll(
                    pipelines.Select(pipeline =>
                        Task.Run(async () =>
                        {
                            var told = await TellAsync(pipeline);

                            Assert.Equal([$"inner {pipeline.Number}", $"outer {pipeline.Number}"], told);
                        })
                    )
                )
                .OrHang();
        }

        static async Task<string[]> TellAsync(Numbered pipeline)
        {
            try
            {
                await pipeline.RunAsync(pipeline.Number).ConfigureAwait(false);
                return [];
            }
            catch (InvalidDataException exception)
            {
                return [.. RunFailure.Of(exception)!.FurtherFailures.Select(failure => failure.Message)];
            }
        }
    }

    [Fact]
    public async Task A_clean_up_that_fails_alone_leaves_nothing_to_tell_of_another_run()
    {
        _ = await FailuresAsync(new Going(waits: true), Form.ValueTask);

        var thrown = await Assert.ThrowsAsync<InvalidDataException>(() => new Cleaning().RunAsync(1).AsTask());

        Assert.Same(Shared, thrown);
        Assert.Empty(RunFailure.Of(thrown)!.FurtherFailures);
    }

    private static async Task<IReadOnlyList<Exception>> FailuresAsync(IForms pipeline, Form form)
    {
        try
        {
            switch (form)
            {
                case Form.Synchronous:
                    pipeline.Run(1);
                    break;
                case Form.ValueTask:
                    await pipeline.RunAsync(1).ConfigureAwait(false);
                    break;
                default:
                    await pipeline.StartAsync(1).ConfigureAwait(false);
                    break;
            }
        }
        catch (InvalidDataException exception)
        {
            return RunFailure.Of(exception)!.FurtherFailures;
        }

        throw new InvalidOperationException("The run has not failed.");
    }

    /// <summary>The kind of return type of an entry point.</summary>
    public enum Form
    {
        Synchronous,
        ValueTask,
        Task,
    }

    private interface IForms
    {
        int Run(int input);

        ValueTask<int> RunAsync(int input);

        Task<int> StartAsync(int input);
    }

    /// <summary>Both nested runs fail with the same object, and the compensation of each fails with a different one.</summary>
    [Pipeline(OnFailure = FailureMode.Continue)]
    private sealed partial class Going(bool waits) : IForms
    {
        [Stages]
        private readonly First _first = new();

        [Stages]
        private readonly Second _second = new(waits);

        [return: From(nameof(Sum))]
        public partial int Run(int input);

        [return: From(nameof(Total))]
        public partial ValueTask<int> RunAsync(int input);

        [return: From(nameof(Total))]
        public partial Task<int> StartAsync(int input);

        [Stage]
        private static int Sum(
            [From(nameof(First.MakeFirst))] long first,
            [From(nameof(Second.MakeSecond))] double second
        ) => (int)(first + second);

        [Stage]
        private static int Total(
            [From(nameof(First.StartFirstAsync))] long first,
            [From(nameof(Second.StartSecondAsync))] double second
        ) => (int)(first + second);
    }

    [Pipeline]
    private sealed partial class First
    {
        [return: From(nameof(Fail))]
        public partial long MakeFirst(int input);

        [return: From(nameof(Fail))]
        public partial Task<long> StartFirstAsync(int input);

        [Stage, Compensate(nameof(Undo))]
        private static short Done(int input) => (short)input;

        private static void Undo(short done) => throw new IOException("First undo");

        [Stage]
        private static long Fail([From(nameof(Done))] short done) => throw Shared;
    }

    [Pipeline]
    private sealed partial class Second(bool waits)
    {
        [return: From(nameof(Fail))]
        public partial double MakeSecond(int input);

        [return: From(nameof(BreakAsync))]
        public partial ValueTask<double> StartSecondAsync(int input);

        [Stage, Compensate(nameof(Undo))]
        private static short Done(int input) => (short)input;

        private static void Undo(short done) => throw new IOException("Second undo");

        [Stage]
        private static double Fail([From(nameof(Done))] short done) => throw Shared;

        [Stage]
        private async Task<double> BreakAsync([From(nameof(Done))] short done)
        {
            if (waits)
            {
                await Task.Yield();
            }

            throw Shared;
        }
    }

    /// <summary>One stage fails, and there is no other failure.</summary>
    [Pipeline]
    private sealed partial class Plain : IForms
    {
        [Stages]
        private readonly Inner _inner = new();

        [return: From(nameof(Inner.Make))]
        public partial int Run(int input);

        [return: From(nameof(Inner.StartMakingAsync))]
        public partial ValueTask<int> RunAsync(int input);

        [return: From(nameof(Inner.StartMakingAsync))]
        public partial Task<int> StartAsync(int input);

        [Pipeline]
        internal sealed partial class Inner
        {
            [return: From(nameof(Fail))]
            public partial int Make(int input);

            [return: From(nameof(Fail))]
            public partial Task<int> StartMakingAsync(int input);

            [Stage]
            private static int Fail(int input) => throw Shared;
        }
    }

    /// <summary>The inner run and the outer run each have a compensation that fails.</summary>
    [Pipeline]
    private sealed partial class Numbered(int number)
    {
        [Stages]
        private readonly Inner _inner = new();

        public int Number => number;

        [return: From(nameof(Inner.MakeAsync))]
        public partial ValueTask<int> RunAsync(int input);

        [Stage, Compensate(nameof(Undo))]
        private static short Reserve(int input) => (short)input;

        private static void Undo(short done) => throw new IOException($"outer {done}");

        [Pipeline]
        internal sealed partial class Inner
        {
            [return: From(nameof(FailAsync))]
            public partial Task<int> MakeAsync(short input, CancellationToken token = default);

            [Stage, Compensate(nameof(UndoAsync))]
            private static long Done(short input) => input;

            private static async Task UndoAsync(long done)
            {
                await Task.Yield();
                throw new IOException($"inner {done}");
            }

            [Stage]
            private static async ValueTask<int> FailAsync([From(nameof(Done))] long done)
            {
                await Task.Yield();
                throw Shared;
            }
        }
    }

    [Pipeline]
    private sealed partial class Cleaning
    {
        public partial ValueTask<long> RunAsync(int input);

        [Stage]
        private static long Make(int input, StageContext context)
        {
            context.OnCleanUp(async ValueTask () =>
            {
                await Task.Yield();
                throw Shared;
            });
            return input;
        }
    }
}
