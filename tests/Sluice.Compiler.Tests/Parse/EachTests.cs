using Sluice.Compiler.Model;
using Sluice.Compiler.Rules;

namespace Sluice.Compiler.Tests.Parse;

/// <summary>The settings that are parsed from <c>[Each]</c> and <c>[Buffer]</c>.</summary>
public sealed class EachTests
{
    [Theory]
    [InlineData("string A([Each] int item)", "string[]", "string", nameof(ValueForm.Plain))]
    [InlineData("Task<string?> A([Each] int item)", "string?[]", "string?", nameof(ValueForm.Plain))]
    [InlineData("ValueTask<Outcome<int>> A([Each] int item)", "int[]", "int", nameof(ValueForm.Outcome))]
    [InlineData(
        "Optional<(int X, string? Y)> A([Each] int item)",
        "(int X, string? Y)[]",
        "(int X, string? Y)",
        nameof(ValueForm.Optional)
    )]
    [InlineData("int[] A([Each] int item)", "int[][]", "int[]", nameof(ValueForm.Plain))]
    [InlineData("int[]? A([Each] int item)", "int[]?[]", "int[]?", nameof(ValueForm.Plain))]
    [InlineData("T A([Each] int item)", "T[]", "T", nameof(ValueForm.Plain))]
    public void The_output_is_an_array_of_the_results(string method, string output, string element, string form)
    {
        var model = Parse($"[Stage] {method} => throw null!;");
        Assert.Empty(model.Findings);
        var stage = Assert.Single(model.Stages);
        Assert.Equal(output, stage.OutputTypeName);
        Assert.Equal(element, stage.Each!.ElementTypeName);
        Assert.Equal(form, stage.Form.ToString());
        Assert.Equal(CollectionKind.Array, model.Types[stage.OutputType].Collection);
        Assert.Equal(stage.Each.ElementType, model.Types[stage.OutputType].Element);
    }

    [Fact]
    public void An_effect_has_no_results()
    {
        var stage = Assert.Single(Parse("[Stage] Task A([Each] int item) => null!;").Stages);
        Assert.True(stage.IsEffect);
        Assert.Equal(new EachModel(0, 0, false, -1, ""), stage.Each);
    }

    [Fact]
    public void What_the_attribute_says_is_read()
    {
        var model = Parse(
            "[Stage, Offload] int A(long other, [Each(MaxConcurrency = 8, Flatten = true), From(\"B\", \"C\")] Outcome<int> item, string? last) => 1;"
        );
        var stage = Assert.Single(model.Stages);
        Assert.Equal((1, 8, true), (stage.Each!.Parameter, stage.Each.MaxConcurrency, stage.Each.Flatten));
        Assert.Equal([false, true, false], stage.Parameters.Select(parameter => parameter.IsEach));
        Assert.Equal(["B", "C"], stage.Parameters[1].From);

        // An element has the form that it has in its collection, and cannot be absent.
        Assert.Equal(
            [ValueForm.Plain, ValueForm.Plain, ValueForm.Nullable],
            stage.Parameters.Select(parameter => parameter.Form)
        );
        Assert.Equal("Outcome<int>", model.Types[stage.Parameters[1].Type].DisplayName);
    }

    [Fact]
    public void An_override_inherits_the_attributes_of_its_parameters()
    {
        var stage = Assert.Single(
            Parse(
                "public override Task<int> A(int item, IAsyncEnumerable<int> stream) => null!;",
                "abstract class Base { [Stage] public abstract Task<int> A([Each(MaxConcurrency = 2)] int item, [Buffer(5)] IAsyncEnumerable<int> stream); }",
                ": Base"
            ).Stages
        );
        Assert.Equal(2, stage.Each!.MaxConcurrency);
        Assert.Equal(new BufferModel(5, "Wait"), stage.Parameters[1].Buffer);
    }

    [Theory]
    [InlineData("Buffer(16)", 16, "Wait")]
    [InlineData("Buffer(1, System.Threading.Channels.BoundedChannelFullMode.DropOldest)", 1, "DropOldest")]
    [InlineData("Buffer(2, (System.Threading.Channels.BoundedChannelFullMode)1)", 2, "DropNewest")]
    public void A_buffer_is_read(string attribute, int capacity, string mode)
    {
        var model = Parse($"[Stage] int A([{attribute}] IAsyncEnumerable<int> items) => 1;");
        Assert.Empty(model.Findings);
        Assert.Equal(new BufferModel(capacity, mode), Assert.Single(Assert.Single(model.Stages).Parameters).Buffer);
    }

