namespace Sluice.FunctionalTests.Policies;

/// <summary>The code of a stage under test, which a test supplies and which gets the number of each call. Thread-safe.</summary>
public sealed class Behaviour(Func<int, CancellationToken, ValueTask<int>> call)
{
    private int _calls;

    /// <summary>Creates a stage that throws in its first calls and then returns the number of the call.</summary>
    public static Behaviour FailingFirst(int failures, Func<int, Exception>? failure = null) =>
        new(
            (number, _) =>
                number <= failures
                    ? throw failure?.Invoke(number) ?? new InvalidDataException($"call {number}")
                    : new ValueTask<int>(number)
        );

    /// <summary>The number of calls.</summary>
    public int Calls => Volatile.Read(ref _calls);

    public ValueTask<int> CallAsync(CancellationToken token) => call(Interlocked.Increment(ref _calls), token);

    public int Call() =>
        call(Interlocked.Increment(ref _calls), CancellationToken.None).AsTask().GetAwaiter().GetResult();
}
