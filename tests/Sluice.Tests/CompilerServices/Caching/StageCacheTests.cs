using Sluice.CompilerServices;

#pragma warning disable CA5394 // A fixed seed produces the same keys in every run.

namespace Sluice.Tests.CompilerServices.Caching;

/// <summary>The values that the cache keeps, their lifetime, and their number.</summary>
public sealed class StageCacheTests
{
    private static readonly TimeSpan OneMinute = TimeSpan.FromMinutes(1);

    private readonly ManualTimeProvider _time = new();

    [Fact]
    public async Task The_stage_is_called_once_for_each_key()
    {
        var stage = Count(size: 10);

        Assert.Equal("1", await stage.CallAsync(1));
        Assert.Equal("1", await stage.CallAsync(1));
        Assert.Equal("2", await stage.CallAsync(2));
        Assert.Equal("1", await stage.CallAsync(1));

        Assert.Equal(2, stage.Calls);
    }

    [Fact]
    public async Task A_value_is_given_until_its_time_to_live_is_over()
    {
        var stage = Count(size: 10);
        await stage.CallAsync(1);

        _time.Advance(OneMinute - TimeSpan.FromTicks(1));
        await stage.CallAsync(1);
        Assert.Equal(1, stage.Calls);

        _time.Advance(TimeSpan.FromTicks(1));
        await stage.CallAsync(1);
        Assert.Equal(2, stage.Calls);
    }

    [Fact]
    public async Task Giving_a_value_does_not_lengthen_its_time_to_live()
    {
        var stage = Count(size: 10);
        await stage.CallAsync(1);

        for (var i = 0; i < 4; i++)
        {
            _time.Advance(OneMinute / 4);
            await stage.CallAsync(1);
        }

        Assert.Equal(2, stage.Calls);
    }

    [Fact]
    public async Task Time_to_live_counts_from_when_the_value_comes_however_long_the_stage_took()
    {
        var gated = new GatedStage();
        var stage = new CachedStage<int, string>(NewCache(10), _time, gated.CallAsync);
        var slow = stage.CallAsync(1);
        var call = await gated.NextAsync();

        _time.Advance(2 * OneMinute);
        call.Result.SetResult("late");
        Assert.Equal("late", await slow);
        _time.Advance(OneMinute - TimeSpan.FromTicks(1));
        Assert.Equal("late", await stage.CallAsync(1));

        Assert.Equal(1, stage.Calls);
    }

    [Fact]
    public async Task A_value_that_comes_after_the_last_one_expired_takes_its_place()
    {
        var values = new Queue<string>(["old", "new"]);
        var stage = new CachedStage<int, string>(NewCache(10), _time, (_, _) => new(values.Dequeue()));
        Assert.Equal("old", await stage.CallAsync(1));

        _time.Advance(OneMinute);

        Assert.Equal("new", await stage.CallAsync(1));
        Assert.Equal("new", await stage.CallAsync(1));
        Assert.Empty(values);
    }

    [Fact]
    public async Task The_least_recently_used_value_goes_first()
    {
        var stage = Count(size: 3);
        await CallAsync(stage, 1, 2, 3);
        await CallAsync(stage, 1, 3, 2, 1);
        Assert.Equal(3, stage.Calls);

        // Key 3 is the least recently used one, followed by key 2.
        await CallAsync(stage, 4);
        await CallAsync(stage, 1, 2, 4);
        Assert.Equal(4, stage.Calls);
        await CallAsync(stage, 3);
        Assert.Equal(5, stage.Calls);
        await CallAsync(stage, 2, 4, 3);
        Assert.Equal(5, stage.Calls);
        await CallAsync(stage, 1);
        Assert.Equal(6, stage.Calls);
    }

    [Fact]
    public async Task A_cache_of_one_keeps_the_last()
    {
        var stage = Count(size: 1);

        await CallAsync(stage, 1, 1, 2, 2, 1, 1);

        Assert.Equal(3, stage.Calls);
    }

    [Fact]
    public async Task The_order_of_use_is_exact_for_any_sequence_of_uses()
    {
        const int Size = 8;
        var random = new Random(4711);
        var stage = Count(Size);
        var recent = new LinkedList<int>();
        var calls = 0;
        for (var i = 0; i < 20_000; i++)
        {
            var key = (int)(random.NextDouble() * random.NextDouble() * 20);
            if (!recent.Remove(key))
            {
                calls++;
                if (recent.Count == Size)
                {
                    recent.RemoveFirst();
                }
            }

            recent.AddLast(key);
            await stage.CallAsync(key);
            Assert.Equal(calls, stage.Calls);
        }

        Assert.InRange(calls, 1_000, 19_000);
    }

    [Fact]
    public async Task A_value_that_is_renewed_again_and_again_has_one_place()
    {
        var stage = Count(size: 2);
        await CallAsync(stage, 1);
        for (var i = 0; i < 100; i++)
        {
            _time.Advance(OneMinute);
            await CallAsync(stage, 2, 1);
        }

        Assert.Equal(201, stage.Calls);
        await CallAsync(stage, 1, 2, 1, 2);
        Assert.Equal(201, stage.Calls);
    }

