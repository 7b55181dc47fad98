using Sluice.Compiler.Model;
using Sluice.Compiler.Policies.Intercept;
using Sluice.Compiler.Rules;

namespace Sluice.Compiler.Tests.Parse.Policies;

/// <summary>Types that cannot be interceptors of a stage.</summary>
public sealed class InterceptorFindingTests
{
    private const string Awaited =
        "public ValueTask<T> InvokeAsync<T, TInner>(TInner inner, StageContext context) where TInner : struct, IStageCall<T> => inner.InvokeAsync();";

    private const string AtOnce =
        "public T Invoke<T, TInner>(TInner inner, StageContext context) where TInner : struct, ISynchronousStageCall<T> => inner.Invoke();";

    [Theory]
    [InlineData(
        "class X : IStageInterceptor",
        "it is neither a struct nor a sealed class, so calls cannot be specialised for it: seal the class, or make it a struct"
    )]
    [InlineData("abstract class X : IStageInterceptor", "it is neither a struct nor a sealed class, ")]
    [InlineData("interface X : IStageInterceptor", "it is neither a struct nor a sealed class, ")]
    [InlineData("enum X", "it is neither a struct nor a sealed class, ")]
    [InlineData(
        "sealed class X",
        "it implements neither 'IStageInterceptor' nor 'ISynchronousStageInterceptor': implement one of them"
    )]
    [InlineData("file struct X : IStageInterceptor", "the pipeline cannot access it: make the type accessible to it")]
    [InlineData(
        "sealed class X(int a) : IStageInterceptor",
        "it has no parameterless constructor that the pipeline can call: add one, or name a field or property that holds it with 'Member'"
    )]
    [InlineData(
        "sealed class X : IStageInterceptor { private X() { } public static X One = new(); ",
        "it has no parameterless constructor that the pipeline can call: "
    )]
    [InlineData(
        "sealed class X : IStageInterceptor { public required int A { get; set; } ",
        "it has required members, which the pipeline cannot set: name a field or property that holds it with 'Member'"
    )]
    public void A_type_that_cannot_wrap_calls_is_reported(string type, string reason)
    {
        var body =
            type.StartsWith("enum", StringComparison.Ordinal) ? "{ One }"
            : type.StartsWith("interface", StringComparison.Ordinal) ? ";"
            : type.Contains('{', StringComparison.Ordinal) ? $"{Awaited} }}"
            : $"{{ {Awaited} }}";
        var finding = PolicySource
            .Parse("[Stage, Intercept<X>] int A() => 1;", further: $"{type} {body}")
            .OnlyFinding(Rule.UnsupportedInterceptor);
        Assert.StartsWith(
            $"[Intercept<X>] on stage 'A' cannot be used: {reason}",
            FindingText.Of(finding),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("sealed class X(int a = 1) : IStageInterceptor {", "")]
    [InlineData("struct X(int a) : IStageInterceptor { int b = a; ", "")]
    [InlineData(
        "sealed class X : IStageInterceptor { [System.Diagnostics.CodeAnalysis.SetsRequiredMembers] public X() { } public required int A;",
        ""
    )]
    [InlineData("sealed class X(int a) : IStageInterceptor {", "(Member = nameof(x))")]
    [InlineData("sealed class X : IStageInterceptor { public required int A;", "(Member = nameof(x))")]
    public void A_type_that_can_be_made_or_read_is_taken(string type, string arguments) =>
        Assert.Single(
            PolicySource
                .Stage(
                    $"[Stage, Intercept<X>{arguments}] int A() => 1; {(arguments.Length > 0 ? "static readonly X x = null!;" : "")}",
                    further: $"{type} {Awaited} }}"
                )
                .Policies.OfType<InterceptPolicy>()
        );

    [Theory]
    [InlineData("", "its 'Member' names 'x', which is not a readable field or property of 'P'")]
    [InlineData("object x = null!;", "its 'Member' names 'x', which has the type 'object', but 'X' is required")]
    [InlineData("X? x = null;", "its 'Member' names 'x', which may be null: declare it as 'X'")]
    [InlineData(
        "P(X x) { }",
        "its 'Member' names 'x', which is a parameter of the constructor: store it in a field, and name the field"
    )]
    public void A_member_that_does_not_hold_it_is_reported(string member, string reason) =>
        Assert.Equal(
            $"[Intercept<X>] on stage 'A' cannot be used: {reason}",
            FindingText.Of(
                PolicySource
                    .Parse(
                        $"[Stage, Intercept<X>(Member = \"x\")] int A() => 1; {member}",
                        further: $"sealed class X : IStageInterceptor {{ {Awaited} }}"
                    )
                    .OnlyFinding(Rule.UnsupportedInterceptor)
            )
        );

    [Theory]
    [InlineData("[Stage, Intercept<Quick>] Task<int> A() => null!;", "stage", "stage 'A' is asynchronous")]
    [InlineData(
        "[Stage, Intercept<Slow>, Intercept<Quick>] int A() => 1;",
        "stage",
        "'Slow' makes the calls of stage 'A' asynchronous"
    )]
    public void One_that_wraps_synchronous_calls_only_needs_a_synchronous_stage(
        string stage,
        string place,
        string reason
    ) =>
        Assert.Equal(
            $"[Intercept<Quick>] on {place} 'A' cannot be used: it can wrap only synchronous calls, but {reason}: implement "
                + "'IStageInterceptor' as well",
            FindingText.Of(
                PolicySource
                    .Parse(
                        stage,
                        further: $"struct Quick : ISynchronousStageInterceptor {{ {AtOnce} }} struct Slow : IStageInterceptor {{ {Awaited} }}"
                    )
                    .OnlyFinding(Rule.UnsupportedInterceptor)
            )
        );

    [Fact]
    public void What_is_wrong_with_one_of_the_pipeline_is_reported_once_and_there()
    {
        var finding = Parse(
            "[Pipeline, Intercept<X>] partial class P { public partial int Run(); [Stage] int A() => 1; [Stage] long B() => 1; }"
        );
        Assert.Equal(new NodeReference(NodeKind.Pipeline), finding.Node);
        Assert.StartsWith(
            "[Intercept<X>] on pipeline 'P' cannot be used: ",
            FindingText.Of(finding),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void What_is_wrong_with_one_of_a_class_is_reported_once_and_where_the_class_comes_in()
    {
        var finding = Parse(
            "[Intercept<X>] class Other { [Stage] public int A() => 1; [Stage] public long B() => 1; } [Pipeline] partial class P { public partial int Run(); [Stages] Other other = new(); }"
        );
        Assert.Equal(new NodeReference(NodeKind.Source, 1), finding.Node);
        Assert.StartsWith(
            "[Intercept<X>] on class 'Other' cannot be used: ",
            FindingText.Of(finding),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_pipeline_wide_one_that_does_not_fit_a_stage_is_reported_at_the_stage()
    {
        var finding = Source
            .Parse(
                $"struct Quick : ISynchronousStageInterceptor {{ {AtOnce} }} [Pipeline, Intercept<Quick>] partial class P {{ public partial int Run(); [Stage] int A() => 1; [Stage] Task<long> B() => null!; }}"
            )
            .Model.OnlyFinding(Rule.UnsupportedInterceptor);
        Assert.Equal(new NodeReference(NodeKind.Stage, 1), finding.Node);
        Assert.StartsWith(
            "[Intercept<Quick>] on pipeline 'P' cannot be used: it can wrap only synchronous calls, but stage 'B' is asynchronous: ",
            FindingText.Of(finding),
            StringComparison.Ordinal
        );
    }

    private static Finding Parse(string source) =>
        Source
            .Parse($"{source} class X : IStageInterceptor {{ {Awaited} }}")
            .Model.OnlyFinding(Rule.UnsupportedInterceptor);
}
