using Microsoft.CodeAnalysis;
using Sluice.Generators.Tests.Harness;

namespace Sluice.Generators.Tests;

/// <summary>Experimental and obsolete declarations cause diagnostics only where the user uses them.</summary>
public sealed class MarkedDeclarationTests
{
    private const string Experimental = """System.Diagnostics.CodeAnalysis.Experimental("DRAFT001")""";
    private const string Obsolete = """Obsolete("Old.", DiagnosticId = "OLD001")""";

    public static TheoryData<string> Places =>
        [
            "[$] public sealed record Draft(int Id); [Pipeline] public sealed partial class P { public partial Draft Run(int id); [Stage] private static Draft Make(int id) => new(id); }",
            "[$] public sealed record Draft(int Id); [Pipeline] public sealed partial class P { public partial ValueTask<int> RunAsync(int id); [Stage] private static Task<List<Draft[]>> MakeAsync(int id) => null!; [Stage] private static int Count(List<Draft[]> drafts) => 1; }",
            "[$] public static class Outer { public readonly record struct Draft(int Id); } [Pipeline] public sealed partial class P { public partial int Run(Outer.Draft draft); [Stage] private static int Make(Outer.Draft draft) => draft.Id; }",
            "[Pipeline] public sealed partial class P { public partial int Run(string text); [Stage, $] private static int Make(string text) => 1; }",
            "[$] public static class Steps { [Stage] public static int Make(string text) => 1; } [Pipeline, Stages(typeof(Steps))] public sealed partial class P { public partial int Run(string text); }",
            "public sealed class Steps { [Stage] public int Make(string text) => 1; } [Pipeline] public sealed partial class P { [Stages, $] private readonly Steps _steps = new(); public partial int Run(string text); }",
            "public sealed class Steps { [Stage] public int Make(string text) => 1; } [Pipeline] public sealed partial class P { [Stages, $] private Steps Steps { get; } = new(); public partial int Run(string text); }",
            "public abstract class Base { [Stage, $] public abstract int Make(string text); } [Pipeline] public sealed partial class P : Base { public partial int Run(string text); [$] public override int Make(string text) => 1; }",
            "[Pipeline] public sealed partial class P { public partial int Run(string text); [Stage, Fallback(nameof(No))] private static int Make(string text) => 1; [$] private static int No(string text) => 0; }",
            "[Pipeline] public sealed partial class P { public partial int Run(string text); [Stage, Retry(3, When = nameof(Is))] private static int Make(string text) => 1; [$] private static bool Is(Exception exception) => true; }",
            "[$] public sealed class Failure : Exception; [Pipeline] public sealed partial class P { public partial int Run(string text); [Stage, Retry(3, On = [typeof(Failure)])] private static int Make(string text) => 1; }",
            "[$] public readonly struct Log : ISynchronousStageInterceptor { public T Invoke<T, TInner>(TInner inner, StageContext context) where TInner : struct, ISynchronousStageCall<T> => inner.Invoke(); } [Pipeline] public sealed partial class P { public partial int Run(string text); [Stage, Intercept<Log>] private static int Make(string text) => 1; }",
            "public sealed class Log : ISynchronousStageInterceptor { [$] public Log() { } public T Invoke<T, TInner>(TInner inner, StageContext context) where TInner : struct, ISynchronousStageCall<T> => inner.Invoke(); } [Pipeline] public sealed partial class P { public partial int Run(string text); [Stage, Intercept<Log>] private static int Make(string text) => 1; }",
            "public enum Kind { A, [$] B } [Pipeline] public sealed partial class P { public partial int? Run(string text, Kind kind); [Stage, When(\"kind\", Kind.A)] private static int Make(string text) => 1; [Stage, When(\"kind\", Kind.B)] private static void Log(string text) { } }",
        ];

    [Theory]
    [MemberData(nameof(Places))]
    public void What_is_experimental_or_obsolete_gives_no_diagnostic_in_emitted_code(string source)
    {
        foreach (var (mark, id) in new[] { (Experimental, "DRAFT001"), (Obsolete, "OLD001") })
        {
            _ = GeneratorHarness.Run(
                new GeneratorInput(
                    $"#pragma warning disable {id}, SLU0014\n{source.Replace("$", mark, StringComparison.Ordinal)}"
                )
            );
        }
    }

