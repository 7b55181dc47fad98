using Sluice.CompilerServices;

namespace Sluice.Tests.CompilerServices.Policies;

/// <summary>The outcomes that policies treat as failures, and the others.</summary>
public sealed class PolicyFailureTests
{
    [Fact]
    public void An_outcome_that_failed_throws_its_exception()
    {
        var failure = new FormatException();

        Assert.Same(failure, Record.Exception(() => PolicyFailure.ThrowIfFailed<int>(Outcome.Fail(failure))));
    }

    [Fact]
    public void An_outcome_that_asks_to_be_tried_again_throws_what_it_asks_for()
    {
        var reason = new FormatException();
        var after = TimeSpan.FromSeconds(3);

        var exception = Assert.Throws<RetryRequestedException>(() =>
            PolicyFailure.ThrowIfFailed<int>(Outcome.Retry(after, reason))
        );

        Assert.Equal(after, exception.RetryAfter);
        Assert.Same(reason, exception.InnerException);
    }

    [Fact]
    public void Values_skips_and_cancellations_pass()
    {
        Assert.Null(Record.Exception(() => PolicyFailure.ThrowIfFailed<int>(1)));
        Assert.Null(Record.Exception(() => PolicyFailure.ThrowIfFailed<int>(Outcome.Skip("too small"))));
        Assert.Null(Record.Exception(() => PolicyFailure.ThrowIfFailed<int>(Outcome.Cancel("enough"))));
        Assert.Null(Record.Exception(() => PolicyFailure.ThrowIfFailed<int>(default)));
    }
}
