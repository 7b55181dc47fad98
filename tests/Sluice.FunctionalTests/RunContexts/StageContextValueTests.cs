namespace Sluice.FunctionalTests.RunContexts;

/// <summary>Stage contexts that are created without a run, to call a stage directly.</summary>
public sealed class StageContextValueTests
{
    [Fact]
    public void One_that_is_made_by_hand_says_what_it_was_made_of()
    {
        using var source = new CancellationTokenSource();
        var id = Guid.CreateVersion7();

        var context = new StageContext(id, "Load", source.Token);

        Assert.Equal((id, "Load", source.Token), (context.RunId, context.StageName, context.CancellationToken));
        Assert.Equal((1, null, null), (context.Attempt, context.PreviousError, context.Deadline));
        Assert.Same(TimeProvider.System, context.TimeProvider);
        Assert.Equal(id, context.Run.RunId);
    }

    [Fact]
    public void One_that_is_made_by_hand_takes_what_it_is_told_and_leads_nowhere()
    {
        var context = new StageContext(Guid.Empty, "Load", default);
        var isCalled = false;

        context.ReportProgress(0);
        context.ReportProgress(1, "done");
        context.Publish("news", 1);
        context.OnCleanUp(() => isCalled = true);
        context.OnCleanUp(() => ValueTask.FromException(new InvalidOperationException()));

        Assert.False(isCalled);
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Progress_is_a_part(double fraction)
    {
        var context = new StageContext(Guid.Empty, "Load", default);

        var thrown = Assert.Throws<ArgumentOutOfRangeException>(() => context.ReportProgress(fraction));
        Assert.Equal("fraction", thrown.ParamName);
    }

    [Fact]
    public void Nothing_is_refused()
    {
        var context = new StageContext(Guid.Empty, "Load", default);

        Assert.Throws<ArgumentNullException>(() => context.Publish(null!));
        Assert.Throws<ArgumentNullException>(() => context.OnCleanUp((Action)null!));
        Assert.Throws<ArgumentNullException>(() => context.OnCleanUp((Func<ValueTask>)null!));
    }

    [Fact]
    public void Two_are_equal_where_they_are_of_the_same_stage_of_the_same_run()
    {
        var id = Guid.CreateVersion7();
        var context = new StageContext(id, "Load", default);

        Assert.True(context == new StageContext(id, "Load", default));
        Assert.Equal(context.GetHashCode(), new StageContext(id, "Load", default).GetHashCode());
        Assert.True(context != new StageContext(id, "Save", default));
        Assert.True(context != new StageContext(Guid.CreateVersion7(), "Load", default));
        Assert.False(context.Equals((object)"Load"));
        Assert.Equal("", default(StageContext).StageName);
    }

    [Fact]
    public void A_stage_may_be_called_by_itself_with_all_that_it_reads()
    {
        var clock = new ManualTimeProvider();
        var run = new RunContext
        {
            TimeProvider = clock,
            Deadline = clock.GetUtcNow().AddSeconds(5),
            UserId = "ada",
        };
        var error = new InvalidDataException();

        var context = new StageContext(run, "Load", attempt: 2, error);

        Assert.Same(run, context.Run);
        Assert.Same(clock, context.TimeProvider);
        Assert.Equal(
            (run.RunId, "Load", 2, run.Deadline),
            (context.RunId, context.StageName, context.Attempt, context.Deadline)
        );
        Assert.Same(error, context.PreviousError);
        Assert.Throws<ArgumentOutOfRangeException>(() => new StageContext(run, "Load", attempt: 0));
        Assert.Throws<ArgumentNullException>(() => new StageContext(null!, "Load"));
    }
}
