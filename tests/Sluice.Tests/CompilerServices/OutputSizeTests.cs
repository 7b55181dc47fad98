using System.Collections;
using System.Collections.Immutable;
using Sluice.CompilerServices;

namespace Sluice.Tests.CompilerServices;

/// <summary>The reported sizes of outputs.</summary>
public sealed class OutputSizeTests
{
    [Fact]
    public void What_has_a_size_tells_it()
    {
        Assert.Equal(3, OutputSize.Of("abc"));
        Assert.Equal(2, OutputSize.Of<int[]>([1, 2]));
        Assert.Equal(2, OutputSize.Of<IReadOnlyList<int>>([1, 2]));
        Assert.Equal(2, OutputSize.Of<ImmutableArray<int>>([1, 2]));
        Assert.Equal(4, OutputSize.Of<ReadOnlyMemory<byte>>(new byte[4]));
        Assert.Equal(4, OutputSize.Of<Memory<byte>>(new byte[4]));
    }

    [Fact]
    public void What_has_none_tells_nothing()
    {
        Assert.Null(OutputSize.Of(5));
        Assert.Null(OutputSize.Of<string?>(null));
        Assert.Null(OutputSize.Of(DayOfWeek.Friday));
        Assert.Null(OutputSize.Of(new object()));
    }

    [Fact]
    public void What_cannot_tell_its_size_has_none()
    {
        Assert.Null(OutputSize.Of(default(ImmutableArray<int>)));
        Assert.Null(OutputSize.Of(new Broken()));
    }

    private sealed class Broken : ICollection
    {
        public int Count => throw new InvalidOperationException();

        public bool IsSynchronized => false;

        public object SyncRoot => this;

        public void CopyTo(Array array, int index) => throw new NotSupportedException();

        public IEnumerator GetEnumerator() => throw new NotSupportedException();
    }
}
