using Sluice.CompilerServices.Elements;
using Sluice.FunctionalTests.Harness;

namespace Sluice.FunctionalTests.FanOuts;

/// <summary>The conversion of returned values to results for every pair of forms, with and without a task.</summary>
public sealed class ElementResultTests
{
    private static readonly InvalidDataException Failure = new();
    private static readonly int[] Items = [1, -1, 2];
    private static readonly int[] Failing = [1, -2, 2];

    public static TheoryData<SourceKind, bool> Ways()
    {
        var ways = new TheoryData<SourceKind, bool>();
        foreach (var kind in Enum.GetValues<SourceKind>())
        {
            ways.Add(kind, false);
            ways.Add(kind, true);
        }

        return ways;
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_stage_that_returns_values(SourceKind kind, bool yields)
    {
        Assert.Equal((int[])[1, -1, 2], await RunAsync<ValuesOfValues<int>, int, int>(kind, yields, Items, Value));
        Assert.Equal(
            [Optional.Value(1), Optional.Value(-1), Optional.Value(2)],
            await RunAsync<OptionalsOfValues<int>, int, Optional<int>>(kind, yields, Items, Value)
        );
        Assert.Equal(
            [Outcome.Value(1), Outcome.Fail(Failure), Outcome.Value(2)],
            await RunAsync<OutcomesOfValues<int>, int, Outcome<int>>(kind, yields, Failing, Value)
        );
        await FailsAsync(() => RunAsync<ValuesOfValues<int>, int, int>(kind, yields, Failing, Value));
        await FailsAsync(() => RunAsync<OptionalsOfValues<int>, int, Optional<int>>(kind, yields, Failing, Value));

        static int Value(int item) => item == -2 ? throw Failure : item;
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_stage_that_returns_optionals(SourceKind kind, bool yields)
    {
        Assert.Equal(
            (int[])[1, 2],
            await RunAsync<ValuesOfOptionals<int>, Optional<int>, int>(kind, yields, Items, Value)
        );
        Assert.Equal(
            [Optional.Value(1), Optional.Skip("small"), Optional.Value(2)],
            await RunAsync<OptionalsOfOptionals<int>, Optional<int>, Optional<int>>(kind, yields, Items, Value)
        );
        Assert.Equal(
            [Outcome.Value(1), Outcome.Skip("small"), Outcome.Value(2)],
            await RunAsync<OutcomesOfOptionals<int>, Optional<int>, Outcome<int>>(kind, yields, Items, Value)
        );
        Assert.Equal(
            [Outcome.Value(1), Outcome.Fail(Failure), Outcome.Value(2)],
            await RunAsync<OutcomesOfOptionals<int>, Optional<int>, Outcome<int>>(kind, yields, Failing, Value)
        );
        await FailsAsync(() => RunAsync<ValuesOfOptionals<int>, Optional<int>, int>(kind, yields, Failing, Value));
        Assert.Empty(await RunAsync<ValuesOfOptionals<int>, Optional<int>, int>(kind, yields, [-1, -1], Value));

        static Optional<int> Value(int item) =>
            item switch
            {
                -1 => Optional.Skip("small"),
                -2 => throw Failure,
                _ => item,
            };
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_stage_that_returns_outcomes(SourceKind kind, bool yields)
    {
        Assert.Equal(
            (int[])[1, 2],
            await RunAsync<ValuesOfOutcomes<int>, Outcome<int>, int>(kind, yields, Items, Value)
        );
        Assert.Equal(
            [Optional.Value(1), Optional.Skip("small"), Optional.Value(2)],
            await RunAsync<OptionalsOfOutcomes<int>, Outcome<int>, Optional<int>>(kind, yields, Items, Value)
        );
        Assert.Equal(
            [Outcome.Value(1), Outcome.Skip("small"), Outcome.Value(2), Outcome.Fail(Failure), Outcome.Fail(Failure)],
            await RunAsync<OutcomesOfOutcomes<int>, Outcome<int>, Outcome<int>>(kind, yields, [1, -1, 2, -2, -5], Value)
        );
        await FailsAsync(() => RunAsync<ValuesOfOutcomes<int>, Outcome<int>, int>(kind, yields, Failing, Value));
        await FailsAsync(() =>
            RunAsync<OptionalsOfOutcomes<int>, Outcome<int>, Optional<int>>(kind, yields, Failing, Value)
        );
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task An_element_that_cancels_ends_the_fan_out_whatever_its_results_are(SourceKind kind, bool yields)
    {
        int[] items = [1, -3, 2];

        foreach (
            var run in (Func<ValueTask>[])
                [
                    async () => await RunAsync<ValuesOfOutcomes<int>, Outcome<int>, int>(kind, yields, items, Value),
                    async () =>
                        await RunAsync<OptionalsOfOutcomes<int>, Outcome<int>, Optional<int>>(
                            kind,
                            yields,
                            items,
                            Value
                        ),
                    async () =>
                        await RunAsync<OutcomesOfOutcomes<int>, Outcome<int>, Outcome<int>>(kind, yields, items, Value),
                ]
        )
        {
            var exception = await Assert.ThrowsAsync<RunCancelledException>(() => run().OrHang());
            Assert.Equal("enough", exception.Reason);
        }

        var task = Fan.CollectAsync<ValuesOfOutcomes<int>, Outcome<int>, int>(
            kind,
            items,
            (item, _) => new(Value(item))
        );
        Assert.True(task.IsCanceled);
        await Assert.ThrowsAsync<RunCancelledException>(() => task.AsTask());
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task An_element_that_asks_to_be_tried_again_fails(SourceKind kind, bool yields)
    {
        int[] items = [1, -4, 2];

        var exception = await Assert.ThrowsAsync<RetryRequestedException>(() =>
            RunAsync<ValuesOfOutcomes<int>, Outcome<int>, int>(kind, yields, items, Value).OrHang()
        );
        Assert.Equal(TimeSpan.FromSeconds(3), exception.RetryAfter);
        Assert.Same(Failure, exception.InnerException);

        var outcomes = await RunAsync<OutcomesOfOutcomes<int>, Outcome<int>, Outcome<int>>(kind, yields, items, Value);
        Assert.Equal([1, 0, 2], outcomes.Select(outcome => outcome.ValueOr(0)));
        Assert.Equal(TimeSpan.FromSeconds(3), Assert.IsType<RetryRequestedException>(outcomes[1].Exception).RetryAfter);
    }

    [Fact]
    public async Task A_failure_that_is_a_result_leaves_the_token_and_the_others_alone()
    {
        var gate = new Gate();
        var tokens = new List<CancellationToken>();

        var run = Fan.CollectAsync<OutcomesOfValues<int>, int, Outcome<int>>(
                SourceKind.Array,
                [0, 1, 2],
                async (item, token) =>
                {
                    tokens.Add(token);
                    return item switch
                    {
                        0 => throw Failure,
                        1 => await gate.WaitAsync(),
                        _ => throw new OperationCanceledException(),
                    };
                }
            )
            .AsTask();
        Assert.All(tokens, token => Assert.False(token.IsCancellationRequested));
        gate.Open(7);

        var outcomes = await run.OrHang();
        Assert.Equal([Outcome.Fail(Failure), 7], outcomes[..2]);
        Assert.IsType<OperationCanceledException>(outcomes[2].Exception);
    }

    [Fact]
    public async Task A_cancellation_by_the_caller_is_no_result()
    {
        using var source = new CancellationTokenSource();

        var run = Fan.CollectAsync<OutcomesOfValues<int>, int, Outcome<int>>(
            SourceKind.Array,
            [0, 1],
            async (_, token) => await new Gate().WaitOrCancelAsync(token),
            token: source.Token
        );
        await source.CancelAsync();

        Assert.True(run.IsCanceled);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run.AsTask());
    }

    [Fact]
    public async Task Effects_run_for_each_element()
    {
        int[] items = [.. Enumerable.Range(1, 100)];
        var sum = 0;
        var effect = new CallEffect(
            async (item, _) =>
            {
                await Task.Yield();
                Interlocked.Add(ref sum, item);
            }
        );
        var synchronous = new SynchronousCallEffect((item, _) => Interlocked.Add(ref sum, item));

        await FanOut.RunAsync<CallEffect, int>(effect, items, 0, offload: false, default).OrHang();
        await FanOut.RunAsync<CallEffect, int>(effect, items.AsMemory(), 0, offload: true, default).OrHang();
        await FanOut.RunAsync<CallEffect, int>(effect, (IEnumerable<int>)items, 3, offload: false, default).OrHang();
        await FanOut.RunAsync<CallEffect, int>(effect, items.ToList(), 3, offload: false, default).OrHang();
        await FanOut.RunAsync<CallEffect, int>(effect, items.Where(_ => true), 3, offload: false, default).OrHang();
        await FanOut
            .RunAsync<CallEffect, int>(
                effect,
                (IAsyncEnumerable<int>)new TrackedSequence(items),
                3,
                offload: false,
                default
            )
            .OrHang();
        Assert.Equal(6 * 5_050, sum);

        sum = 0;
        FanOut.Run<SynchronousCallEffect, int>(synchronous, items, default);
        FanOut.Run<SynchronousCallEffect, int>(synchronous, items.AsMemory(), default);
        FanOut.Run<SynchronousCallEffect, int>(synchronous, items.Where(_ => true), default);
        await FanOut
            .RunSynchronousAsync<SynchronousCallEffect, int>(synchronous, items, 0, offload: true, default)
            .OrHang();
        await FanOut
            .RunSynchronousAsync<SynchronousCallEffect, int>(
                synchronous,
                (IAsyncEnumerable<int>)new TrackedSequence(items),
                0,
                offload: false,
                default
            )
            .OrHang();
        Assert.Equal(5 * 5_050, sum);
    }

    [Fact]
    public async Task An_effect_that_fails_ends_the_fan_out()
    {
        var started = 0;
        var effect = new CallEffect((item, _) => ++started == 2 ? throw Failure : default);

        var run = FanOut.RunAsync<CallEffect, int>(effect, [1, 2, 3], 0, offload: false, default);

        await FailsAsync(async () =>
        {
            await run;
            return 0;
        });
        Assert.Equal(2, started);
    }

    private static Outcome<int> Value(int item) =>
        item switch
        {
            -1 => Outcome.Skip("small"),
            -2 => Outcome.Fail(Failure),
            -3 => Outcome.Cancel("enough"),
            -4 => Outcome.Retry(TimeSpan.FromSeconds(3), Failure),
            -5 => throw Failure,
            _ => item,
        };

    private static async Task FailsAsync<T>(Func<ValueTask<T>> run) =>
        Assert.Same(Failure, await Assert.ThrowsAsync<InvalidDataException>(() => run().OrHang()));

    // With a task and, for an array, without one. Both must return the same results.
    private static async ValueTask<TResult[]> RunAsync<TCollector, TReturned, TResult>(
        SourceKind kind,
        bool yields,
        int[] items,
        Func<int, TReturned> call
    )
        where TCollector : struct, IElementCollector<TReturned, TResult>
    {
        if (kind != SourceKind.Array || yields)
        {
            return await Fan.CollectAsync<TCollector, TReturned, TResult>(
                    kind,
                    items,
                    async (item, _) =>
                    {
                        if (yields)
                        {
                            await Task.Yield();
                        }

                        return call(item);
                    },
                    maxConcurrency: 1
                )
                .OrHang();
        }

        return FanOut.Run<SynchronousCallStage<TReturned>, TCollector, int, TReturned, TResult>(
            new((item, _) => call(item)),
            items,
            default
        );
    }
}
