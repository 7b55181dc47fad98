using System.Runtime.CompilerServices;
using Sluice.FunctionalTests.Harness;

namespace Sluice.FunctionalTests.Outcomes;

/// <summary>A run that its caller cancels ends with a cancellation by the caller's token, whatever token the stages got.</summary>
public sealed partial class CancellingTokenTests
{
    private static readonly Dictionary<string, Func<CancellationTokenSource, CancellationToken, Task>> Runs = new()
    {
        ["synchronous"] = (source, token) => Task.Run(() => new Limited().Run(source, token), CancellationToken.None),
        ["at once"] = (source, token) => new Limited().AtOnceAsync(source, 1, token).AsTask(),
        ["alone"] = (source, token) => new Limited().AloneAsync(source, "a", token).AsTask(),
        ["overlapping"] = (source, token) => new Overlapping().RunAsync(source, token).AsTask(),
        ["limited"] = (source, token) => new Limited().RunAsync(source, token).AsTask(),
        ["linked"] = (source, token) => new Linked().RunAsync(source, token).AsTask(),
        ["elements"] = (source, token) => new Elements().RunAsync([source, source], token).AsTask(),
        ["with a deadline"] = (source, token) => new Overlapping().InContextAsync(source, NewContext(), token).AsTask(),
        ["nested"] = (source, token) => new Outer(new Inner()).RunAsync(source, token).AsTask(),
        ["observed"] = (source, token) => new Overlapping().ObservedAsync(source, new Silent(), token).AsTask(),
    };

    public static TheoryData<string> Ways => [.. Runs.Keys];

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task The_token_is_the_callers(string way)
    {
        using var source = new CancellationTokenSource();

        var thrown = await ThrownAsync(way, source);

        Assert.Equal(source.Token, thrown.CancellationToken);
    }

    [Fact]
    public async Task What_the_stage_threw_is_the_inner_exception_and_its_type_is_kept()
    {
        using var source = new CancellationTokenSource();

        var thrown = await ThrownAsync("limited", source);

        Assert.IsType<TaskCanceledException>(thrown);
        Assert.NotEqual(source.Token, Assert.IsType<TaskCanceledException>(thrown.InnerException).CancellationToken);
    }

    [Fact]
    public async Task Runs_that_start_one_another_do_not_wrap_it_twice()
    {
        using var source = new CancellationTokenSource();

        var thrown = await ThrownAsync("nested", source);

        Assert.Null(thrown.InnerException!.InnerException);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_result_has_the_callers_token_and_names_the_stage(bool overlapping)
    {
        using var source = new CancellationTokenSource();
        await (
            overlapping
                ? CheckAsync(new Overlapping().TryAsync(source, source.Token))
                : CheckAsync(new Limited().TryAsync(source, source.Token))
        );

        async Task CheckAsync<T>(ValueTask<PipelineResult<T>> run)
        {
            var result = await run.OrHang();
            Assert.Equal(OutcomeStatus.Cancelled, result.Outcome.Status);
            var thrown = Assert.IsAssignableFrom<OperationCanceledException>(result.Outcome.Exception);
            Assert.Equal(source.Token, thrown.CancellationToken);

            // If stages overlap, the run may notice the cancellation before the stage does.
            if (!overlapping)
            {
                Assert.Equal("Wait", result.FailedStage!.Name);
            }
        }
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public async Task A_stream_ends_with_the_token_that_was_cancelled(bool byConsumer, bool inScope)
    {
        using var entryPoint = new CancellationTokenSource();
        using var consumer = new CancellationTokenSource();
        var stream = inScope
            ? new StreamingInScope().RunAsync("a", entryPoint.Token)
            : new Streaming().RunAsync(1, entryPoint.Token);
        var cancelled = byConsumer ? consumer : entryPoint;

        var thrown = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in stream.WithCancellation(consumer.Token))
            {
                await cancelled.CancelAsync();
            }
        });

        Assert.Equal(cancelled.Token, thrown.CancellationToken);
    }

    [Fact]
    public async Task A_type_of_the_users_own_is_left_alone()
    {
        using var source = new CancellationTokenSource();
        var own = new OwnCancellation();

        var thrown = await Assert.ThrowsAsync<OwnCancellation>(() =>
            new Throwing().RunAsync(source, own, source.Token).OrHang()
        );

        Assert.Same(own, thrown);
    }

    private static Task<OperationCanceledException> ThrownAsync(string way, CancellationTokenSource source) =>
        Assert.ThrowsAnyAsync<OperationCanceledException>(() => Runs[way](source, source.Token).OrHang());

    private static RunContext NewContext() => new() { Deadline = DateTimeOffset.UtcNow + TimeSpan.FromHours(1) };

    // The caller cancels while the stage is running. The stage notices by its own token.
    private static async Task<int> CancelAsync(CancellationTokenSource source, CancellationToken token)
    {
        await Task.Yield();
        await source.CancelAsync();
        await Task.Delay(Timeout.Infinite, token);
        return 1;
    }

#pragma warning disable CA1032 // Only this test throws it.
    private sealed class OwnCancellation : OperationCanceledException;
