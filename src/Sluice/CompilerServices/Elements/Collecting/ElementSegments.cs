using System.Runtime.CompilerServices;

namespace Sluice.CompilerServices.Elements;

/// <summary>Room for the segments of the results of as many elements as an array can have.</summary>
[InlineArray(Length)]
internal struct ElementSegments<TResult>
{
    public const int Length = 26;

    private ElementSlot<TResult>[]? _first;
}
