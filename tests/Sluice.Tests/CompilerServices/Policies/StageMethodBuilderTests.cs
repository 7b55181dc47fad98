#pragma warning disable CA2012, xUnit1031 // The tests take results directly, and incorrectly on purpose.

namespace Sluice.Tests.CompilerServices.Policies;

/// <summary>An emitted async method returns the same results as an async method with the default builder.</summary>
public sealed class StageMethodBuilderTests
{
    private readonly HandGate _gate = new();

    [Fact]
    public void A_method_that_does_not_wait_has_its_result_at_once()
    {
        var task = StageMethods.AddOneAsync(new ValueTask<int>(1));

        Assert.True(task.IsCompletedSuccessfully);
        Assert.Equal(2, Taken(task));
        Assert.True(StageMethods.AwaitAsync(new ValueTask<int>(1)).IsCompletedSuccessfully);
    }

    [Fact]
    public void A_method_that_waits_has_its_result_afterwards()
    {
        var task = StageMethods.AddOneAsync(_gate.WaitAsync());
        Assert.False(task.IsCompleted);

        _gate.Open(4);

        Assert.True(task.IsCompletedSuccessfully);
        Assert.Equal(5, Taken(task));
    }

    [Fact]
    public void A_method_may_wait_many_times()
    {
        var task = StageMethods.SumAsync(_gate, 10);

        for (var number = 1; number <= 10; number++)
        {
            Assert.False(task.IsCompleted);
            _gate.Open(number);
        }

        Assert.Equal(55, Taken(task));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_failure_is_thrown_with_its_stack(bool waits)
    {
        var gate = waits ? _gate.WaitAsync() : ValueTask.FromException<int>(new FormatException());
        var task = StageMethods.AddOneAsync(gate);
        if (waits)
        {
            _gate.Fail(new FormatException());
        }

        Assert.True(task.IsFaulted);
        var exception = await Assert.ThrowsAsync<FormatException>(task.AsTask);
        Assert.Contains(nameof(StageMethods.AddOneAsync), exception.StackTrace, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_cancellation_cancels_and_keeps_its_exception(bool waits)
    {
        var cancellation = new RunCancelledException("enough");
        var gate = waits ? _gate.WaitAsync() : ValueTask.FromException<int>(cancellation);
        var task = StageMethods.AddOneAsync(gate);
        var effect = waits ? default : StageMethods.AwaitAsync(ValueTask.FromException<int>(cancellation));
        if (waits)
        {
            _gate.Fail(cancellation);
        }

        Assert.True(task.IsCanceled);
        Assert.Same(cancellation, await Record.ExceptionAsync(async () => await task));
        Assert.Equal(!waits, effect.IsCanceled);
    }

    [Fact]
    public async Task An_effect_ends_as_what_it_waits_for()
    {
        var done = StageMethods.AwaitAsync(_gate.WaitAsync());
        _gate.Open(0);
        await done;

        var failed = StageMethods.AwaitAsync(_gate.WaitAsync());
        _gate.Fail(new FormatException());
        await Assert.ThrowsAsync<FormatException>(failed.AsTask);

        await StageMethods.YieldAsync().OrHang();
    }

    [Fact]
    public void The_execution_context_is_the_same_after_the_wait()
    {
        StageMethods.Local.Value = "of the caller";
        var unchanged = StageMethods.ReadLocalAsync(_gate, null);
        StageMethods.Local.Value = "of whoever resumes";
        _gate.Open(0);
        Assert.Equal("of the caller", Taken(unchanged));

        var changed = StageMethods.ReadLocalAsync(_gate, "of the method");
        _gate.Open(0);
        Assert.Equal("of the method", Taken(changed));
    }

    [Fact]
    public void The_execution_context_of_whoever_resumes_stays_as_it_is()
    {
        var task = StageMethods.ReadLocalAsync(_gate, "of the method");
        StageMethods.Local.Value = "of whoever resumes";
        _gate.Open(0);

        Assert.Equal("of whoever resumes", StageMethods.Local.Value);
        Assert.Equal("of the method", Taken(task));
    }

    [Fact]
    public void A_method_that_waits_where_the_flow_is_suppressed_goes_on_in_the_context_of_whoever_resumes()
    {
        ValueTask<string?> task;
        using (ExecutionContext.SuppressFlow())
        {
            task = StageMethods.ReadLocalAsync(_gate, null);
        }

        StageMethods.Local.Value = "of whoever resumes";
        _gate.Open(0);

        Assert.Equal("of whoever resumes", Taken(task));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_refuses_to_be_awaited_is_a_failure_that_the_method_can_catch(bool waitsFirst)
    {
        var task = StageMethods.RetryRefusedAsync(_gate, waitsFirst, refusals: 3);
        if (waitsFirst)
        {
            _gate.Open(1);
        }

        Assert.False(task.IsCompleted);
        _gate.Open(10);

        Assert.Equal(310 + (waitsFirst ? 1 : 0), Taken(task));
    }

    [Fact]
    public async Task What_refuses_to_be_awaited_fails_the_method()
    {
        var task = StageMethods.AddOneAsync(new RefusingSource().AsValueTask());

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(task.AsTask);
        Assert.Equal("It is awaited elsewhere.", exception.Message);
    }

    [Fact]
    public async Task Waits_that_end_on_the_stack_of_whoever_begins_them_do_not_use_it_up() =>
        Assert.Equal(100_000, await StageMethods.AwaitInlineAsync(100_000).OrHang());

    private static T Taken<T>(ValueTask<T> task)
    {
        Assert.True(task.IsCompleted);
        return task.GetAwaiter().GetResult();
    }
}
