using Sluice.CompilerServices;

namespace Sluice.Tests.CompilerServices.Runs;

public sealed class RunTokenSourceTests
{
    private RunTokenSource _token;

    [Fact]
    public void The_token_follows_that_of_the_caller()
    {
        using var caller = new CancellationTokenSource();
        var token = _token.Open(caller.Token);
        Assert.Equal(token, _token.Token);
        Assert.False(token.IsCancellationRequested);

        caller.Cancel();

        Assert.True(token.IsCancellationRequested);
        Assert.True(_token.Source!.IsCancellationRequested);
    }

    [Fact]
    public void The_source_serves_the_next_run()
    {
        using var caller = new CancellationTokenSource();
        var first = _token.Open(caller.Token);
        _token.Close(outputMayKeepToken: false, caller.Token);
        Assert.Null(_token.Source);
        Assert.Equal(default, _token.Token);

        var second = _token.Open(default);
        caller.Cancel();

        Assert.Equal(first, second);
        Assert.False(second.IsCancellationRequested);
    }

    [Theory]
    [InlineData("output")]
    [InlineData("run")]
    [InlineData("caller")]
    public void A_source_that_other_code_can_use_or_that_is_cancelled_is_not_used_again(string by)
    {
        using var caller = new CancellationTokenSource();
        var first = _token.Open(caller.Token);
        if (by == "run")
        {
            _token.Source!.Cancel();
        }
        else if (by == "caller")
        {
            caller.Cancel();
        }

        _token.Close(outputMayKeepToken: by == "output", caller.Token);

        Assert.NotEqual(first, _token.Open(default));
        Assert.False(_token.Token.IsCancellationRequested);
    }
}
