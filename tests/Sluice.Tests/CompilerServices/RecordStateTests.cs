using Sluice.CompilerServices;

namespace Sluice.Tests.CompilerServices;

public sealed class RecordStateTests
{
    [Fact]
    public void Records_are_equal_by_their_values_alone()
    {
        var one = new Counter(3);
        var other = new Counter(3);
        one.State.Count = 7;

        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.NotEqual(one, new Counter(4));
    }

    [Fact]
    public void States_of_different_kinds_are_not_equal() => Assert.False(new CounterState().Equals(new OtherState()));

    [Fact]
    public void An_instance_has_the_same_state_each_time()
    {
        var counter = new Counter(3);

        Assert.Same(counter.State, counter.State);
    }

    [Fact]
    public void A_copy_gets_a_state_of_its_own()
    {
        var original = new Counter(3);
        original.State.Count = 7;

        var copy = original with { Start = 4 };

        Assert.Equal(0, copy.State.Count);
        Assert.Equal(7, original.State.Count);
        Assert.Same(copy.State, copy.State);
    }

    [Fact]
    public void A_copy_of_an_instance_that_was_never_used_has_nothing_in_common_with_it()
    {
        var original = new Counter(3);
        var copy = original with { Start = 4 };

        copy.State.Count = 7;

        Assert.Equal(0, original.State.Count);
        Assert.Equal(7, copy.State.Count);
    }

    [Fact]
    public void Threads_that_ask_a_copy_at_once_get_one_state()
    {
        for (var round = 0; round < 200; round++)
        {
            var original = new Counter(3);
            original.State.Count = 7;
            var copy = original with { };
            var states = new CounterState[8];

            Parallel.For(0, states.Length, index => states[index] = copy.State);

            Assert.All(states, state => Assert.Same(copy.State, state));
            Assert.NotSame(original.State, copy.State);
        }
    }

    private sealed record Counter(int Start)
    {
        private CounterState _state = new();

        internal CounterState State => RecordState.Of(ref _state, this);
    }

    private sealed class CounterState : RecordState
    {
        internal int Count { get; set; }

        protected override RecordState Create() => new CounterState();
    }

    private sealed class OtherState : RecordState
    {
        protected override RecordState Create() => new OtherState();
    }
}
