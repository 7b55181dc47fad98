namespace Sluice.Tests;

internal static class RefusedOptionExtensions
{
    /// <summary>Asserts that an exception names the option with its range and value, and the argument that contains the option.</summary>
    public static void AssertSays(this ArgumentOutOfRangeException refusal, string message, object value)
    {
        Assert.StartsWith(message, refusal.Message, StringComparison.Ordinal);
        Assert.Contains($"{value}", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(value, refusal.ActualValue);
        Assert.Equal("options", refusal.ParamName);
    }
}
