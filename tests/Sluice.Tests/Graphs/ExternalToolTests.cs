namespace Sluice.Tests.Graphs;

public class ExternalToolTests
{
    [Fact]
    public void A_missing_tool_fails_the_test_and_says_what_to_install()
    {
        var exception = Assert.ThrowsAny<Xunit.Sdk.XunitException>(() =>
            ExternalTool.Run("no-such-program", [], "", "Install this.")
        );

        Assert.Contains("no-such-program", exception.Message, StringComparison.Ordinal);
        Assert.Contains("Install this.", exception.Message, StringComparison.Ordinal);
    }
}
