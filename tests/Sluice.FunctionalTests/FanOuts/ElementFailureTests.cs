using Sluice.CompilerServices.Elements;
using Sluice.FunctionalTests.Harness;

namespace Sluice.FunctionalTests.FanOuts;

/// <summary>Failures of elements and of their source.</summary>
public sealed class ElementFailureTests
{
    public static TheoryData<SourceKind, int> Positions()
    {
        var positions = new TheoryData<SourceKind, int>();
        foreach (var kind in Enum.GetValues<SourceKind>())
        {
            for (var position = 0; position < 4; position++)
            {
                positions.Add(kind, position);
            }
        }

        return positions;
    }

    [Theory]
    [MemberData(nameof(Positions))]
    public async Task The_first_failure_cancels_those_under_way_waits_for_them_and_starts_nothing_new(
        SourceKind kind,
        int failing
    )
    {
        var journal = new Journal();
        var failure = new Gate();
        var slow = new Gate();
        var exception = new InvalidDataException();

        var run = Fan.OutAsync(
                kind,
                [0, 1, 2, 3, 4, 5],
                async (item, token) =>
                {
                    journal.Add($"start {item}");
                    if (item == failing)
                    {
                        return await failure.WaitAsync();
                    }

                    try
                    {
                        return await new Gate().WaitOrCancelAsync(token);
                    }
                    catch (OperationCanceledException)
                    {
                        journal.Add("told");
                        await slow.WaitAsync();
                        journal.Add("ended");
                        throw;
                    }
                },
                maxConcurrency: 4
            )
            .AsTask();
        failure.Fail(exception);

        Assert.Equal(3, journal.Entries.Count(entry => entry == "told"));
        Assert.False(run.IsCompleted);
        slow.Open(1);

        Assert.Same(exception, await Assert.ThrowsAsync<InvalidDataException>(() => run.OrHang()));
        Assert.Equal(3, journal.Entries.Count(entry => entry == "ended"));
        Assert.Equal(
            ["start 0", "start 1", "start 2", "start 3"],
            journal.Entries.Where(entry => entry.StartsWith("start", StringComparison.Ordinal))
        );
        Assert.Null(RunFailure.Of(exception));
    }

    [Theory]
    [MemberData(nameof(Positions))]
    public async Task An_element_that_throws_at_once_ends_the_fan_out_at_its_place(SourceKind kind, int failing)
    {
        var started = new List<int>();
        var exception = new InvalidDataException();

        var run = Fan.OutAsync(
            kind,
            [0, 1, 2, 3],
            (item, _) =>
            {
                started.Add(item);
                return item == failing ? throw exception : new(item);
            }
        );

        Assert.True(run.IsFaulted);
        Assert.Same(exception, await Assert.ThrowsAsync<InvalidDataException>(() => run.OrHang()));
        Assert.Equal(Enumerable.Range(0, failing + 1), started);
    }

    [Fact]
    public async Task Failures_after_the_first_are_attached_and_cancellations_are_not()
    {
        var first = new InvalidDataException("first");
        var second = new InvalidDataException("second");
        var gates = Enumerable.Range(0, 3).Select(_ => new Gate()).ToArray();

        var run = Fan.OutAsync(
                SourceKind.Array,
                [0, 1, 2],
                async (item, token) =>
                    item == 2 ? await gates[item].WaitOrCancelAsync(token) : await gates[item].WaitAsync()
            )
            .AsTask();
        gates[1].Fail(first);
        gates[0].Fail(second);

        Assert.Same(first, await Assert.ThrowsAsync<InvalidDataException>(() => run.OrHang()));
        Assert.Equal([second], RunFailure.Of(first)!.FurtherFailures);
    }

