using Sluice.Compiler.Model;
using Sluice.Compiler.Rules;

namespace Sluice.Compiler.Tests.Parse;

/// <summary>Pipelines that are nested in themselves.</summary>
public sealed class NestedPipelineTests
{
    private const string Run = "public partial int Run();";

    [Theory]
    [InlineData("[Pipeline] partial class P([Stages] P p) { #run }", "P.p -> P")]
    [InlineData("[Pipeline] partial class P { #run [Stages] private P _p = null!; }", "P._p -> P")]
    [InlineData("[Pipeline] partial class P { #run [Stages] public P Inner { get; } = null!; }", "P.Inner -> P")]
    [InlineData("[Pipeline] partial class P { #run [field: Stages] public P Inner { get; } = null!; }", "P.Inner -> P")]
    [InlineData("[Pipeline] partial record class P([Stages] P Inner) { #run }", "P.Inner -> P")]
    [InlineData(
        "[Pipeline] partial class P([Stages] Q q) { #run } [Pipeline] partial class Q { #run [Stages] R _r = null!; } [Pipeline] partial class R { #run [Stages] public P P { get; set; } }",
        "P.q -> Q._r -> R.P -> P"
    )]
    [InlineData(
        "[Pipeline] partial class P([Stages] Q q) { #run } [Pipeline] partial class Q : Base { #run } class Base { [Stages] protected P p = null!; }",
        "P.q -> Q.p -> P"
    )]
    [InlineData("[Pipeline] partial class P<T>([Stages] P<List<T>> p) { #run }", "P.p -> P")]
    [InlineData(
        "[Pipeline] partial class P([Stages] Q<P> q) { #run } [Pipeline] partial class Q<T>([Stages] T t) where T : class { #run }",
        "P.q -> Q.t -> P"
    )]
    public void A_pipeline_that_reaches_itself_is_reported_with_the_path(string source, string path)
    {
        var finding = Source
            .Parse(Source.Compile(source.Replace("#run", Run, StringComparison.Ordinal)), "P")
            .Model.Findings.Single(finding => finding.Rule == Rule.RecursivePipeline);
        Assert.Equal(new NodeReference(NodeKind.Source, 1), finding.Node);
        Assert.StartsWith(
            $"Pipeline 'P' is nested in itself: {path}. ",
            FindingText.Of(finding),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("[Pipeline] partial class P([Stages] Q q) { #run } [Pipeline] partial class Q([Stages] Q q) { #run }")]
    [InlineData(
        "[Pipeline] partial class P([Stages] Q q) { #run } class Q([Stages] P p) { [Stage] public int A() => 1; }"
    )]
    [InlineData("[Pipeline] partial class P([Stages] IQ q) : IQ { #run } interface IQ { [Stage] int A(); }")]
    [InlineData("[Pipeline] partial class P([Stages] Q q, P p) { #run } [Pipeline] partial class Q(P p) { #run }")]
    [InlineData(
        "[Pipeline] partial class P([Stages] Q<int> q) { #run } [Pipeline] partial class Q<T>([Stages] Q<List<T>> q) { #run }"
    )]
    public void What_types_do_not_show_and_what_others_do_is_left_alone(string source) =>
        Assert.DoesNotContain(
            Source.Parse(Source.Compile(source.Replace("#run", Run, StringComparison.Ordinal)), "P").Model.Findings,
            finding => finding.Rule == Rule.RecursivePipeline
        );
}
