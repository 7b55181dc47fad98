using Sluice.CompilerServices.Elements;
using Sluice.FunctionalTests.Harness;

namespace Sluice.FunctionalTests.FanOuts;

/// <summary>The effect of the caller's token on a fan-out, and the tokens that elements get.</summary>
public sealed class ElementCancellationTests
{
    public static TheoryData<SourceKind, int> Points()
    {
        var points = new TheoryData<SourceKind, int>();
        foreach (var kind in Enum.GetValues<SourceKind>())
        {
            for (var point = 0; point < 3; point++)
            {
                points.Add(kind, point);
            }
        }

        return points;
    }

    [Theory]
    [MemberData(nameof(Points))]
    public async Task Nothing_starts_once_the_caller_has_cancelled(SourceKind kind, int after)
    {
        using var source = new CancellationTokenSource();
        Action cancel = source.Cancel;
        var started = 0;

        var run = Fan.OutAsync(
            kind,
            [0, 1, 2, 3],
            (item, _) =>
            {
                started++;
                if (item == after)
                {
                    cancel();
                }

                return new(item);
            },
            token: source.Token
        );

        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run.OrHang());
        Assert.Equal(source.Token, exception.CancellationToken);
        Assert.Equal(after + 1, started);
    }

    [Theory]
    [InlineData(SourceKind.Array)]
    [InlineData(SourceKind.Sequence)]
    [InlineData(SourceKind.Stream)]
    public async Task A_cancellation_after_the_last_start_leaves_a_fan_out_that_succeeds(SourceKind kind)
    {
        using var source = new CancellationTokenSource();
        Action cancel = source.Cancel;

        var results = await Fan.OutAsync(
                kind,
                [0, 1],
                (item, _) =>
                {
                    if (item == 1)
                    {
                        cancel();
                    }

                    return new(item);
                },
                token: source.Token
            )
            .OrHang();

        Assert.Equal([0, 1], results);
    }

    [Theory]
    [InlineData(SourceKind.Array)]
    [InlineData(SourceKind.Sequence)]
    [InlineData(SourceKind.Stream)]
    public async Task A_cancellation_while_elements_are_under_way_is_told_them_and_waits_for_them(SourceKind kind)
    {
        using var source = new CancellationTokenSource();
        var ended = 0;

        var run = Fan.OutAsync(
            kind,
            new int[10],
            async (_, token) =>
            {
                try
                {
                    return await new Gate().WaitOrCancelAsync(token);
                }
                finally
                {
                    ended++;
                }
            },
            maxConcurrency: 3,
            token: source.Token
        );
        await source.CancelAsync();

        Assert.True(run.IsCanceled);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run.OrHang());
        Assert.Equal(3, ended);
    }

    [Fact]
    public async Task A_cancellation_that_no_token_explains_is_a_failure()
    {
        using var source = new CancellationTokenSource();
        var exception = new OperationCanceledException("own");

        var run = Fan.OutAsync(SourceKind.Array, [0, 1], (_, _) => throw exception, token: source.Token);

        Assert.True(run.IsFaulted);
        Assert.Same(exception, await Assert.ThrowsAsync<OperationCanceledException>(() => run.AsTask()));
    }

    [Fact]
    public async Task Elements_that_follow_each_other_get_the_callers_token_and_others_one_of_the_fan_outs_own()
    {
        using var source = new CancellationTokenSource();
        var tokens = new List<CancellationToken>();

        _ = await Fan.OutAsync(SourceKind.Array, [0, 1], Note, maxConcurrency: 1, token: source.Token);
        _ = await Fan.OutAsync(SourceKind.Array, [0], Note, token: source.Token);
        Assert.All(tokens, token => Assert.Equal(source.Token, token));

        tokens.Clear();
        _ = await Fan.OutAsync(SourceKind.Array, [0, 1], Note, token: source.Token);
        Assert.Equal(tokens[0], tokens[1]);
        Assert.NotEqual(source.Token, tokens[0]);
        Assert.True(tokens[0].CanBeCanceled);

        ValueTask<int> Note(int item, CancellationToken token)
        {
            tokens.Add(token);
            return new(item);
        }
    }

    [Fact]
    public async Task A_token_that_was_cancelled_or_may_be_kept_is_never_used_again()
    {
        await OwnThread
            .RunAsync(() =>
            {
                var failed = new List<CancellationToken>();
                var failing = Fan.OutAsync(
                    SourceKind.Array,
                    [0, 1],
                    (item, token) =>
                    {
                        failed.Add(token);
                        throw new InvalidDataException();
                    }
                );
                Assert.Throws<InvalidDataException>(() => Taken.From(failing));
                Assert.True(failed[0].IsCancellationRequested);

                var next = Tokens(mayKeep: true);
                Assert.DoesNotContain(next[0], failed);
                Assert.False(next[0].IsCancellationRequested);

                Assert.NotEqual(next[0], Tokens(mayKeep: false)[0]);
            })
            .OrHang();

        static List<CancellationToken> Tokens(bool mayKeep)
        {
            var tokens = new List<CancellationToken>();
            _ = Taken.From(
                FanOut.RunAsync<CallStage<int>, ValuesOfValues<int>, int, int, int>(
                    new(
                        (item, token) =>
                        {
                            tokens.Add(token);
                            return new(item);
                        }
                    ),
                    [0, 1],
                    maxConcurrency: 0,
                    offload: false,
                    mayKeep,
                    default
                )
            );
            return tokens;
        }
    }

    [Fact]
    public void A_stage_without_a_task_does_not_start_once_the_caller_has_cancelled()
    {
        using var source = new CancellationTokenSource();
        var started = 0;
        var stage = new SynchronousCallStage<int>(
            (item, token) =>
            {
                Assert.Equal(source.Token, token);
                started++;
                source.Cancel();
                return item;
            }
        );

        Assert.Throws<OperationCanceledException>(() =>
            FanOut.Run<SynchronousCallStage<int>, OutcomesOfValues<int>, int, int, Outcome<int>>(
                stage,
                [0, 1],
                source.Token
            )
        );
        Assert.Equal(1, started);
    }
}
