using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Sluice.CompilerServices.Elements;

/// <summary>Stores results in the order of the elements.</summary>
/// <remarks>
/// If the number of results is known from the beginning, they are stored in the array that is returned. Otherwise, they
/// are stored in rented segments, each twice as long as the previous one, so that no result moves while elements are
/// under way.
/// </remarks>
internal struct ElementResults<TResult>
{
    private const int FirstLength = 64;

    private TResult[]? _array;
    private ElementSegments<TResult> _segments;
    private int _segmentCount;

    /// <summary>Whether the results are those of an effect, which are not stored.</summary>
    private static bool KeepsNothing => typeof(TResult) == typeof(NoResult);

    /// <summary>Prepares the storage.</summary>
    /// <param name="count">The number of elements, or a negative number if it is not known.</param>
    /// <param name="leavesOut">Whether elements may have no result.</param>
    public void Open(int count, bool leavesOut)
    {
        if (count >= 0 && !leavesOut && !KeepsNothing)
        {
            _array = count == 0 ? [] : new TResult[count];
        }
        else if (count > 0)
        {
            Reserve(count - 1);
        }
    }

    /// <summary>Makes room for the result of an element. Must not be called by two threads at the same time.</summary>
    /// <param name="index">The index of the element.</param>
    public void Reserve(int index)
    {
        if (_array is not null || KeepsNothing)
        {
            return;
        }

        while (SegmentOf(index) >= _segmentCount)
        {
            _segments[_segmentCount] = ArrayPool<ElementSlot<TResult>>.Shared.Rent(FirstLength << _segmentCount);
            _segmentCount++;
        }
    }

    /// <summary>Stores the result of an element. Must be called once per element.</summary>
    /// <param name="index">The index of the element.</param>
    /// <param name="hasResult">Whether the element has a result.</param>
    /// <param name="result">The result.</param>
    public void Set(int index, bool hasResult, TResult result)
    {
        if (_array is not null)
        {
            _array[index] = result;
        }
        else if (!KeepsNothing)
        {
            var segment = SegmentOf(index);
            ref var slot = ref _segments[segment]![index - StartOf(segment)];
            slot.HasResult = hasResult;
            slot.Result = result;
        }
    }

    /// <summary>Returns the results in order.</summary>
    /// <param name="count">The number of elements, each of which has been set.</param>
    public readonly TResult[] ToArray(int count)
    {
        if (_array is not null)
        {
            return _array;
        }

        if (KeepsNothing)
        {
            return [];
        }

        var kept = CountResults(count);
        var results = kept == 0 ? [] : new TResult[kept];
        var next = 0;
        for (var segment = 0; segment < _segmentCount; segment++)
        {
            foreach (ref readonly var slot in Used(segment, count))
            {
                if (slot.HasResult)
                {
                    results[next++] = slot.Result;
                }
            }
        }

        return results;
    }

    /// <summary>Returns the rented segments.</summary>
    public void Close()
    {
        for (var segment = 0; segment < _segmentCount; segment++)
        {
            ArrayPool<ElementSlot<TResult>>.Shared.Return(
                _segments[segment]!,
                RuntimeHelpers.IsReferenceOrContainsReferences<TResult>()
            );
            _segments[segment] = null;
        }

        _segmentCount = 0;
        _array = null;
    }

    private static int SegmentOf(int index) => BitOperations.Log2((uint)(index / FirstLength) + 1);

    private static int StartOf(int segment) => (FirstLength << segment) - FirstLength;

    private readonly int CountResults(int count)
    {
        var results = 0;
        for (var segment = 0; segment < _segmentCount; segment++)
        {
            foreach (ref readonly var slot in Used(segment, count))
            {
                results += slot.HasResult ? 1 : 0;
            }
        }

        return results;
    }

    private readonly ReadOnlySpan<ElementSlot<TResult>> Used(int segment, int count) =>
        _segments[segment].AsSpan(0, Math.Clamp(count - StartOf(segment), 0, FirstLength << segment));
}
