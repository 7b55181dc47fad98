using Sluice.Compiler.Model;
using Sluice.Compiler.Parse;
using Sluice.Compiler.Rules;

namespace Sluice.Compiler.Tests.Parse;

/// <summary>The declaration that re-opens the type of a pipeline.</summary>
public sealed class DeclarationTests
{
    private const string Body = "{ public partial int Run(); }";

    [Theory]
    [InlineData("[Pipeline] partial class P", "", "", "partial class P", "global::P")]
    [InlineData(
        "namespace A.@class { [Pipeline] partial class @event",
        "A.@class",
        "",
        "partial class @event",
        "global::A.@class.@event"
    )]
    [InlineData(
        "namespace Ä { [Pipeline] sealed partial record P<T, @in>",
        "Ä",
        "",
        "partial record P<T, @in>",
        "global::Ä.P<T, @in>"
    )]
    [InlineData(
        "partial interface I<T, U> { [Pipeline] partial class @record",
        "",
        "partial interface I<T, U>",
        "partial class @record",
        "global::I<T, U>.@record"
    )]
    [InlineData(
        "partial struct S { partial record struct R<T> { partial record C { [Pipeline] partial record class P",
        "",
        "partial struct S|partial record struct R<T>|partial record C",
        "partial record P",
        "global::S.R<T>.C.P"
    )]
    public void Every_kind_of_declaration_can_be_re_opened(
        string start,
        string containingNamespace,
        string containingTypes,
        string header,
        string self
    )
    {
        var source = start + Body + new string('}', start.Count(character => character == '{'));
        var model = Source.Parse(source).Model;
        var declaration = model.Declaration;
        Assert.Empty(model.Findings);
        Assert.True(declaration.CanBeReopened);
        Assert.Equal(containingNamespace, declaration.Namespace);
        Assert.Equal(containingTypes, string.Join('|', declaration.ContainingTypes));
        Assert.Equal(header, declaration.Header);
        Assert.Equal(self, declaration.Self);
        ImplementedPart.AssertCompiles(source);
    }

    // C# reports an error for a class inside this interface. A header without the variance would cause a second error.
    [Fact]
    public void Variance_is_repeated() =>
        Assert.Equal(
            ["partial interface I<in T, out U>"],
            Source
                .Parse("partial interface I<in T, out U> { [Pipeline] partial class P { public partial int Run(); } }")
                .Model.Declaration.ContainingTypes
        );

    [Theory]
    [InlineData("[Pipeline] class P { }", "P")]
    [InlineData("class Outer { [Pipeline] partial class P { public partial int Run(); } }", "Outer")]
    [InlineData("class Outer { [Pipeline] class P { } }", "P")]
    public void A_type_that_is_not_partial_is_named(string source, string name)
    {
        var model = Source.Parse(source).Model;
        var finding = Assert.Single(model.Findings, finding => finding.Rule == Rule.PipelineNotPartial);
        Assert.Equal(name, Assert.Single(finding.Arguments));
        Assert.Equal(new NodeReference(NodeKind.Pipeline), finding.Node);
        Assert.False(model.Declaration.CanBeReopened);
    }

    [Theory]
    [InlineData("[Pipeline] file partial class P { public partial int Run(); }", "P")]
    [InlineData("file partial class Outer { [Pipeline] partial class P { public partial int Run(); } }", "Outer")]
    public void A_file_local_type_cannot_be_a_pipeline(string source, string name)
    {
        var model = Source.Parse(source).Model;
        var finding = model.OnlyFinding(Rule.UnsupportedPipelineType);
        Assert.Contains($"'{name}' is file-local", finding.Arguments[1], StringComparison.Ordinal);
        Assert.False(model.Declaration.CanBeReopened);
    }

    [Fact]
    public void A_hint_name_is_readable_and_unique_where_only_case_arity_or_nesting_differs()
    {
        string[] types =
        [
            "namespace N { [Pipeline] partial class Checkout; }",
            "namespace N { [Pipeline] partial class CHECKOUT; }",
            "namespace n { [Pipeline] partial class Checkout; }",
            "namespace N { [Pipeline] partial class Checkout<T>; }",
            "namespace N { [Pipeline] partial class Checkout_1; }",
            "partial class Ä { [Pipeline] partial class P; }",
            "partial class Ö { [Pipeline] partial class P; }",
            $"[Pipeline] partial class {new string('X', 300)};",
            $"[Pipeline] partial class {new string('X', 301)};",
        ];
        var compilation = Source.Compile(string.Concat(types));
        var names = Source.Pipelines(compilation).Select(HintName.Of).ToList();
        Assert.Equal(types.Length, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(names, name => Assert.Matches(@"^[A-Za-z0-9_.]{1,100}-[0-9a-f]{8}$", name));
        Assert.Contains(names, name => name.StartsWith("N.Checkout_1-", StringComparison.Ordinal));
    }

    [Fact]
    public void A_pipelines_name_has_everything_that_tells_it_from_others() =>
        Assert.Equal(
            "A.B.O<T>.P<U>",
            Source.Parse("namespace A.B { partial class O<T> { [Pipeline] partial class P<U> { } } }").Model.Name
        );

    [Fact]
    public void Member_names_are_own_inherited_and_scoped_but_not_emitted_ones()
    {
        var model = Source
            .Parse(
                """
                class Base { protected int Inherited; private int Hidden; internal static void StaticInherited() { } }
                partial class Outer<TOuter>
                {
                    [Pipeline]
                    partial class P<TOwn>(int parameter) : Base
                    {
                        public partial int Run();
                        private int _field = 1;
                        string Property { get; set; } = "";
                        event Action? Changed;
                        class Nested;
                        [System.CodeDom.Compiler.GeneratedCode("Other", "1")] int FromAnother;
                        [System.CodeDom.Compiler.GeneratedCode("Sluice", "1")] int Emitted;
                        [Sluice.CompilerServices.GeneratedEntryPoint, System.CodeDom.Compiler.GeneratedCode("Sluice", "1")]
                        public partial int Run() => parameter;
                    }
                }
                """
            )
            .Model;
        string[] expected =
        [
            "Base", // not a member of P; it shows which names are absent
            "Changed",
            "FromAnother",
            "Inherited",
            "Nested",
            "Outer",
            "P",
            "Property",
            "Run",
            "StaticInherited",
            "TOuter",
            "TOwn",
            "ToString",
            "_field",
            "parameter",
        ];
        Assert.Equal(expected.Skip(1), expected.Where(model.MemberNames.Contains));
        Assert.DoesNotContain("Emitted", model.MemberNames);
        Assert.DoesNotContain("Hidden", model.MemberNames);
        Assert.DoesNotContain("get_Property", model.MemberNames);
        Assert.Equal(model.MemberNames.Order(StringComparer.Ordinal), model.MemberNames);
    }
}
