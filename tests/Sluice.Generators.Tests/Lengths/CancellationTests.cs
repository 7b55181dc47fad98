using Sluice.Generators.Emit;

namespace Sluice.Generators.Tests.Lengths;

/// <summary>A text is not written to its end if the work is cancelled, however long it is.</summary>
public sealed class CancellationTests
{
    [Fact]
    public void Writing_ends_at_the_next_block()
    {
        using var source = new CancellationTokenSource();
        var writer = new SourceWriter(cancellationToken: source.Token);
        using (writer.Block("class First"))
        {
            writer.Line("int first;");
        }

        source.Cancel();

        Assert.Throws<OperationCanceledException>(() => writer.Block("class Second"));
        Assert.Equal("class First\n{\n    int first;\n}\n", writer.ToString());
    }
}
