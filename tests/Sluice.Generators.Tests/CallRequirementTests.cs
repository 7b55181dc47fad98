using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Sluice.Generators.Tests.Harness;

namespace Sluice.Generators.Tests;

/// <summary>
/// Stages with requirements on their callers, in a project that analyzes such requirements: emitted code causes no warning, whether
/// or not the entry point passes the requirement on to its callers.
/// </summary>
public sealed class CallRequirementTests
{
    private const string Requires =
        """System.Diagnostics.CodeAnalysis.RequiresUnreferencedCode("Reflects."), System.Diagnostics.CodeAnalysis.RequiresDynamicCode("Makes code."), System.Diagnostics.CodeAnalysis.RequiresAssemblyFiles("Reads files.")""";

    public static TheoryData<string> Pipelines =>
        [
            "public partial int Run(string text); [Stage, $] private static int Count(string text) => 1;",
            "public partial PipelineResult<int> Run(string text); [Stage, $] private static int Count(string text) => 1;",
            "public partial ValueTask<int> RunAsync(string text); [Stage, $] private static Task<int> CountAsync(string text) => Task.FromResult(1);",
            "public partial Task<int> RunAsync(string text); [Stage, $, Offload] private static int Count(string text) => 1; [Stage, $] private static async Task LogAsync(string text) => await Task.Yield();",
            "public partial IAsyncEnumerable<int> Run(string text); [Stage, $] private static IAsyncEnumerable<int> Count(string text) => null!;",
            "public partial ValueTask<int> RunAsync<TObserver>(string text, TObserver observer) where TObserver : struct, IRunObserver; [Stage, $] private static int Count(string text) => 1;",
            "public partial ValueTask<int[]> RunAsync(string[] texts); [Stage, $] private static Task<int> CountAsync([Each(MaxConcurrency = 2)] string text) => Task.FromResult(1);",
            "public partial int Run(string text); [Stage, $, Retry(3), Fallback(nameof(No))] private static int Count(string text) => 1; [$] private static int No(string text) => 0;",
            "public partial int Run(string text); [Stage, $, Intercept<Log>] private static int Count(string text) => 1;",
            "public partial ValueTask<int> RunAsync(string text); [Stage, Compensate(nameof(UndoAsync))] private static Task<int> CountAsync(string text) => Task.FromResult(1); [$] private static Task UndoAsync(int count) => Task.CompletedTask;",
            "public partial int Run(string text); [Stage, Compensate(nameof(Undo))] private static int Count(string text) => 1; [$] private static void Undo(int count) { }",
            "public partial int Run(string text); [Stages] private Steps Steps { [$] get; } = new();",
            "[Stages] private readonly Steps _steps = new(); public partial ValueTask<int> RunAsync(string text); [Stage, $] private Task LogAsync(int text) => Task.CompletedTask;",
        ];

    [Theory]
    [MemberData(nameof(Pipelines))]
    public async Task Emitted_code_gives_no_warning_if_the_entry_point_says_it_too(string members)
    {
        var warnings = await AnalyzeAsync(
            members.Replace("public partial", $"[{Requires}] public partial", StringComparison.Ordinal)
        );

        Assert.Empty(warnings);
    }

    [Theory]
    [MemberData(nameof(Pipelines))]
    public async Task Emitted_code_gives_no_warning_if_the_entry_point_does_not_say_it(string members) =>
        Assert.Empty(await AnalyzeAsync(members));

    [Fact]
    public async Task The_analyzers_of_this_test_warn_of_what_users_write()
    {
        var warnings = await AnalyzeAsync(
            "public partial int Run(string text); [Stage, $] private static int Count(string text) => 1; public static int Other() => Count(\"\");"
        );

        Assert.Equal(
            ["IL2026", "IL3002", "IL3050"],
            warnings.Select(warning => warning.Id).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void A_pipeline_that_requires_nothing_has_no_trace_of_it()
    {
        var run = GeneratorHarness.Run(
            Pipeline("public partial int Run(string text); [Stage] private static int Count(string text) => 1;")
        );

        Assert.DoesNotContain("UnconditionalSuppressMessage", run.Text, StringComparison.Ordinal);
    }

    private static string Pipeline(string members) =>
        $$"""
            public sealed class Steps { [Stage] public int Count(string text) => 1; }

            public readonly struct Log : ISynchronousStageInterceptor
            {
                public T Invoke<T, TInner>(TInner inner, StageContext context) where TInner : struct, ISynchronousStageCall<T> => inner.Invoke();
            }

            [Pipeline]
            public sealed partial class P
            {
                {{members.Replace("$", Requires, StringComparison.Ordinal)}}
            }
            """;

    private static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(string members)
    {
        var run = GeneratorHarness.Run(new GeneratorInput(Pipeline(members)));
        var properties = new[] { "EnableTrimAnalyzer", "EnableAotAnalyzer", "EnableSingleFileAnalyzer" };
        var found = await run
            .Output.WithAnalyzers(
                Analyzers(),
                new AnalyzerOptions(
                    [],
                    new ProjectProperties(properties.ToImmutableDictionary(name => name, _ => "true"))
                )
            )
            .GetAnalyzerDiagnosticsAsync(CancellationToken.None);
        return [.. found.Where(diagnostic => !diagnostic.IsSuppressed)];
    }

    private static ImmutableArray<DiagnosticAnalyzer> Analyzers()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "OtherGenerators", "ILLink.RoslynAnalyzer.dll");
        return
        [
            .. Assembly
                .LoadFrom(path)
                .GetTypes()
                .Where(type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract)
                .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
        ];
    }
}
