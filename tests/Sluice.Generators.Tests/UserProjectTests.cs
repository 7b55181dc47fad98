using Microsoft.CodeAnalysis.CSharp;
using Sluice.Generators.Tests.Harness;

namespace Sluice.Generators.Tests;

/// <summary>Emitted code compiles without warnings for all settings of the user's project.</summary>
public sealed class UserProjectTests
{
    private const string Pipelines = """
        namespace Shop;

        [Pipeline]
        public sealed partial class Straight
        {
            [return: From(nameof(Print))] public partial string Run(string field, Guid? id);

            [Stage] private static int Length(string field, Guid? id) => field.Length;
            [Stage, After(nameof(Length))] private static string Print([From("field")] string text, int length) => text;
        }

        [Pipeline]
        public sealed partial class Concurrent<T>
            where T : class
        {
            public partial ValueTask<(List<T> List, string Text)> RunAsync(T value, string text, CancellationToken token = default);
            public partial Task DoAsync(T value);

            [Stage] private async Task<List<T>> WrapAsync(T value, StageContext context) { await Task.Yield(); return new List<T> { value }; }
            [Stage] private async Task<int> MeasureAsync(T value, CancellationToken token) { await Task.Yield(); return 1; }
            [Stage, Offload] private string Text([From("text")] string given, int measure) => given;
            [Stage] private async ValueTask LogAsync(int measure) => await Task.Yield();
        }
        """;

    [Theory]
    [InlineData(LanguageVersion.CSharp12)]
    [InlineData(LanguageVersion.CSharp13)]
    [InlineData(LanguageVersion.Latest)]
    [InlineData(LanguageVersion.Preview)]
    public void The_language_may_be_of_any_supported_version(LanguageVersion version) =>
        GeneratorHarness.Run(new GeneratorInput(Pipelines) { LanguageVersion = version });

    [Fact]
    public void The_project_may_be_without_nullable_annotations() =>
        GeneratorHarness.Run(new GeneratorInput(Pipelines) { IsNullable = false });
}
