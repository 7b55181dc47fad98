using Sluice.Compiler.Model;
using Sluice.Compiler.Policies.Intercept;

namespace Sluice.Compiler.Tests.Parse.Policies;

/// <summary>The interceptors of stages.</summary>
public sealed class InterceptorTests
{
    private const string Types = """
        struct Plain : IStageInterceptor
        {
            public ValueTask<T> InvokeAsync<T, TInner>(TInner inner, StageContext context) where TInner : struct, IStageCall<T> => inner.InvokeAsync();
        }
        sealed class Both : IStageInterceptor, ISynchronousStageInterceptor
        {
            public ValueTask<T> InvokeAsync<T, TInner>(TInner inner, StageContext context) where TInner : struct, IStageCall<T> => inner.InvokeAsync();
            public T Invoke<T, TInner>(TInner inner, StageContext context) where TInner : struct, ISynchronousStageCall<T> => inner.Invoke();
        }
        struct Quick : ISynchronousStageInterceptor
        {
            public T Invoke<T, TInner>(TInner inner, StageContext context) where TInner : struct, ISynchronousStageCall<T> => inner.Invoke();
        }
        """;

    [Fact]
    public void Those_of_the_pipeline_are_outermost_then_those_of_the_class_then_those_of_the_stage() =>
        Assert.Equal(
            ["Both|pipeline", "Plain|pipeline", "Both|", "Plain|"],
            Interceptors(
                "[Pipeline, Intercept<Both>, Intercept<Plain>]",
                "[Stages] Other other = new();",
                "[Intercept<Both>] class Other { [Stage, Intercept<Plain>] public int A() => 1; }"
            )
        );

    [Theory]
    [InlineData("[Pipeline, Intercept<Both>]", "")]
    [InlineData("[Pipeline]", "[Intercept<Both>]")]
    public void Those_of_the_pipelines_own_class_wrap_its_stages_once(string pipeline, string baseClass) =>
        Assert.Equal(
            ["Both|pipeline", "Plain|pipeline"],
            Interceptors(
                pipeline,
                "",
                $"{baseClass} class Base {{ [Stage, Intercept<Plain>] protected int A() => 1; }}",
                ": Base"
            )
        );

    [Fact]
    public void Those_of_a_nested_pipeline_wrap_its_stages_and_not_its_entry_points() =>
        Assert.Equal(
            ["Both|pipeline"],
            Interceptors(
                "[Pipeline, Intercept<Both>]",
                "[Stages] Nested nested = new();",
                "[Pipeline, Intercept<Plain>] partial class Nested { public partial int Count(); [Stage] int B() => 1; }"
            )
        );

    [Theory]
    [InlineData("[Stage, Intercept<Both>] int A() => 1;", "True")]
    [InlineData("[Stage, Intercept<Both>, Intercept<Quick>] int A() => 1;", "True True")]
    [InlineData("[Stage, Intercept<Both>, Intercept<Plain>] int A() => 1;", "False False")]
    [InlineData("[Stage, Intercept<Both>] Task<int> A() => null!;", "False")]
    public void A_stage_stays_synchronous_where_all_can_wrap_it_so(string stage, string expected) =>
        Assert.Equal(
            expected,
            string.Join(
                ' ',
                PolicySource
                    .Stage(stage, further: Types)
                    .Policies.OfType<InterceptPolicy>()
                    .Select(one => one.IsSynchronous)
            )
        );

    [Fact]
    public void One_may_be_held_by_a_member()
    {
        var interceptor = Assert.Single(
            PolicySource
                .Stage(
                    "[Stage, Intercept<Both>(Member = nameof(both))] int A() => 1; static readonly Both both = new();",
                    further: Types
                )
                .Policies.OfType<InterceptPolicy>()
        );
        Assert.Equal(
            new InterceptPolicy("global::Both", "Both", false, true, "both", true, true) { IsCalledByName = true },
            interceptor
        );
    }

    [Theory]
    [InlineData("Open", true)]
    [InlineData("Hidden", false)]
    [InlineData("Value", false)]
    public void The_method_of_a_class_is_named_where_it_has_a_name(string interceptor, bool isCalledByName)
    {
        const string Further = """
            sealed class Open : ISynchronousStageInterceptor { public T Invoke<T, TInner>(TInner inner, StageContext context) where TInner : struct, ISynchronousStageCall<T> => inner.Invoke(); }
            sealed class Hidden : ISynchronousStageInterceptor { T ISynchronousStageInterceptor.Invoke<T, TInner>(TInner inner, StageContext context) => inner.Invoke(); }
            struct Value : ISynchronousStageInterceptor { public T Invoke<T, TInner>(TInner inner, StageContext context) where TInner : struct, ISynchronousStageCall<T> => inner.Invoke(); }
            """;

        var stage = PolicySource.Stage($"[Stage, Intercept<{interceptor}>] int A() => 1;", further: Further);

        Assert.Equal(isCalledByName, Assert.Single(stage.Policies.OfType<InterceptPolicy>()).IsCalledByName);
    }

    private static string[] Interceptors(string attributes, string members, string further, string bases = "")
    {
        var model = Source
            .Parse($"{attributes} partial class P {bases} {{ public partial int Run(); {members} }} {further} {Types}")
            .Model;
        Assert.Empty(model.Findings);
        return
        [
            .. model
                .Stages[0]
                .Policies.OfType<InterceptPolicy>()
                .Select(one => $"{one.DisplayName}|{(one.IsOnPipeline ? "pipeline" : "")}"),
        ];
    }
}
