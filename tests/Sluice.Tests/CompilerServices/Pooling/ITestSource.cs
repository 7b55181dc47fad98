namespace Sluice.Tests.CompilerServices.Pooling;

/// <summary>A source of value tasks that is completed by hand, again and again.</summary>
internal interface ITestSource
{
    /// <summary>Begins an operation.</summary>
    ValueTask<int> Begin();

    /// <summary>Completes the operation.</summary>
    void Succeed(int result);
}
