namespace Sluice.Tests.CompilerServices.Policies;

/// <summary>A stage that returns a number.</summary>
internal readonly struct ConstantCall(int number) : IStageCall<int>, ISynchronousStageCall<int>
{
    public ValueTask<int> InvokeAsync() => new(number);

    public int Invoke() => number;
}
