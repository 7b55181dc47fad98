using Sluice.Compiler.Model;
using Sluice.Compiler.Rules;
using Sluice.Compiler.Tests.Parse.Policies;

namespace Sluice.Compiler.Tests.Parse;

/// <summary>The values that can and cannot be disposed at the end of a run.</summary>
public sealed class DisposalTests
{
    private const string Types = """
        sealed class Closed : IDisposable { public void Dispose() { } }
        sealed class Later : IAsyncDisposable { public ValueTask DisposeAsync() => default; }
        sealed class Both : IDisposable, IAsyncDisposable { public void Dispose() { } public ValueTask DisposeAsync() => default; }
        """;

    [Theory]
    [InlineData("Closed", nameof(Disposal.Synchronous))]
    [InlineData("Task<Both>", nameof(Disposal.Synchronous))]
    [InlineData("IDisposable", nameof(Disposal.Synchronous))]
    [InlineData("Stream?", nameof(Disposal.Synchronous))]
    [InlineData("ValueTask<Optional<Closed>>", nameof(Disposal.Synchronous))]
    [InlineData("Outcome<Later>", nameof(Disposal.Asynchronous))]
    [InlineData("IAsyncDisposable", nameof(Disposal.Asynchronous))]
    public void A_stage_may_have_what_it_makes_disposed_of(string type, string expected) =>
        Assert.Equal(
            expected,
            PolicySource.Stage($"[Stage(Dispose = true)] {type} A() => default!;", further: Types).Disposal.ToString()
        );

    [Theory]
    [InlineData("void A() { }", "the stage returns nothing that could be disposed of: remove 'Dispose'")]
    [InlineData("Closed A([Each] int item) => null!;", "the stage runs for each element, ")]
    [InlineData("IAsyncEnumerable<Closed> A() => null!;", "the stage returns a stream, ")]
    [InlineData("string A() => \"\";", "'string' is neither IDisposable nor IAsyncDisposable: ")]
    [InlineData("[Cached(\"00:05:00\")] Closed A() => null!;", "other runs get the same value from its [Cached]: ")]
    public void Where_that_has_no_meaning_it_is_said_why(string stage, string reason)
    {
        var model = PolicySource.Parse($"[Stage(Dispose = true)] {stage}", further: Types);

        var finding = Assert.Single(model.Findings);
        Assert.Equal(Rule.PolicyWithoutMeaning, finding.Rule);
        Assert.StartsWith(
            $"[Stage(Dispose = true)] on stage 'A' is not valid: {reason}",
            FindingText.Of(finding),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Nothing_is_disposed_of_that_was_not_asked_for() =>
        Assert.Equal(
            Disposal.None,
            PolicySource.Stage("[Stage(Dispose = false)] Closed A() => null!;", further: Types).Disposal
        );
}
