using Sluice.FunctionalTests.Harness;

namespace Sluice.FunctionalTests.FanOuts;

/// <summary>The execution context of elements, the depth of the stack, and the number of times that a fan-out can be awaited.</summary>
public sealed class ElementContextTests
{
    private static readonly AsyncLocal<string?> Ambient = new();

    [Theory]
    [InlineData(SourceKind.Array, false)]
    [InlineData(SourceKind.Sequence, false)]
    [InlineData(SourceKind.Stream, false)]
    [InlineData(SourceKind.Array, true)]
    public async Task An_element_that_is_started_on_another_thread_sees_the_callers_context(
        SourceKind kind,
        bool offload
    )
    {
        Ambient.Value = "caller";
        var journal = new Journal();
        var gate = new Gate();

        var run = Fan.OutAsync(
                kind,
                [0, 1],
                (item, _) =>
                {
                    journal.Add(Ambient.Value ?? "nothing");
                    return new(item == 0 ? gate.AsTask() : Task.FromResult(1));
                },
                maxConcurrency: 1,
                offload
            )
            .AsTask();
        Ambient.Value = "caller, later";
        await OwnThread
            .RunAsync(() =>
            {
                Ambient.Value = "completer";
                gate.Open(1);
                Assert.Equal("completer", Ambient.Value);
            })
            .OrHang();

        Assert.Equal((int[])[1, 1], await run.OrHang());
        Assert.Equal(["caller", "caller"], journal.Entries);
        Assert.Equal("caller, later", Ambient.Value);
    }

    [Fact]
    public void The_callers_context_stays_as_it_was()
    {
        Ambient.Value = "caller";

        _ = Taken.From(
            Fan.OutAsync(
                SourceKind.Array,
                [0, 1],
                (item, _) =>
                {
                    Ambient.Value = "element";
                    return new(item);
                }
            )
        );

        Assert.Equal("caller", Ambient.Value);
    }

    [Theory]
    [InlineData(SourceKind.Array, 0, false)]
    [InlineData(SourceKind.Array, 1, false)]
    [InlineData(SourceKind.Array, 0, true)]
    [InlineData(SourceKind.Array, 1, true)]
    [InlineData(SourceKind.Sequence, 0, true)]
    [InlineData(SourceKind.Stream, 1, false)]
    [InlineData(SourceKind.Stream, 2, true)]
    public async Task A_hundred_thousand_elements_that_complete_inside_each_other_fit_on_a_small_stack(
        SourceKind kind,
        int maxConcurrency,
        bool asContinuation
    )
    {
        const int Count = 100_000;
        Task<int[]>? run = null;

        await OwnThread
            .RunAsync(
                () =>
                    run = Fan.OutAsync(
                            kind,
                            [.. Enumerable.Range(0, Count)],
                            (item, _) => asContinuation ? new InlineSource(item).AsValueTask() : new(item),
                            maxConcurrency
                        )
                        .AsTask(),
                stackSize: 256 * 1024
            )
            .OrHang();

        Assert.Equal(Enumerable.Range(0, Count), await run!.OrHang());
    }

    [Fact]
    public async Task A_result_can_be_taken_once()
    {
        var gate = new Gate();
        var run = Fan.OutAsync(SourceKind.Array, [0, 1], async (_, _) => await gate.WaitAsync());
        gate.Open(1);

        Assert.Equal((int[])[1, 1], await run);
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await run);
    }

    [Fact]
    public async Task A_pooled_fan_out_does_not_remember_the_one_before()
    {
        await OwnThread
            .RunAsync(() =>
            {
                for (var round = 0; round < 100; round++)
                {
                    var failing = Fan.OutAsync(
                        SourceKind.Sequence,
                        [0, 1, 2],
                        (item, _) => item == 1 ? throw new InvalidDataException() : new(item)
                    );
                    Assert.Throws<InvalidDataException>(() => Taken.From(failing));
                    Assert.Equal(
                        [round, round],
                        Taken.From(Fan.OutAsync(SourceKind.Sequence, [0, 0], (item, _) => new(item + round)))
                    );
                }
            })
            .OrHang();
    }
}
