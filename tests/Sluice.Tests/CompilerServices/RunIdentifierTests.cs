using System.Collections.Concurrent;
using Sluice.CompilerServices;

namespace Sluice.Tests.CompilerServices;

public sealed class RunIdentifierTests
{
    [Fact]
    public void Every_id_is_another_on_all_threads()
    {
        var ids = new ConcurrentBag<Guid>();
        Parallel.For(
            0,
            8,
            _ =>
            {
                for (var number = 0; number < 5_000; number++)
                {
                    ids.Add(RunIdentifier.Create());
                }
            }
        );

        Assert.Equal(40_000, ids.Distinct().Count());
    }

    [Fact]
    public void An_id_says_which_kind_of_id_it_is_and_when_it_was_made()
    {
        var before = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
        var ids = Enumerable.Range(0, 200).Select(_ => RunIdentifier.Create()).ToArray();
        var after = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();

        Assert.All(
            ids,
            id =>
            {
                Assert.Equal(7, id.Version);
                Assert.InRange(id.Variant, 8, 11);
                var bytes = id.ToByteArray(bigEndian: true);
                var milliseconds = bytes.Take(6).Aggregate(0L, (value, next) => (value << 8) | next);
                Assert.InRange(milliseconds, before, after);
            }
        );
    }
}
