using System.Collections;

namespace Sluice.FunctionalTests.FanOuts;

/// <summary>
/// A sequence and stream that records how it is used. A test can set an action to run, or a task to await, before an element.
/// </summary>
/// <param name="items">The elements.</param>
internal sealed class TrackedSequence(IReadOnlyList<int> items) : IEnumerable<int>, IAsyncEnumerable<int>
{
    private int _inside;

    /// <summary>Called with the index of each element before the element is returned, and with the count before the end.</summary>
    public Action<int>? BeforeMove { get; init; }

    /// <summary>Returns the task that a stream awaits before it returns an element or ends.</summary>
    public Func<int, ValueTask>? Waits { get; init; }

    /// <summary>Returns the task that a stream awaits when it is disposed.</summary>
    public Func<ValueTask>? WaitsForDisposal { get; init; }

    public int Pulled { get; private set; }

    public int Enumerations { get; private set; }

    public int Disposals { get; private set; }

    public bool WasUsedByTwoAtOnce { get; private set; }

    public CancellationToken Token { get; private set; }

    public IEnumerator<int> GetEnumerator()
    {
        Enumerations++;
        return new Enumerator(this, items);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public IAsyncEnumerator<int> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        Enumerations++;
        Token = cancellationToken;
        return new Enumerator(this, items);
    }

    private void Enter() => WasUsedByTwoAtOnce |= Interlocked.Exchange(ref _inside, 1) != 0;

    private void Leave() => Interlocked.Exchange(ref _inside, 0);

    private sealed class Enumerator(TrackedSequence sequence, IReadOnlyList<int> items)
        : IEnumerator<int>,
            IAsyncEnumerator<int>
    {
        private int _index = -1;

        public int Current => items[_index];

        object IEnumerator.Current => Current;

        public bool MoveNext()
        {
            sequence.Enter();
            try
            {
                return Move();
            }
            finally
            {
                sequence.Leave();
            }
        }

        public async ValueTask<bool> MoveNextAsync()
        {
            sequence.Enter();
            try
            {
                if (sequence.Waits is not null)
                {
                    await sequence.Waits(_index + 1).ConfigureAwait(false);
                }

                return Move();
            }
            finally
            {
                sequence.Leave();
            }
        }

        public void Dispose()
        {
            sequence.Enter();
            sequence.Disposals++;
            sequence.Leave();
        }

        public async ValueTask DisposeAsync()
        {
            Dispose();
            if (sequence.WaitsForDisposal is not null)
            {
                await sequence.WaitsForDisposal().ConfigureAwait(false);
            }
        }

        public void Reset() => throw new NotSupportedException();

        private bool Move()
        {
            sequence.Pulled++;
            sequence.BeforeMove?.Invoke(_index + 1);
            return ++_index < items.Count;
        }
    }
}
