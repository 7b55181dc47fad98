using System.Runtime.CompilerServices;

namespace Sluice.CompilerServices.Elements;

/// <summary>Space for the segments of results for the maximum number of elements of an array.</summary>
[InlineArray(Length)]
internal struct ElementSegments<TResult>
{
    public const int Length = 26;

    private ElementSlot<TResult>[]? _first;
}
