using Sluice.Compiler.Bind;
using Sluice.Compiler.Model;
using Sluice.Compiler.Rules;

namespace Sluice.Compiler.Tests.Parse;

/// <summary>The types and members from which a pipeline gets its stages.</summary>
public sealed class SourceTests
{
    private const string Types = """
        public class Pricing { [Stage] public int Load() => 1; [Stage] public string Quote() => ""; }
        public class Special : Pricing;
        public interface IRoot { [Stage] int Load(); }
        public interface ILeaf : IRoot { [Stage] string Quote(); }
        public static class Steps { [Stage] public static int Load() => 1; }
        namespace Other { public static class Steps { [Stage] public static int Load() => 1; } }
        public class Nothing;
        """;

    [Theory]
    [InlineData("class P { [Stages] Pricing _p", "Member _p global::Pricing False")]
    [InlineData("class P { [Stages] static Special P1 { get; } = null!", "Member P1 global::Special True")]
    [InlineData("class P { [field: Stages] ILeaf P1 { get; }", "Member P1 global::ILeaf False")]
    [InlineData("class P([Stages] Pricing @class) {", "PrimaryConstructorParameter class global::Pricing False")]
    [InlineData("class P([Stages] Pricing p) { private readonly Pricing p = p", "Member p global::Pricing False")]
    [InlineData("class P([Stages] Pricing p) { [Stages] readonly Pricing p = p", "Member p global::Pricing False")]
    [InlineData("record P([Stages] Pricing Prices) {", "Member Prices global::Pricing False")]
    [InlineData("record P([property: Stages] Pricing Prices) {", "Member Prices global::Pricing False")]
    [InlineData("class P<T>([Stages] T prices) where T : ILeaf {", "PrimaryConstructorParameter prices T False")]
    public void A_member_or_parameter_brings_the_stages_of_its_type(string start, string expected)
    {
        var parsed = Source.Parse($"[Pipeline] partial {start}; public partial int Run(); }} {Types}");
        Assert.Empty(parsed.Model.Findings);
        Assert.Equal(["", expected.Split(' ')[1]], parsed.Model.Sources.Select(source => source.Member));
        Assert.Equal(["P", expected.Split(' ')[1]], parsed.Symbols.Sources.Select(source => source.Name));
        var source = parsed.Model.Sources[1];
        Assert.Equal(expected, $"{source.Kind} {source.Member} {source.TypeName} {source.IsStatic}");
        Assert.Equal(["Load", "Quote"], parsed.Model.Stages.Select(stage => stage.Name).Order(StringComparer.Ordinal));
        Assert.All(parsed.Model.Stages, stage => Assert.Equal(1, stage.Source));
    }

    [Fact]
    public void Static_classes_bring_theirs_and_names_stay_unique()
    {
        var model = Parse(
            "[Pipeline, Stages(typeof(Steps)), Stages(typeof(Other.Steps)), Stages(typeof(Steps))]",
            "[Stages] Pricing _p; [Stage] int Load() => 1;"
        );
        Assert.Empty(model.Findings);
        Assert.Equal(
            ["Load", "_p.Load", "Quote", "Steps.Load", "Other.Steps.Load"],
            model.Stages.Select(stage => stage.Name)
        );
        Assert.Equal(["Load", "Load", "Quote", "Load", "Load"], model.Stages.Select(stage => stage.SimpleName));
        Assert.Equal(
            [StageSourceKind.StaticClass, StageSourceKind.StaticClass],
            model.Sources.Skip(2).Select(source => source.Kind)
        );
        Assert.Equal(["global::Steps", "global::Other.Steps"], model.Sources.Skip(2).Select(source => source.TypeName));
    }

    [Fact]
    public void Inherited_members_bring_stages_where_they_can_be_reached()
    {
        var model = Source
            .Parse(
                $$"""
                class Base { [Stages] protected virtual Pricing Prices => null!; [Stages] Pricing _private; [Stages] public Pricing Hidden; [Stages] public Pricing Unread { private get; set; } }
                [Pipeline] partial class P : Base { public partial int Run(); protected override Special Prices => null!; public new int Hidden; }
                {{Types}}
                """
            )
            .Model;
        Assert.Empty(model.Findings);
        Assert.Equal(["", "Prices"], model.Sources.Select(source => source.Member));
        Assert.Equal("global::Special", model.Sources[1].TypeName);
    }

