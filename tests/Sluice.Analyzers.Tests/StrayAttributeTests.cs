namespace Sluice.Analyzers.Tests;

/// <summary>Attributes for pipelines and stages in places where they have no effect.</summary>
public sealed class StrayAttributeTests
{
    private const string Interceptor = """

        public struct Log : IStageInterceptor
        {
            public ValueTask<T> InvokeAsync<T, TInner>(TInner inner, StageContext context)
                where TInner : struct, IStageCall<T> => inner.InvokeAsync();
        }
        """;

    [Fact]
    public async Task Telemetry_on_a_type_that_is_no_pipeline_does_nothing() =>
        await RuleAssert.ReportsAsync(
            "SLU0044",
            "[Telemetry] on 'P' has no effect because the type is not a pipeline. Mark it with [Pipeline], or remove the attribute.",
            """
            using Sluice;

            [[|Telemetry|]]
            public sealed class P
            {
                [Stage] public static int Count(string text) => text.Length;
            }
            """
        );

    [Fact]
    public async Task An_interceptor_on_a_type_without_a_stage_does_nothing() =>
        await RuleAssert.ReportsAsync(
            "SLU0044",
            "[Intercept] on 'P' has no effect because the type has no stages. Mark its methods with [Stage], or remove the attribute.",
            """
            using System.Threading.Tasks;
            using Sluice;

            [[|Intercept<Log>|]]
            public sealed class P
            {
                public static int Count(string text) => text.Length;
            }
            """ + Interceptor
        );

    [Theory]
    [InlineData("public class P { }")]
    [InlineData("public sealed class P { [Stage] public int Count(string text) => text.Length; }")]
    [InlineData("public static class P { [Stage] public static int Count(string text) => text.Length; }")]
    public async Task An_interceptor_on_a_type_that_has_stages_or_may_be_derived_from_is_right(string type) =>
        await RuleAssert.IsSilentAsync(
            $"""
            using System.Threading.Tasks;
            using Sluice;

            [Intercept<Log>]
            {type}
            """ + Interceptor
        );

    [Theory]
    [InlineData("[Telemetry] public abstract class B { }")]
    [InlineData("public abstract class B { [Stages] protected Other other = new(); }")]
    [InlineData("public class B { [When(\"x\")] protected bool IsOpen([From(\"y\")] int y) => true; }")]
    [InlineData("public class B { [Retry(3)] public virtual int Count([From(\"y\")] int y) => 1; }")]
    [InlineData(
        "public partial class B { [Stages] private Other other = new(); [Pipeline] private sealed partial class P : B { public partial int Run(); } }"
    )]
    public async Task What_a_pipeline_may_inherit_is_right(string type) =>
        await RuleAssert.IsSilentAsync(
            $"using Sluice; {type} public sealed class Other {{ [Stage] public int Count() => 1; }}"
        );

    [Theory]
    [InlineData(
        "sealed class C { [[|Stages|]] Other other = new(); }",
        "[Stages] on 'other'",
        "the type is not a pipeline. "
    )]
    [InlineData(
        "class C { [[|Stages|]] Other other = new(); }",
        "[Stages] on 'other'",
        "the type is not a pipeline, and a derived "
    )]
    [InlineData(
        "class C([[|Stages|]] Other other) { int X => other.Count(); }",
        "[Stages] on parameter 'other' of 'C'",
        "only a parameter "
    )]
    [InlineData("struct C { [[|Stages|]] Other other; }", "[Stages] on 'other'", "the type is not a pipeline. ")]
    [InlineData(
        "interface C { [[|Stages|]] Other Value { get; } }",
        "[Stages] on 'Value'",
        "the type is not a pipeline. "
    )]
    [InlineData("[[|Stages(typeof(Other))|]] static class C { }", "[Stages] on 'C'", "the type is not a pipeline. ")]
    [InlineData(
        "sealed class C { [[|EntryPoint|]] void Run() { } }",
        "[EntryPoint] on 'Run'",
        "the type is not a pipeline. "
    )]
    [InlineData("interface C { [[|Retry(3)|]] int Count(); }", "[Retry] on 'Count'", "the method is not a stage. ")]
    [InlineData(
        "delegate int C([[|From(\"x\")|]] int x);",
        "[From] on parameter 'x' of 'C'",
        "the method is not a stage. "
    )]
    [InlineData("record C([[|Each|]] int X);", "[Each] on parameter 'X' of 'C'", "the method is not a stage. ")]
    [InlineData(
        "sealed class C { [Stage] public int Count() => 1; [[|When(\"x\")|]] public void Help() { } }",
        "[When] on 'Help'",
        "the method is not a stage. "
    )]
    [InlineData(
        "sealed class C { void Run() { [[|Stage|]] static int Count(int x) => x; Count(1); } }",
        "[Stage] on local function 'Count'",
        "a stage must be a member of a type. "
    )]
    [InlineData(
        "sealed class C { void Run() { static int Count([[|From(\"y\")|]] int x) => x; Count(1); } }",
        "[From] on local function 'Count'",
        "a stage must be a member of a type. "
    )]
    [InlineData(
        "sealed class C { Func<int, int> Run() => [[|Retry(3)|]] (int x) => x; }",
        "[Retry] on a lambda",
        "a stage must be a member of a type. "
    )]
    [InlineData(
        "[Pipeline] sealed partial class C { public partial int Run(string text); [Stage] static int Count(string text) { [[|Stage|]] int Trim() => 1; return Trim(); } }",
        "[Stage] on local function 'Trim'",
        "a stage must be a member of a type. "
    )]
    [InlineData(
        "[Pipeline] sealed partial class C { public partial int Run([[|Service|]] int x, RunContext context); [Stage] static int Count(int x) => x; }",
        "[Service] on parameter 'x' of 'Run'",
        "the caller provides the value of an input. "
    )]
    [InlineData(
        "sealed class C { [Stage] public int Count([[|Service|]] StageContext x) => 1; }",
        "[Service] on parameter 'x' of 'Count'",
        "the run itself supplies a 'StageContext'. "
    )]
    [InlineData(
        "sealed class C { [Stage] public int Count([Service, [|From(\"y\")|]] Other x) => 1; }",
        "[From] on parameter 'x' of 'Count'",
        "the run itself supplies a 'Other'. "
    )]
    [InlineData(
        "sealed class C { [Stage] public int Count([Service, [|Buffer(2)|]] IAsyncEnumerable<int> x) => 1; }",
        "[Buffer] on parameter 'x' of 'Count'",
        "the run itself supplies a 'IAsyncEnumerable<int>'. "
    )]
    public async Task Elsewhere_an_attribute_does_nothing(string type, string subject, string reason)
    {
        var source = $"using Sluice; {type} public sealed class Other {{ [Stage] public int Count() => 1; }}";
        var diagnostic = Assert.Single(
            await Analysis.RunAsync(
                Analysis.Compile(
                    source.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal)
                )
            )
        );
        Assert.Equal("SLU0044", diagnostic.Id);
        Assert.StartsWith(
            $"{subject} has no effect because {reason}",
            diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture),
            StringComparison.Ordinal
        );
        Assert.Equal(source.IndexOf("[|", StringComparison.Ordinal), diagnostic.Location.SourceSpan.Start);
    }
}