    [Theory]
    [InlineData("[Each] int a, [Each] long b", "Each", "b", 1, "the stage already enumerates another collection: ")]
    [InlineData("[Each(MaxConcurrency = -1)] int a", "Each", "a", 0, "its 'MaxConcurrency' is negative: ")]
    [InlineData("int x, [Each] CancellationToken a", "Each", "a", 1, "a 'CancellationToken' comes from the run, ")]
    [InlineData("[Each] StageContext a", "Each", "a", 0, "a 'StageContext' comes from the run, ")]
    [InlineData("[Each, Buffer(3)] int a", "Each", "a", 0, "it takes one element, which cannot be buffered: ")]
    [InlineData("[Buffer(3)] int a", "Buffer", "a", 0, "only a stream can be buffered, but 'int' is not a stream: ")]
    [InlineData("[Buffer(3)] IEnumerable<int> a", "Buffer", "a", 0, "only a stream can be buffered, ")]
    [InlineData("[Buffer(0)] IAsyncEnumerable<int> a", "Buffer", "a", 0, "its capacity is less than 1: ")]
    [InlineData(
        "[Buffer(1, (System.Threading.Channels.BoundedChannelFullMode)7)] IAsyncEnumerable<int> a",
        "Buffer",
        "a",
        0,
        "its full mode is not a member of 'BoundedChannelFullMode': "
    )]
    public void What_has_no_meaning_is_reported_with_a_remedy(
        string parameters,
        string attribute,
        string parameter,
        int position,
        string reason
    )
    {
        var model = Parse($"[Stage] int A({parameters}) => 1;");
        var finding = model.OnlyFinding(Rule.InvalidEach);
        Assert.Equal(new NodeReference(NodeKind.Rejected, 0, position), finding.Node);
        Assert.Equal([attribute, $"parameter '{parameter}' of stage 'A'"], finding.Arguments.Take(2));
        Assert.StartsWith(reason, finding.Arguments[2], StringComparison.Ordinal);
        Assert.Contains(": ", finding.Arguments[2], StringComparison.Ordinal);
        Assert.Empty(model.Stages);
    }

    [Theory]
    [InlineData("[Stage] int A([Each(MaxConcurrency = 8)] int item) => 1;", true)]
    [InlineData("[Stage] void A([Each(MaxConcurrency = 8)] int item) { }", true)]
    [InlineData("[Stage, Fallback(nameof(F))] int A([Each(MaxConcurrency = 8)] int item) => 1; int F() => 2;", true)]
    [InlineData("[Stage] Task<int> A([Each(MaxConcurrency = 8)] int item) => null!;", false)]
    [InlineData("[Stage] ValueTask A([Each(MaxConcurrency = 8)] int item) => default;", false)]
    [InlineData("[Stage, Offload] int A([Each(MaxConcurrency = 8)] int item) => 1;", false)]
    [InlineData("[Stage, Concurrency(9)] int A([Each(MaxConcurrency = 8)] int item) => 1;", false)]
    [InlineData("[Stage, Retry(3, Delay = \"00:00:01\")] int A([Each(MaxConcurrency = 8)] int item) => 1;", false)]
    public void A_limit_of_elements_under_way_needs_a_stage_that_is_waited_for(string members, bool isReported)
    {
        var model = Parse(members);
        if (!isReported)
        {
            Assert.Empty(model.Findings);
            return;
        }

        var finding = model.OnlyFinding(Rule.InvalidEach);
        Assert.Equal(new NodeReference(NodeKind.Stage, 0, 0), finding.Node);
        Assert.StartsWith(
            "its 'MaxConcurrency' has no effect because a synchronous stage is called for one element after the other: ",
            finding.Arguments[2],
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("[Each(MaxConcurrency = )] int a")]
    [InlineData("[Each(MaxConcurrency = \"x\", Flatten = 3)] int a")]
    [InlineData("[Each(3)] int a")]
    [InlineData("[Each] Nowhere a")]
    [InlineData("[Buffer] IAsyncEnumerable<int> a")]
    [InlineData("[Buffer()] IAsyncEnumerable<int> a")]
    [InlineData("[Buffer(\"x\")] IAsyncEnumerable<int> a")]
    [InlineData("[Buffer(new[] { 1 })] IAsyncEnumerable<int> a")]
    [InlineData("[Buffer(3, Nowhere.A)] IAsyncEnumerable<int> a")]
    [InlineData("[Buffer(3)] Nowhere a")]
    public void Unfinished_attributes_are_left_to_the_compiler(string parameter) =>
        Assert.All(Parse($"[Stage] int A({parameter}) => 1;").Findings, finding => Assert.True(finding.IsOfCompiler));

    private static PipelineModel Parse(string members, string types = "", string bases = "") =>
        Source.Parse($"[Pipeline] partial class P<T> {bases} {{ public partial int Run(); {members} }} {types}").Model;
}
