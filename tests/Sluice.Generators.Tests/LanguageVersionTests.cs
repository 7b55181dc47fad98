using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Sluice.Generators.Tests.Harness;

namespace Sluice.Generators.Tests;

public sealed class LanguageVersionTests
{
    private const string Source = """
        namespace Shop
        {
            public enum Kind { A, B }

            [Sluice.Pipeline]
            public partial class Checkout<T> where T : class
            {
                public partial System.Threading.Tasks.ValueTask<int> RunAsync(T text, Kind kind, System.Threading.CancellationToken token = default);
                internal partial int? Run<TObserver>(T text, TObserver observer) where TObserver : struct, Sluice.IRunObserver;

                [Sluice.Stages] private readonly Steps _steps = new Steps();
                [Sluice.Stage, Sluice.CircuitBreaker(5, "00:00:30")] private static int Count(T text) => 1;
            }

            public sealed class Steps
            {
                [Sluice.Stage] public async System.Threading.Tasks.Task LogAsync(int count) => await System.Threading.Tasks.Task.Yield();
            }
        }
        """;

    [Theory]
    [InlineData(LanguageVersion.CSharp7_3, "7.3")]
    [InlineData(LanguageVersion.CSharp8, "8.0")]
    [InlineData(LanguageVersion.CSharp9, "9.0")]
    [InlineData(LanguageVersion.CSharp10, "10.0")]
    [InlineData(LanguageVersion.CSharp11, "11.0")]
    public void A_language_version_that_is_too_old_is_one_error_and_none_in_emitted_code(
        LanguageVersion version,
        string name
    )
    {
        var input = new GeneratorInput(Source)
        {
            LanguageVersion = version,
            Properties = ImmutableDictionary<string, string>.Empty,
            ExpectedDiagnostics = ["SLU0100"],
        };
        var run = GeneratorHarness.Run(input);

        Assert.Contains(
            $"SLU0022: 'Checkout' cannot be a pipeline: its project is compiled as C# {name}, but the generated code needs C# 12: set <LangVersion>",
            run.Result.Diagnostics[0].GetMessage(null),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            run.Output.GetDiagnostics(),
            found =>
                found.Severity >= DiagnosticSeverity.Warning && GeneratorHarness.IsEmitted(found.Location.SourceTree)
        );
        Assert.Equal(version < LanguageVersion.CSharp9, run.Output.GetDiagnostics().Any(found => found.Id == "CS8795"));
    }
}
