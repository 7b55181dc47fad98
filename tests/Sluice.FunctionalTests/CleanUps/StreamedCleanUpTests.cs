using Sluice.FunctionalTests.Harness;
using Sluice.FunctionalTests.Shapes;

namespace Sluice.FunctionalTests.CleanUps;

/// <summary>Clean-ups of a run that streams, which ends when its stream ends.</summary>
public sealed class StreamedCleanUpTests
{
    private readonly RecordedEvents _events = new();

    [Fact]
    public async Task The_run_lasts_until_the_stream_has_been_read()
    {
        var script = NewScript();
        await using (var items = Stream(script).GetAsyncEnumerator())
        {
            Assert.True(await items.MoveNextAsync());
            Assert.Equal(ShapeRun.Expected, items.Current.Number);
            Assert.Equal(["Load", "Left", "Right", "Join"], script.Entries);
            Assert.DoesNotContain(_events.All, runEvent => runEvent.Kind == RunEventKind.RunCompleted);

            Assert.False(await items.MoveNextAsync());
            Assert.Equal("clean Load", script.Entries[^1]);
        }

        AssertEnded(RunStatus.Succeeded);
    }

    [Fact]
    public async Task A_reader_that_leaves_ends_the_run()
    {
        var script = NewScript();
        await foreach (var _ in Stream(script))
        {
            break;
        }

        Assert.Equal(["Load", "Left", "Right", "Join", "clean Load"], script.Entries);
        AssertEnded(RunStatus.Succeeded);
    }

    [Fact]
    public async Task A_reader_that_leaves_gets_what_a_clean_up_fails_with()
    {
        var failure = new InvalidDataException();
        var script = new Script(Pace.AtOnce);
        script.In("Load", context => context.OnCleanUp(async () => await Task.FromException(failure)));
        var items = Stream(script).GetAsyncEnumerator();
        Assert.True(await items.MoveNextAsync());

        Assert.Same(failure, await Assert.ThrowsAsync<InvalidDataException>(async () => await items.DisposeAsync()));
        AssertEnded(RunStatus.Failed);
    }

    [Fact]
    public async Task What_the_stream_fails_with_is_what_the_run_fails_with()
    {
        var failure = new InvalidDataException();
        var script = NewScript();
        script.FailIn("Join", failure);

        var thrown = await Assert.ThrowsAsync<InvalidDataException>(async () =>
        {
            await foreach (var _ in Stream(script))
            {
                Assert.Fail("There is no item.");
            }
        });

        Assert.Same(failure, thrown);
        Assert.Equal("clean Load", script.Entries[^1]);
        AssertEnded(RunStatus.Failed);
    }

    [Fact]
    public async Task A_reader_that_cancels_cancels_the_run()
    {
        using var source = new CancellationTokenSource();
        var script = NewScript();
        script.In(
            "Join",
            context =>
            {
                source.Cancel();
                context.CancellationToken.ThrowIfCancellationRequested();
            }
        );

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in Stream(script).WithCancellation(source.Token))
            {
                Assert.Fail("There is no item.");
            }
        });

        Assert.Equal("clean Load", script.Entries[^1]);
        AssertEnded(RunStatus.Cancelled);
    }

    [Fact]
    public async Task Each_reading_is_a_run_with_an_id_of_its_own()
    {
        var script = NewScript();
        var stream = Stream(script);
        Assert.Empty(_events.All);

        for (var round = 0; round < 2; round++)
        {
            await foreach (var total in stream)
            {
                Assert.Equal(ShapeRun.Expected, total.Number);
            }
        }

        Assert.Equal(2, _events.Runs.Count);
        _events.Check();
    }

    private static Script NewScript()
    {
        var script = new Script(Pace.AtOnce);
        script.In("Load", context => context.OnCleanUp(() => script.Note("clean Load")));
        return script;
    }

    private IAsyncEnumerable<Total> Stream(Script script) =>
        new StreamedShape().ObservedStreamAsync(script, _events.Observer, null, CancellationToken.None);

    private void AssertEnded(RunStatus status)
    {
        _events.Check();
        Assert.Equal(status, _events.All[^1].Status);
    }
}
