using Sluice.CompilerServices;
using Sluice.Tests.Shared.Runs;

namespace Sluice.Tests.CompilerServices;

/// <summary>When the deadline of a nested run passes, the outer runs are notified before the nested run.</summary>
public sealed class RunDeadlineTests
{
    private static readonly ReportedStages Stages = new("Pipeline", ["Stage"], [0]);

    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public void The_outermost_run_is_told_first()
    {
        var outermost = StageTimeout.Start(_clock, TimeSpan.FromSeconds(30), default);
        var outer = StageTimeout.Start(_clock, TimeSpan.FromSeconds(20), default);
        var inner = StageTimeout.Until(
            _clock.GetUtcNow().AddSeconds(10),
            _clock,
            new RunDeadline(outer, outer.Use, new RunDeadline(outermost, outermost.Use, null)),
            default
        );
        var told = new List<string>();
        using var first = outermost.Token.Register(() => told.Add("outermost"));
        using var second = outer.Token.Register(() => told.Add("outer"));
        using var third = inner.Token.Register(() => told.Add("inner"));

        _clock.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(["outermost", "outer", "inner"], told);
        Assert.True(outermost.HasElapsed && outer.HasElapsed && inner.HasElapsed);
        inner.End();
        outer.End();
        outermost.End();
    }

    [Fact]
    public void A_deadline_that_has_passed_already_is_told_too()
    {
        var outer = StageTimeout.Start(_clock, TimeSpan.FromSeconds(20), default);

        var inner = StageTimeout.Until(_clock.GetUtcNow(), _clock, new RunDeadline(outer, outer.Use, null), default);

        Assert.True(outer.HasElapsed && inner.HasElapsed);
        inner.End();
        outer.End();
    }

    [Fact]
    public async Task A_limit_that_serves_another_run_by_then_is_left_alone()
    {
        StageTimeout? outer = null;
        RunDeadline? inherited = null;
        await OwnThread.RunAsync(() =>
        {
            outer = StageTimeout.Start(_clock, TimeSpan.FromSeconds(20), default);
            inherited = new RunDeadline(outer, outer.Use, null);
            outer.End();
            Assert.Same(outer, StageTimeout.Start(_clock, TimeSpan.FromSeconds(20), default));
        });

        inherited!.Pass();

        Assert.False(outer!.HasElapsed);
        Assert.False(outer.Token.IsCancellationRequested);
        outer.End();
    }

    [Fact]
    public void A_nested_run_has_the_deadline_of_the_run_that_starts_it()
    {
        var outer = Open(new RunContext { TimeProvider = _clock, Deadline = _clock.GetUtcNow().AddSeconds(20) });
        var nested = outer.Nested();
        var inner = Open(nested);
        var deepest = Open(inner.Nested());

        nested.CreateNested().Inherited!.Pass();

        Assert.True(outer.Token.IsCancellationRequested);
        Assert.True(inner.Token.IsCancellationRequested);
        Assert.False(deepest.Token.IsCancellationRequested);
        Assert.Null(nested.CreateNested(_clock.GetUtcNow()).Inherited);
        deepest.Close();
        inner.Close();
        outer.Close();
    }

    private static RunScope Open(RunContext context) =>
        RunScope.Open(Stages, context, isSynchronous: false, CancellationToken.None);
}
