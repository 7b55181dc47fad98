namespace Sluice.FunctionalTests.Policies;

/// <summary>What a stage under test does when it is called: whatever the test says, call by call. Thread-safe.</summary>
public sealed class Behaviour(Func<int, CancellationToken, ValueTask<int>> call)
{
    private int _calls;

    /// <summary>A stage that throws in its first calls and then gives its number.</summary>
    public static Behaviour FailingFirst(int failures, Func<int, Exception>? failure = null) =>
        new(
            (number, _) =>
                number <= failures
                    ? throw failure?.Invoke(number) ?? new InvalidDataException($"call {number}")
                    : new ValueTask<int>(number)
        );

    /// <summary>How often it was called.</summary>
    public int Calls => Volatile.Read(ref _calls);

    public ValueTask<int> CallAsync(CancellationToken token) => call(Interlocked.Increment(ref _calls), token);

    public int Call() =>
        call(Interlocked.Increment(ref _calls), CancellationToken.None).AsTask().GetAwaiter().GetResult();
}
