using Sluice.FunctionalTests.Harness;

namespace Sluice.FunctionalTests.Policies;

/// <summary>A cached stage returns the same result again for the same key.</summary>
public sealed partial class CachedTests
{
    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public async Task A_value_is_kept_for_its_time()
    {
        var stage = Behaviour.FailingFirst(0);
        var pipeline = new Kept(stage);

        Assert.Equal(1, await RunAsync("a"));
        Assert.Equal(1, await RunAsync("a"));
        Assert.Equal(2, await RunAsync("b"));
        Assert.Equal(1, await RunAsync("a"));
        _clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(3, await RunAsync("a"));

        async Task<int> RunAsync(string key) =>
            await pipeline.RunAsync(key, 1, new RunContext { TimeProvider = _clock });
    }

    [Fact]
    public async Task A_failure_is_not_kept()
    {
        var pipeline = new Kept(Behaviour.FailingFirst(1));

        await Assert.ThrowsAsync<InvalidDataException>(() => pipeline.RunAsync("a", 1).AsTask());
        Assert.Equal(2, await pipeline.RunAsync("a", 1));
        Assert.Equal(2, await pipeline.RunAsync("a", 1));
    }

    [Fact]
    public async Task Those_that_want_the_same_at_once_wait_for_one_call_and_take_over_when_it_is_cancelled()
    {
        using var source = new CancellationTokenSource();
        var gates = new[] { new Gate(), new Gate() };
        var stage = new Behaviour(async (number, token) => await gates[number - 1].WaitOrCancelAsync(token));
        var pipeline = new Kept(stage);

        var leader = pipeline.RunAsync("a", 1, token: source.Token).AsTask();
        var followers = Enumerable.Range(0, 5).Select(_ => pipeline.RunAsync("a", 1).AsTask()).ToArray();
        Assert.Equal(1, stage.Calls);
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leader.OrHang());
        gates[1].Open(42);

        Assert.All(await Task.WhenAll(followers).OrHang(), value => Assert.Equal(42, value));
        Assert.Equal(2, stage.Calls);
    }

    [Fact]
    public async Task Those_that_wait_take_over_whatever_a_leader_makes_of_its_cancellation()
    {
        using var source = new CancellationTokenSource();
        var gates = new[] { new Gate(), new Gate() };
        var stage = new Behaviour(
            async (number, token) =>
            {
                try
                {
                    return await gates[number - 1].WaitOrCancelAsync(token);
                }
                catch (OperationCanceledException exception)
                {
                    throw new IOException("closed", exception);
                }
            }
        );
        var pipeline = new Kept(stage);

        var leader = pipeline.RunAsync("a", 1, token: source.Token).AsTask();
        var follower = pipeline.RunAsync("a", 1).AsTask();
        await source.CancelAsync();
        await Assert.ThrowsAsync<IOException>(() => leader.OrHang());
        gates[1].Open(42);

        Assert.Equal(42, await follower.OrHang());
    }

    [Fact]
    public async Task A_method_makes_the_key()
    {
        var pipeline = new Keyed(Behaviour.FailingFirst(0));

        Assert.Equal(1, await pipeline.RunAsync("Ab"));
        Assert.Equal(1, await pipeline.RunAsync("aB"));
        Assert.Equal(2, await pipeline.RunAsync("b"));
    }

    [Fact]
    public async Task A_store_keeps_the_values_instead()
    {
        var store = new Store();

        Assert.Equal(1, await new Stored(Behaviour.FailingFirst(0), store).RunAsync("a"));
        Assert.Equal(1, await new Stored(Behaviour.FailingFirst(5), store).RunAsync("a"));
        Assert.Equal(TimeSpan.FromMinutes(5), store.TimeToLive);
    }

    private sealed class Store : ICacheStore
    {
        private readonly Dictionary<(string Stage, object Key), object?> _values = [];

        public TimeSpan TimeToLive { get; private set; }

        public ValueTask<Optional<TValue>> GetAsync<TKey, TValue>(
            string stage,
            TKey key,
            CancellationToken cancellationToken
        ) =>
            new(
                _values.TryGetValue((stage, key!), out var value)
                    ? Optional.Value((TValue)value!)
                    : (Optional<TValue>)Optional.Skip("unknown")
            );

        public ValueTask SetAsync<TKey, TValue>(
            string stage,
            TKey key,
            TValue value,
            TimeSpan timeToLive,
            CancellationToken cancellationToken
        )
        {
            TimeToLive = timeToLive;
            _values[(stage, key!)] = value;
            return default;
        }
    }

#pragma warning disable SLU0045 // The test is about an input that is not part of the key.
    [Pipeline]
    private sealed partial class Kept(Behaviour stage)
    {
        public partial ValueTask<int> RunAsync(
            string key,
            long other,
            RunContext? context = null,
            CancellationToken token = default
        );

        [Stage, Cached("00:05:00")]
        private ValueTask<int> WorkAsync(string key, CancellationToken token) => stage.CallAsync(token);
    }

    [Pipeline]
    private sealed partial class Keyed(Behaviour stage)
    {
        public partial ValueTask<int> RunAsync(string key);

        [Stage, Cached("00:05:00", Key = nameof(KeyOf))]
        private ValueTask<int> WorkAsync(string key) => stage.CallAsync(CancellationToken.None);

        private static string KeyOf(string key) => key.ToUpperInvariant();
    }

    [Pipeline]
    private sealed partial class Stored(Behaviour stage, ICacheStore store)
    {
        private readonly ICacheStore _store = store;

        public partial ValueTask<int> RunAsync(string key);

        [Stage, Cached("00:05:00", Store = nameof(_store))]
        private ValueTask<int> WorkAsync(string key) => stage.CallAsync(CancellationToken.None);
    }
}
