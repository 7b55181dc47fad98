using Sluice.CompilerServices;

namespace Sluice.Tests.CompilerServices.Policies;

/// <summary>Interceptors around a call.</summary>
public sealed class InterceptedCallTests
{
    private readonly List<string> _journal = [];
    private readonly StageContext _context = new(Guid.Empty, "Reserve", default);

    [Fact]
    public async Task Interceptors_are_called_from_the_outside_to_the_inside_and_end_the_other_way_round()
    {
        var call = Wrap(Wrap(Wrap(new ConstantCall(7), "z"), "y"), "x");

        Assert.Equal(7, await call.InvokeAsync());

        Assert.Equal(
            ["before x of Reserve", "before y of Reserve", "before z of Reserve", "after z", "after y", "after x"],
            _journal
        );
    }

    [Fact]
    public async Task An_interceptor_may_leave_out_what_it_wraps_or_call_it_again()
    {
        Assert.Equal(0, await Wrap(Wrap(new ConstantCall(7), "inner"), "outer", calls: 0).InvokeAsync());
        Assert.Equal(["before outer of Reserve", "after outer"], _journal);
        _journal.Clear();

        Assert.Equal(7, await Wrap(Wrap(new ConstantCall(7), "inner"), "outer", calls: 2).InvokeAsync());
        Assert.Equal(2, _journal.Count(entry => entry == "after inner"));
    }

    [Fact]
    public async Task What_an_interceptor_throws_goes_through_those_outside_of_it()
    {
        var failure = new FormatException();
        var interceptor = new JournalInterceptor("inner", _journal) { Failure = failure };
        var inner = new InterceptedCall<JournalInterceptor, ConstantCall, int>(interceptor, new(7), _context);

        Assert.Same(failure, await Record.ExceptionAsync(async () => await Wrap(inner, "outer").InvokeAsync()));
        Assert.Equal(["before outer of Reserve", "before inner of Reserve"], _journal);
    }

    [Fact]
    public async Task An_interceptor_that_is_a_struct_replaces_what_a_stage_returned()
    {
        var inner = new InterceptedCall<AddingInterceptor, ConstantCall, int>(new(3), new(7), _context);
        Assert.Equal(10, await inner.InvokeAsync());

        var synchronous = new SynchronousInterceptedCall<AddingInterceptor, ConstantCall, int>(
            new(3),
            new(7),
            _context
        );
        var outer = new SynchronousInterceptedCall<
            AddingInterceptor,
            SynchronousInterceptedCall<AddingInterceptor, ConstantCall, int>,
            int
        >(new(30), synchronous, _context);
        Assert.Equal(40, outer.Invoke());
    }

    private InterceptedCall<JournalInterceptor, TInner, int> Wrap<TInner>(TInner inner, string name, int calls = 1)
        where TInner : struct, IStageCall<int> =>
        new(new JournalInterceptor(name, _journal) { Calls = calls }, inner, _context);
}
