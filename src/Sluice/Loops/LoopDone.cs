namespace Sluice;

/// <summary>The answer of a decision that ends its loop.</summary>
/// <typeparam name="TResult">The type of the result.</typeparam>
#pragma warning disable CA1815 // It exists only to be converted.
public readonly struct LoopDone<TResult>
#pragma warning restore CA1815
{
    internal LoopDone(TResult result) => Result = result;

    internal TResult Result { get; }
}