    [Fact]
    public void The_mark_of_a_whole_assembly_counts_for_what_it_declares()
    {
        var library = CompilationFactory
            .Compile(
                new GeneratorInput(
                    """[assembly: System.Diagnostics.CodeAnalysis.Experimental("DRAFT001")] public sealed record Draft(int Id);"""
                ),
                "Library"
            )
            .EmitToReference();

        var run = GeneratorHarness.Run(
            new GeneratorInput(
                """
                #pragma warning disable DRAFT001
                [Pipeline]
                public sealed partial class P
                {
                    public partial Draft Run(int id);

                    [Stage] private static Draft Make(int id) => new(id);
                }
                """
            )
            {
                References = [library],
            }
        );

        Assert.Contains("#pragma warning disable DRAFT001 //", run.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[Stage, $] private static int Make(string text) => 1;")]
    [InlineData("[Stage, Obsolete] private static int Make(string text, Old? old = null) => 1;")]
    [InlineData(
        "[Stage, Obsolete] private static int Make(string text) => 1; [Stage, Obsolete] private static Old Other(string text) => null!;"
    )]
    [InlineData("[Stage] private static int Make(string text) => 1; [Obsolete] public partial int Other(Old text);")]
    [InlineData("[Stage] private static int Make(string text) => 1; [Obsolete] public partial Old Other(string text);")]
    [InlineData("[Stages, $] private readonly Steps _steps = new();")]
    [InlineData("[Stages, Obsolete] private readonly OldSteps _steps = null!;")]
    [InlineData(
        "[Stage, Fallback(nameof(No))] private static int Make(string text) => 1; [$] private static int No(string text) => 0;"
    )]
    [InlineData(
        "[Stage, Cached(\"00:01:00\", Store = nameof(_store))] private int Make(string text) => 1; [$] private readonly ICacheStore _store = null!;"
    )]
    [InlineData("[Stage, Intercept<Log>] private static int Make(string text) => 1;")]
    public void What_is_an_error_to_use_is_an_error_at_the_stage_and_not_in_emitted_code(string members)
    {
        const string Error = "Obsolete(\"Gone.\", true)";
        var run = GeneratorHarness.Run(
            new GeneratorInput(
                $$"""
                [{{Error}}] public sealed class Old;
                [{{Error}}] public sealed class OldSteps { [Stage] public int Make(string text) => 1; }
                public sealed class Steps { [Stage] public int Make(string text) => 1; }
                public readonly struct Log : ISynchronousStageInterceptor
                {
                    [{{Error}}] public Log() { }
                    public T Invoke<T, TInner>(TInner inner, StageContext context) where TInner : struct, ISynchronousStageCall<T> => inner.Invoke();
                }
                [Pipeline]
                public sealed partial class P
                {
                    public partial Task<int> RunAsync(string text);
                    {{members.Replace("$", Error, StringComparison.Ordinal)}}
                }
                """
            )
            {
                Properties = System.Collections.Immutable.ImmutableDictionary<string, string>.Empty,
                ExpectedDiagnostics = ["SLU0100"],
            }
        );

        Assert.Contains(
            "is obsolete, and its use is an error",
            run.Result.Diagnostics[0].GetMessage(null),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            run.Output.GetDiagnostics(),
            found => found.Severity == DiagnosticSeverity.Error && GeneratorHarness.IsEmitted(found.Location.SourceTree)
        );
    }

    [Fact]
    public void In_a_pipeline_that_is_obsolete_itself_what_is_an_error_elsewhere_may_be_used() =>
        GeneratorHarness.Run(
            new GeneratorInput(
                """
                [Obsolete("Gone.", true)] public sealed record Old(int Id);

                [Pipeline, Obsolete]
                public sealed partial class P
                {
                    public partial ValueTask<Old> RunAsync(int id);

                    [Stage, Obsolete("Gone.", true)] private static async Task<Old> MakeAsync(int id) { await Task.Yield(); return new(id); }
                    [Stage] private static async Task LogAsync(int id) => await Task.Yield();
                }
                """
            )
        );
}