    [Fact]
    public async Task What_callbacks_on_the_token_throw_is_attached()
    {
        var first = new InvalidDataException("first");
        var gate = new Gate();

        var run = Fan.OutAsync(
                SourceKind.Array,
                [0, 1],
                async (item, token) =>
                {
                    _ = token.Register(() => throw new NotSupportedException());
                    return await (item == 0 ? gate.WaitAsync() : new Gate().WaitOrCancelAsync(token));
                }
            )
            .AsTask();
        gate.Fail(first);

        Assert.Same(first, await Assert.ThrowsAsync<InvalidDataException>(() => run.OrHang()));
        var attached = Assert.IsType<AggregateException>(Assert.Single(RunFailure.Of(first)!.FurtherFailures));
        Assert.All(attached.InnerExceptions, inner => Assert.IsType<NotSupportedException>(inner));
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(false, 2)]
    [InlineData(true, 0)]
    [InlineData(true, 2)]
    public async Task An_enumerator_that_throws_fails_the_fan_out_and_is_disposed_of(bool asStream, int failing)
    {
        var exception = new InvalidDataException();
        var gate = new Gate();
        var items = new TrackedSequence([0, 1, 2])
        {
            BeforeMove = index =>
            {
                if (index == failing)
                {
                    throw exception;
                }
            },
        };

        var run = Fan.OutAsync(items, async (_, _) => await gate.WaitAsync(), asStream).AsTask();
        Assert.Equal(failing == 0, run.IsCompleted);
        gate.Open(1);

        Assert.Same(exception, await Assert.ThrowsAsync<InvalidDataException>(() => run.OrHang()));
        Assert.Equal(1, items.Disposals);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task Enumerators_are_disposed_of_once_whether_elements_fail_or_not(bool asStream, bool fails)
    {
        var items = new TrackedSequence([0, 1, 2]);

        var run = Fan.OutAsync(
                items,
                async (item, _) =>
                {
                    await Task.Yield();
                    return fails && item == 1 ? throw new InvalidDataException() : item;
                },
                asStream
            )
            .AsTask();

        if (fails)
        {
            await Assert.ThrowsAsync<InvalidDataException>(() => run.OrHang());
        }
        else
        {
            Assert.Equal((int[])[0, 1, 2], await run.OrHang());
        }

        Assert.Equal(1, items.Enumerations);
        Assert.Equal(1, items.Disposals);
        Assert.False(items.WasUsedByTwoAtOnce);
    }

    [Fact]
    public async Task A_stream_is_told_of_a_failure_while_it_is_waited_for()
    {
        var gate = new Gate();
        var exception = new InvalidDataException();
        TrackedSequence? items = null;
        items = new TrackedSequence([0, 1])
        {
            Waits = async index =>
            {
                if (index == 1)
                {
                    await new Gate().WaitOrCancelAsync(items!.Token);
                }
            },
        };

        var run = Fan.OutAsync(items, async (_, _) => await gate.WaitAsync(), asStream: true).AsTask();
        gate.Fail(exception);

        Assert.Same(exception, await Assert.ThrowsAsync<InvalidDataException>(() => run.OrHang()));
        Assert.Equal(1, items.Disposals);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_fan_out_waits_until_a_stream_is_disposed_of_and_fails_if_that_fails(bool fails)
    {
        var disposal = new Gate();
        var items = new TrackedSequence([0, 1]) { WaitsForDisposal = async () => await disposal.WaitAsync() };

        var run = Fan.OutAsync(items, (item, _) => new(item), asStream: true).AsTask();

        Assert.False(run.IsCompleted);
        if (fails)
        {
            disposal.Fail(new InvalidDataException());
            await Assert.ThrowsAsync<InvalidDataException>(() => run.OrHang());
        }
        else
        {
            disposal.Open(1);
            Assert.Equal((int[])[0, 1], await run.OrHang());
        }
    }

    [Fact]
    public void A_stage_without_a_task_that_throws_ends_the_fan_out_and_disposes_of_the_enumerator()
    {
        var items = new TrackedSequence([0, 1, 2]);
        var last = -1;
        var stage = new SynchronousCallStage<int>(
            (item, _) => (last = item) == 1 ? throw new InvalidDataException() : item
        );

        Assert.Throws<InvalidDataException>(() =>
            FanOut.Run<SynchronousCallStage<int>, ValuesOfValues<int>, int, int, int>(
                stage,
                (IEnumerable<int>)items,
                default
            )
        );

        Assert.Equal(1, last);
        Assert.Equal(1, items.Disposals);
    }
}
