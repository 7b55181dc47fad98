using Sluice.Compiler.Model;

namespace Sluice.Compiler.Tests.Parse;

/// <summary>The descriptions of collection types, value forms and route types.</summary>
public sealed class ElementTests
{
    [Theory]
    [InlineData("int[]", nameof(CollectionKind.Array), "int")]
    [InlineData("int[][]", nameof(CollectionKind.Array), "int[]")]
    [InlineData("int[,]", nameof(CollectionKind.None), "")]
    [InlineData("string", nameof(CollectionKind.None), "")]
    [InlineData("int", nameof(CollectionKind.None), "")]
    [InlineData("object", nameof(CollectionKind.None), "")]
    [InlineData("dynamic", nameof(CollectionKind.None), "")]
    [InlineData("List<string?>", nameof(CollectionKind.List), "string")]
    [InlineData("IReadOnlyList<A>", nameof(CollectionKind.List), "A")]
    [InlineData("System.Collections.Immutable.ImmutableArray<int>", nameof(CollectionKind.List), "int")]
    [InlineData("ArraySegment<byte>", nameof(CollectionKind.List), "byte")]
    [InlineData("IList<int>", nameof(CollectionKind.Enumerable), "int")]
    [InlineData("IReadOnlyCollection<int>", nameof(CollectionKind.Enumerable), "int")]
    [InlineData("IEnumerable<int>", nameof(CollectionKind.Enumerable), "int")]
    [InlineData("HashSet<int>", nameof(CollectionKind.Enumerable), "int")]
    [InlineData("Dictionary<int, A>", nameof(CollectionKind.Enumerable), "KeyValuePair<int, A>")]
    [InlineData("System.Collections.IEnumerable", nameof(CollectionKind.None), "")]
    [InlineData("Memory<int>", nameof(CollectionKind.Memory), "int")]
    [InlineData("ReadOnlyMemory<char>", nameof(CollectionKind.Memory), "char")]
    [InlineData("System.Buffers.IMemoryOwner<int>", nameof(CollectionKind.MemoryOwner), "int")]
    [InlineData("Owner", nameof(CollectionKind.MemoryOwner), "A")]
    [InlineData("IAsyncEnumerable<A>", nameof(CollectionKind.AsyncEnumerable), "A")]
    [InlineData("Both", nameof(CollectionKind.AsyncEnumerable), "int")]
    [InlineData("Differing", nameof(CollectionKind.None), "")]
    [InlineData("Two", nameof(CollectionKind.None), "")]
    [InlineData("Self", nameof(CollectionKind.Enumerable), "Self")]
    [InlineData("IAsyncEnumerator<int>", nameof(CollectionKind.None), "")]
    public void Elements_are_known(string type, string kind, string element)
    {
        var model = Parse(type);
        Assert.Empty(model.Findings);
        var described = model.Types[model.Stages[0].OutputType];
        Assert.Equal(kind, described.Collection.ToString());
        Assert.Equal(element, described.Element < 0 ? "" : model.Types[described.Element].DisplayName);
        Assert.Equal(type.StartsWith("IAsyncEnumerable", StringComparison.Ordinal), described.IsStream);
    }

    [Fact]
    public void Types_are_described_whole_however_they_are_met()
    {
        var model = Parse("List<IReadOnlyList<Outcome<A[]>>>");
        var elements = model.Types[model.Types[model.Stages[0].OutputType].Element];
        var outcome = model.Types[elements.Element];
        Assert.Equal(ValueForm.Outcome, outcome.Form);
        Assert.Equal("A[]", model.Types[outcome.FormOf].DisplayName);
        Assert.Equal("A", model.Types[model.Types[outcome.FormOf].Element].DisplayName);
        Assert.Equal(-1, elements.FormOf);
    }

    [Theory]
    [InlineData("Optional<int>", nameof(ValueForm.Optional))]
    [InlineData("Outcome<int>", nameof(ValueForm.Outcome))]
    public void A_form_among_the_elements_is_a_type_of_its_own(string type, string form)
    {
        var model = Parse($"{type}[]");
        var element = model.Types[model.Types[model.Stages[0].OutputType].Element];
        Assert.Equal(form, element.Form.ToString());
        Assert.Equal("int", model.Types[element.FormOf].DisplayName);
    }