#pragma warning restore CA1032

    private readonly struct Silent : IRunObserver
    {
        public void Observe(in RunEvent runEvent) { }
    }

    [Pipeline]
    private sealed partial class Limited
    {
        public partial ValueTask<int> RunAsync(CancellationTokenSource source, CancellationToken token);

        public partial ValueTask<PipelineResult<int>> TryAsync(CancellationTokenSource source, CancellationToken token);

        public partial short Run(CancellationTokenSource source, CancellationToken token);

        public partial ValueTask<byte> AtOnceAsync(CancellationTokenSource source, int number, CancellationToken token);

        public partial ValueTask<long> AloneAsync(CancellationTokenSource source, string text, CancellationToken token);

        [Stage, Timeout("01:00:00")]
        private static async ValueTask<int> WaitAsync(CancellationTokenSource source, CancellationToken token) =>
            await CancelAsync(source, token);

        [Stage, Timeout("01:00:00")]
        private static short Block(CancellationTokenSource source, CancellationToken token)
        {
            source.Cancel();
            token.ThrowIfCancellationRequested();
            return 1;
        }

        [Stage, Timeout("01:00:00")]
        private static ValueTask<byte> Try(CancellationTokenSource source, int number, CancellationToken token)
        {
            source.Cancel();
            token.ThrowIfCancellationRequested();
            return new((byte)number);
        }

        [Stage]
        private static async ValueTask<long> MeasureAsync(
            string text,
            CancellationTokenSource source,
            StageContext context
        ) => await CancelAsync(source, context.CancellationToken) + text.Length;
    }

    [Pipeline]
    private sealed partial class Overlapping
    {
        public partial ValueTask<long> RunAsync(CancellationTokenSource source, CancellationToken token);

        public partial ValueTask<PipelineResult<long>> TryAsync(
            CancellationTokenSource source,
            CancellationToken token
        );

        public partial ValueTask<long> InContextAsync(
            CancellationTokenSource source,
            RunContext context,
            CancellationToken token
        );

        public partial ValueTask<long> ObservedAsync<TObserver>(
            CancellationTokenSource source,
            TObserver observer,
            CancellationToken token
        )
            where TObserver : struct, IRunObserver;

        [Stage]
        private static async ValueTask<int> WaitAsync(CancellationTokenSource source, CancellationToken token) =>
            await CancelAsync(source, token);

        [Stage]
        private static async ValueTask<short> OtherAsync(CancellationTokenSource source, CancellationToken token)
        {
            await Task.Yield();
            return (short)(source.IsCancellationRequested && token.CanBeCanceled ? 1 : 2);
        }

        [Stage]
        private static long Sum(int first, short second) => first + second;
    }

    [Pipeline]
    private sealed partial class Linked
    {
        public partial ValueTask<int> RunAsync(CancellationTokenSource source, CancellationToken token);

        [Stage]
        private static async ValueTask<int> WaitAsync(CancellationTokenSource source, CancellationToken token)
        {
            using var own = CancellationTokenSource.CreateLinkedTokenSource(token);
            return await CancelAsync(source, own.Token);
        }
    }

    [Pipeline]
    private sealed partial class Elements
    {
        public partial ValueTask<int[]> RunAsync(CancellationTokenSource[] sources, CancellationToken token);

        [Stage]
        private static async ValueTask<int> WaitAsync(
            [Each(MaxConcurrency = 2)] CancellationTokenSource source,
            CancellationToken token
        ) => await CancelAsync(source, token);
    }

    [Pipeline]
    private sealed partial class Inner
    {
        public partial ValueTask<int> RunAsync(CancellationTokenSource source, CancellationToken token);

        [Stage, Timeout("01:00:00")]
        private static async ValueTask<int> WaitAsync(CancellationTokenSource source, CancellationToken token) =>
            await CancelAsync(source, token);
    }

    [Pipeline]
    private sealed partial class Outer([Stages] Inner inner)
    {
        public partial ValueTask<long> RunAsync(CancellationTokenSource source, CancellationToken token);

        [Stage]
        private static async ValueTask<short> OtherAsync(CancellationTokenSource source, CancellationToken token)
        {
            await Task.Yield();
            return (short)(source.IsCancellationRequested && token.CanBeCanceled ? 1 : 2);
        }

        [Stage]
        private static long Sum(int first, short second) => first + second;
    }

    [Pipeline]
    private sealed partial class Throwing
    {
        public partial ValueTask<int> RunAsync(
            CancellationTokenSource source,
            OwnCancellation own,
            CancellationToken token
        );

        [Stage]
        private static async ValueTask<int> ThrowAsync(CancellationTokenSource source, OwnCancellation own)
        {
            await source.CancelAsync();
            throw own;
        }
    }

    [Pipeline]
    private sealed partial class Streaming
    {
        public partial IAsyncEnumerable<int> RunAsync(int first, CancellationToken token);

        [Stage]
        private static async IAsyncEnumerable<int> CountAsync(
            int first,
            [EnumeratorCancellation] CancellationToken token
        )
        {
            yield return first;
            await Task.Delay(Timeout.Infinite, token);
        }
    }

    [Pipeline]
    private sealed partial class StreamingInScope
    {
        public partial IAsyncEnumerable<int> RunAsync(string text, CancellationToken token);

        [Stage]
        private static async IAsyncEnumerable<int> MeasureAsync(
            string text,
            StageContext context,
            [EnumeratorCancellation] CancellationToken token
        )
        {
            yield return text.Length + context.Attempt;
            await Task.Delay(Timeout.Infinite, token);
        }
    }
}