    [Theory]
    [InlineData("[Stages] Nothing n;", "n", "Nothing")]
    [InlineData("[Stages] Pricing[] n;", "n", "Pricing[]")]
    [InlineData("[Stages] int N { get; }", "N", "int")]
    public void A_source_without_stages_is_reported(string member, string name, string type)
    {
        var finding = Parse("[Pipeline]", member).OnlyFinding(Rule.SourceWithoutStages);
        Assert.Equal(new NodeReference(NodeKind.Source, 1), finding.Node);
        Assert.Equal([name, type], finding.Arguments);
    }

    [Fact]
    public void An_inaccessible_stage_of_a_source_points_at_the_source_too()
    {
        var parsed = Source.Parse(
            "[Pipeline] partial class P { public partial int Run(); [Stages] Closed c; } class Closed { [Stage] int A() => 1; [Stage] protected int B() => 1; [Stage] internal long C() => 1; }"
        );
        Assert.Equal(
            [Rule.InaccessibleStage, Rule.InaccessibleStage],
            parsed.Model.Findings.Select(finding => finding.Rule)
        );
        Assert.Equal([new NodeReference(NodeKind.Source, 1)], parsed.Model.Findings[0].Further);
        Assert.Equal(["B", "Closed"], parsed.Model.Findings[1].Arguments);
        Assert.Equal("C", Assert.Single(parsed.Model.Stages).Name);
    }