    [Fact]
    public void A_collection_of_ever_larger_types_has_an_end()
    {
        var model = Parse("Tree<int>");
        Assert.InRange(model.Types.Count, 3, 10);
        Assert.Equal("Tree<Tree<int>>", model.Types[model.Types[model.Stages[0].OutputType].Element].DisplayName);
    }

    [Fact]
    public void A_part_of_a_type_is_described_whole_where_it_turns_up_by_itself()
    {
        var model = Source
            .Parse(
                "[Pipeline] partial class P { public partial int Run(); [Stage] int[][][][][][] A() => null!; [Stage] int[] B() => null!; }"
            )
            .Model;
        Assert.Equal("int", model.Types[model.Types[model.Stages[1].OutputType].Element].DisplayName);
    }

    [Theory]
    [InlineData("bool", nameof(RouteKind.Boolean), "")]
    [InlineData("int", nameof(RouteKind.Integer), "")]
    [InlineData("string", nameof(RouteKind.Text), "")]
    [InlineData("bool?", nameof(RouteKind.None), "")]
    [InlineData("long", nameof(RouteKind.None), "")]
    [InlineData("FileAccess", nameof(RouteKind.Flags), "")]
    [InlineData("Intent", nameof(RouteKind.Enum), "2:B 0:A -1:C")]
    [InlineData("Empty", nameof(RouteKind.Enum), "")]
    public void Routes_are_known(string type, string route, string members)
    {
        var model = Parse(type);
        var index = model.Stages[0].OutputType;
        Assert.Equal(route, model.Types[index].Route.ToString());
        Assert.Equal(members, string.Join(' ', model.Types[index].Members.Select(m => $"{m.Key}:{m.Display}")));
        Assert.All(model.Types[index].Members, member => Assert.Equal(index, member.Type));
    }

    [Theory]
    [InlineData("[Stage] List<string> A() => null!; [Stage] void B([Each] object a) { }", "string>object")]
    [InlineData("[Stage] List<string> A() => null!; [Stage] void B([Each] string a) { }", "")]
    [InlineData("[Stage] string[][] A() => null!; [Stage] void B([Each] object a) { }", "string[]>object")]
    [InlineData(
        "[Stage] string[][] A() => null!; [Stage] void B([Each(Flatten = true)] object a) { }",
        "string>object"
    )]
    [InlineData(
        "[Stage] IAsyncEnumerable<string> A() => null!; [Stage] void B([Each] IComparable a) { }",
        "string>IComparable"
    )]
    [InlineData(
        "[Stage] string A([Each] int a) => \"\"; [Stage] void B(IReadOnlyList<string> a) { }",
        "string[]>IReadOnlyList<string>"
    )]
    [InlineData(
        "[Stage] string A() => \"\"; [Stage] Version B() => null!; [Stage] object C() => null!; [Stage] void D([From(\"A\", \"B\")] object a) { }",
        "string>object Version>object"
    )]
    public void Conversions_of_elements_are_asked_for_where_binding_may(string members, string expected)
    {
        var model = Source.Parse($"[Pipeline] partial class P {{ public partial int Run(); {members} }}").Model;
        Assert.Empty(model.Findings);
        Assert.Equal(
            expected,
            string.Join(
                ' ',
                model.Conversions.Select(c => $"{model.Types[c.From].DisplayName}>{model.Types[c.To].DisplayName}")
            )
        );
    }

    private static PipelineModel Parse(string type) =>
        Source
            .Parse(
                $$"""
                [Pipeline] partial class P { public partial int Run(); [Stage] {{type}} A() => throw null!; }
                class A;
                enum Intent { B = 2, A = 0, C = -1, Alias = 2 }
                enum Empty;
                abstract class Owner : System.Buffers.IMemoryOwner<A> { }
                abstract class Both : IEnumerable<int>, IAsyncEnumerable<int> { }
                abstract class Differing : IEnumerable<int>, IAsyncEnumerable<long> { }
                abstract class Two : IEnumerable<int>, IEnumerable<long> { }
                abstract class Self : IEnumerable<Self> { }
                abstract class Tree<T> : IEnumerable<Tree<Tree<T>>> { }
                """
            )
            .Model;
}