    [Fact]
    public async Task What_is_no_longer_kept_is_collected()
    {
        var stage = new CachedStage<int, object>(
            new("Pipeline.Stage", OneMinute, 2),
            _time,
            (_, _) => new(new object())
        );
        var values = new List<WeakReference>();
        for (var key = 0; key < 50; key++)
        {
            values.Add(new WeakReference(await stage.CallAsync(key)));
        }

        GC.Collect();

        Assert.InRange(values.Count(value => value.IsAlive), 0, 3);
        Assert.Equal(50, stage.Calls);
    }

    [Fact]
    public async Task Null_is_a_value()
    {
        var stage = new CachedStage<string, string?>(new("Pipeline.Stage", OneMinute, 10), _time, (_, _) => default);

        Assert.Null(await stage.CallAsync("a"));
        Assert.Null(await stage.CallAsync("a"));

        Assert.Equal(1, stage.Calls);
    }

    [Fact]
    public async Task Keys_are_equal_as_their_types_say_also_with_nulls_inside()
    {
        var stage = new CachedStage<(string Name, int? Size), string>(
            new("Pipeline.Stage", OneMinute, 10),
            _time,
            (key, _) => new($"{key.Name}:{key.Size}")
        );

        Assert.Equal("a:", await stage.CallAsync((new string('a', 1), null)));
        Assert.Equal("a:", await stage.CallAsync((new string('a', 1), null)));
        Assert.Equal("A:", await stage.CallAsync(("A", null)));
        Assert.Equal(":1", await stage.CallAsync((null!, 1)));
        Assert.Equal(":1", await stage.CallAsync((null!, 1)));

        Assert.Equal(3, stage.Calls);
    }

    [Fact]
    public async Task A_key_that_is_changed_during_the_call_harms_nobody()
    {
        var cache = new StageCache<ChangeableKey, string>("Pipeline.Stage", OneMinute, 2);
        var stage = new CachedStage<ChangeableKey, string>(
            cache,
            _time,
            (key, _) =>
            {
                var name = key.Name;
                key.Name += "'";
                return new(name);
            }
        );

        for (var i = 0; i < 10; i++)
        {
            Assert.Equal("a", await stage.CallAsync(new ChangeableKey { Name = "a" }));
            Assert.Equal("a'", await stage.CallAsync(new ChangeableKey { Name = "a'" }));
        }
    }

    [Fact]
    public async Task Runs_with_different_clocks_share_values_by_date()
    {
        var cache = NewCache(10);
        var other = new ManualTimeProvider(_time.GetUtcNow() + TimeSpan.FromSeconds(59));
        other.Advance(TimeSpan.Zero);
        await new CachedStage<int, string>(cache, _time, (_, _) => new("first")).CallAsync(1);
        var stage = new CachedStage<int, string>(cache, other, (_, _) => new("second"));

        Assert.Equal("first", await stage.CallAsync(1));
        other.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("second", await stage.CallAsync(1));
    }

    [Fact]
    public async Task The_longest_time_to_live_does_not_overflow()
    {
        var cache = new StageCache<int, string>("Pipeline.Stage", TimeSpan.MaxValue, 10);
        var stage = new CachedStage<int, string>(cache, _time, (key, _) => new($"{key}"));
        await stage.CallAsync(1);

        _time.Advance(TimeSpan.FromDays(365_000));

        await stage.CallAsync(1);
        await new CachedStage<int, string>(cache, TimeProvider.System, (_, _) => new("other")).CallAsync(1);
        Assert.Equal(1, stage.Calls);
    }

    [Fact]
    public async Task What_is_found_allocates_nothing()
    {
        var cache = NewCache(10);
        await Count(cache).CallAsync(1);
        await Count(cache).CallAsync(2);
        Assert.Equal(0, Find(10_000, cache, _time));

        var before = GC.GetAllocatedBytesForCurrentThread();
        var missed = Find(10_000, cache, _time);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(0, missed);
        Assert.Equal(0, allocated);
    }

    [Fact]
    public void A_cache_that_cannot_keep_anything_is_refused()
    {
        Assert.Throws<ArgumentNullException>(() => new StageCache<int, string>(null!, OneMinute, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new StageCache<int, string>("Stage", TimeSpan.Zero, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new StageCache<int, string>("Stage", OneMinute, 0));
    }

    private static int Find(int times, StageCache<int, string> cache, TimeProvider time)
    {
        var missed = 0;
        for (var i = 0; i < times; i++)
        {
            var entering = cache.EnterAsync(1 + (i & 1), null, time, CancellationToken.None);
            if (!entering.IsCompletedSuccessfully || !entering.Result.TryGetValue(out _))
            {
                missed++;
            }
        }

        return missed;
    }

    private static async Task CallAsync(CachedStage<int, string> stage, params int[] keys)
    {
        foreach (var key in keys)
        {
            Assert.Equal($"{key}", await stage.CallAsync(key));
        }
    }

    private static StageCache<int, string> NewCache(int size) => new("Pipeline.Stage", OneMinute, size);

    private CachedStage<int, string> Count(int size) => Count(NewCache(size));

    private CachedStage<int, string> Count(StageCache<int, string> cache) =>
        new(cache, _time, (key, _) => new($"{key}"));

    private sealed class ChangeableKey : IEquatable<ChangeableKey>
    {
        public string Name { get; set; } = "";

        public bool Equals(ChangeableKey? other) => other?.Name == Name;

        public override bool Equals(object? obj) => Equals(obj as ChangeableKey);

        public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);
    }
}