    [Fact]
    public void A_named_class_brings_static_methods_only()
    {
        var model = Parse("[Pipeline, Stages(typeof(Pricing))]", "");
        Assert.Equal(
            [Rule.UnsupportedStageSignature, Rule.UnsupportedStageSignature],
            model.Findings.Select(finding => finding.Rule)
        );
        Assert.StartsWith(
            "it needs an instance, but [Stages(typeof(...))]",
            model.Findings[0].Arguments[1],
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("class P { [Stages] Pricing Prices { set { } }", "Prices", "the property cannot be read: ")]
    [InlineData(
        "class P { [Stages] Pricing this[int index] => null!;",
        "this[]",
        "an indexer has no value of its own: "
    )]
    [InlineData(
        "class P : IPriced { [Stages] Pricing IPriced.Prices => null!;",
        "IPriced.Prices",
        "the property implements an interface explicitly "
    )]
    [InlineData("class P([Stages] in Pricing prices) {", "prices", "the parameter is passed by reference ")]
    [InlineData("class P([Stages] ref Pricing prices) {", "prices", "the parameter is passed by reference ")]
    [InlineData(
        "class P { [Stages] Pricing? _prices;",
        "_prices",
        "it may be null, and then its stages could not be called: declare it as 'Pricing'"
    )]
    [InlineData("class P { [Stages] static Pricing? Prices { get; }", "Prices", "it may be null, ")]
    [InlineData("class P([Stages] ILeaf? prices) {", "prices", "it may be null, ")]
    [InlineData("record P([Stages] Pricing? Prices) {", "Prices", "it may be null, ")]
    [InlineData("class P<T> where T : class, ILeaf { [Stages] T? _prices;", "_prices", "it may be null, ")]
    [InlineData(
        "class P { [Stages] Fast? _fast;",
        "_fast",
        "it may be null, and then its stages could not be called: declare it as 'Fast'"
    )]
    [InlineData("class P { [Stages(typeof(Steps))] Pricing _prices = null!;", "_prices", "the attribute already adds ")]
    public void What_cannot_bring_stages_in_is_reported_once(string start, string name, string reason)
    {
        var model = Source
            .Parse(
                $"[Pipeline] partial {start} public partial string Run(); }} interface IPriced {{ Pricing Prices {{ get; }} }} "
                    + $"struct Fast {{ [Stage] public string Load() => \"\"; }} {Types}"
            )
            .Model;
        var finding = model.OnlyFinding(Rule.InvalidSource);
        Assert.Equal(NodeKind.Rejected, finding.Node.Kind);
        Assert.Equal(name, finding.Arguments[0]);
        Assert.StartsWith(reason, finding.Arguments[1], StringComparison.Ordinal);
        Assert.Empty(model.Stages);

        // The missing outputs of its stages do not cause further findings.
        Assert.Single(PipelineBinder.Bind(model).Findings);
    }

    [Theory]
    [InlineData("class P([Stages] Counter counter) {", "counter", "a parameter is read through a property")]
    [InlineData("record P([Stages] Counter Counter) {", "Counter", "the property returns a copy")]
    [InlineData("class P { [Stages] Counter Count { get; set; }", "Count", "the property returns a copy")]
    [InlineData("class P { [Stages] static Counter Count { get; }", "Count", "the property returns a copy")]
    [InlineData(
        "class P { Counter _count; [Stages] ref readonly Counter Count => ref _count;",
        "Count",
        "the property returns a readonly reference"
    )]
    [InlineData("class P { [Stages] readonly Counter _count;", "_count", "the field is readonly")]
    [InlineData("class P { [Stages] static readonly Counter _count;", "_count", "the field is readonly")]
    public void A_struct_whose_stages_would_change_a_copy_is_reported(string start, string name, string reason)
    {
        var finding = OfStruct(start).OnlyFinding(Rule.InvalidSource);

        Assert.Equal(name, finding.Arguments[0]);
        Assert.Equal(
            $"its stages are called on copies of the struct 'Counter' "
                + $"because {reason}, so their changes are lost: put it on a field that is not readonly, or declare the stages or the struct readonly",
            finding.Arguments[1]
        );
    }

    [Theory]
    [InlineData("class P { [Stages] Counter _count;")]
    [InlineData("class P { Counter _count; [Stages] ref Counter Count => ref _count;")]
    [InlineData("class P([Stages] Whole whole) {")]
    [InlineData("class P { [Stages] readonly Whole _whole;")]
    [InlineData("class P { [Stages] Reader Reader { get; set; }")]
    [InlineData("class P { [Stages] readonly Fixed _fixed;")]
    [InlineData("class P<T>([Stages] T stages) where T : ILeaf {")]
    public void A_struct_whose_stages_change_nothing_that_is_lost_is_not(string start) =>
        Assert.Empty(OfStruct(start).Findings);

    private static PipelineModel OfStruct(string start) =>
        Source
            .Parse(
                $$"""
                [Pipeline] partial {{start}} public partial string Run(); }
                struct Counter { int _calls; [Stage] public string Load() => $"{++_calls}"; }
                struct Reader { int _calls; [Stage] public readonly string Load() => $"{_calls}"; }
                struct Fixed { int _calls; [Stage] public static string Load() => ""; }
                readonly struct Whole { [Stage] public string Load() => ""; }
                interface ILeaf { [Stage] string Load(); }
                """
            )
            .Model;

    [Fact]
    public void On_the_class_itself_a_source_has_to_be_named() =>
        Assert.StartsWith(
            "it names no class: write [Stages(typeof(...))]",
            Parse("[Pipeline, Stages]", "").OnlyFinding(Rule.InvalidSource).Arguments[1],
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("Pricing copy = prices;", true)]
    [InlineData("Pricing Copy { get; } = prices ?? new();", true)]
    [InlineData("Func<int> load = () => prices.Load();", true)]
    [InlineData("string name = nameof(prices);", false)]
    [InlineData("string name = new Named { prices = 1 }.prices.ToString();", false)]
    [InlineData("int Load() => prices.Load();", false)]
    public void A_parameter_that_is_stored_as_well_is_reported(string member, bool isReported)
    {
        var model = Source
            .Parse(
                $"[Pipeline] partial class P([Stages] Pricing prices) {{ public partial int Run(); {member} }} {Types}"
            )
            .Model;
        if (isReported)
        {
            var finding = model.OnlyFinding(Rule.SourceParameterAlsoStored);
            Assert.Equal(new NodeReference(NodeKind.Source, 1), finding.Node);
            Assert.Equal(["prices"], finding.Arguments);
        }
        else
        {
            Assert.Empty(model.Findings);
        }
    }

    [Fact]
    public void A_parameter_that_goes_to_the_base_is_reported() =>
        Source
            .Parse(
                $"class B(Pricing p); [Pipeline] partial class P([Stages] Pricing prices) : B(prices) {{ public partial int Run(); }} {Types}"
            )
            .Model.OnlyFinding(Rule.SourceParameterAlsoStored);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_nested_pipeline_brings_its_entry_points(bool isReferenced)
    {
        const string InnerSource = """
            [Sluice.Pipeline]
            public partial class Inner
            {
                [Sluice.CompilerServices.GeneratedEntryPoint] public partial string CountAsync(int value, System.Threading.CancellationToken ct = default) => "";
                [Sluice.CompilerServices.GeneratedEntryPoint] public partial long Run(int value) => 1;
                [Sluice.CompilerServices.GeneratedEntryPoint] public partial long Run(string value) => 1;
                [Sluice.CompilerServices.GeneratedEntryPoint] private partial long Own() => 1;
                public partial string CountAsync(int value, System.Threading.CancellationToken ct = default);
                public partial long Run(int value);
                public partial long Run(string value);
                private partial long Own();
                [Sluice.Stage] public int Secret() => 1;
            }
            """;
        const string OuterSource =
            "[Pipeline] partial class Outer { public partial string Start(int value); [Stages] Inner _inner; }";
        var compilation = isReferenced
            ? Source.Compile(OuterSource, Source.Library(InnerSource))
            : Source.Compile(OuterSource + InnerSource);
        var model = Source.Parse(compilation, "Outer").Model;
        Assert.Empty(model.Findings);
        Assert.Equal(["Count", "Run(int)", "Run(string)"], model.Stages.Select(stage => stage.Name));
        Assert.Equal(
            [null, "CancellationToken"],
            model.Stages[0].Parameters.Select(parameter => parameter.Supplied?.Name)
        );
    }

    [Fact]
    public void A_nested_pipeline_in_source_needs_no_emitted_part()
    {
        var model = Source
            .Parse(
                "[Pipeline] partial class P { public partial int Run(); [Stages] Inner i; } [Pipeline] partial class Inner { public partial int Count(); [Stage] int A() => 1; }"
            )
            .Model;
        Assert.Equal("Count", Assert.Single(model.Stages).Name);
    }

    [Fact]
    public void Stages_come_from_referenced_assemblies()
    {
        var library = Source.Library(
            "namespace Lib { public abstract class Base { [Stage] protected virtual int Load() => 1;} public static class Steps { [Stage(Name = \"Go\")] public static async void Run() => await Task.Yield(); } }"
        );
        var model = Source
            .Parse(
                "[Pipeline, Stages(typeof(Lib.Steps))] partial class P : Lib.Base { public partial int Run(); }",
                library
            )
            .Model;
        Assert.Equal("Load", Assert.Single(model.Stages).Name);
        Assert.Equal([Rule.UnsupportedStageSignature], model.Findings.Select(finding => finding.Rule));
        Assert.Equal("Go", model.Findings[0].Arguments[0]);
    }

    [Fact]
    public void A_stage_that_is_internal_to_a_referenced_project_is_reported()
    {
        var library = Source
            .Compile("public class Base { [Stage] internal int Load() => 1; [Stage] public long Open() => 1; }")
            .WithAssemblyName("Library");
        var model = Source
            .Parse("[Pipeline] partial class P : Base { public partial int Run(); }", library.ToMetadataReference())
            .Model;
        Assert.Equal(["Load", "Base"], model.OnlyFinding(Rule.InaccessibleStage).Arguments);
        Assert.Equal("Open", Assert.Single(model.Stages).Name);
    }

    private static PipelineModel Parse(string attributes, string members) =>
        Source.Parse($"{attributes} partial class P {{ public partial int Run(); {members} }} {Types}").Model;
}
