using Sluice.CompilerServices;
using Sluice.Tests.CompilerServices.Policies;

namespace Sluice.Tests.CompilerServices.Runs;

public sealed class FailureRecordTests
{
    private FailureRecord _record = new();

    [Fact]
    public void The_first_exception_is_the_cause_and_later_failures_are_attached()
    {
        var first = new FormatException();
        var second = new InvalidOperationException();

        Assert.True(_record.Add(first, isCancellation: false));
        Assert.False(_record.Add(second, isCancellation: false));
        Assert.False(_record.Add(new OperationCanceledException(), isCancellation: true));
        Assert.False(_record.Add(first, isCancellation: false));

        Assert.Same(first, _record.Cause);
        Assert.False(_record.CauseIsCancellation);
        Assert.Equal([second], _record.Further!);
    }

    [Fact]
    public void A_cancellation_may_be_the_cause()
    {
        Assert.True(_record.Add(new OperationCanceledException(), isCancellation: true));
        Assert.True(_record.CauseIsCancellation);

        _record.Replace(new TimeoutException());

        Assert.False(_record.CauseIsCancellation);
        Assert.IsType<TimeoutException>(_record.Cause);
    }

    [Fact]
    public void Exceptions_of_callbacks_on_the_token_are_attached()
    {
        using var source = new CancellationTokenSource();
        source.Token.Register(() => throw new NotSupportedException());
        _record.Add(new FormatException(), isCancellation: false);

        _record.Cancel(source);

        Assert.True(source.IsCancellationRequested);
        Assert.IsType<NotSupportedException>(
            Assert.IsType<AggregateException>(Assert.Single(_record.Further!)).InnerException
        );
    }

    [Fact]
    public void Nothing_is_left_for_the_next_run()
    {
        _record.Add(new OperationCanceledException(), isCancellation: true);
        _record.Add(new FormatException(), isCancellation: false);

        _record.Clear();

        Assert.Null(_record.Cause);
        Assert.Null(_record.Further);
        Assert.False(_record.CauseIsCancellation);
    }

    [Fact]
    public void Of_many_exceptions_at_once_one_is_the_cause_and_all_others_are_kept()
    {
        const int Many = 4;
        for (var round = 0; round < 500; round++)
        {
            var exceptions = Enumerable.Range(0, Many).Select(number => new FormatException($"{number}")).ToArray();
            var causes = 0;
            Threads.Run(
                Many,
                number =>
                {
                    if (_record.Add(exceptions[number], isCancellation: false))
                    {
                        Interlocked.Increment(ref causes);
                    }
                }
            );

            Assert.Equal(1, causes);
            Assert.Equal(exceptions.ToHashSet<Exception>(), [_record.Cause!, .. _record.Further!]);
            _record.Clear();
        }
    }
}
