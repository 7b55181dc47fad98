using Sluice.CompilerServices;

namespace Sluice.Tests.CompilerServices;

public sealed class LargeReadySetTests
{
    // Emitted code passes stack memory, which is not cleared if the user's assembly has SkipLocalsInit.
    [Fact]
    public void What_its_memory_held_before_is_not_ready()
    {
        Span<ulong> words = [ulong.MaxValue, ulong.MaxValue, ulong.MaxValue];
        var ready = new LargeReadySet(words);

        ready.Add(70);

        Assert.True(ready.TryTake(out var stage));
        Assert.Equal(70, stage);
        Assert.False(ready.TryTake(out _));
    }
}
