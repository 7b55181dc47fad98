using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Sluice.FuzzTests.Checks;

/// <summary>The result of a generator run.</summary>
/// <param name="Files">The emitted files by name.</param>
/// <param name="Diagnostics">The diagnostics of the generator, as text.</param>
/// <param name="Exception">The exception that the generator threw, or null.</param>
internal sealed record GeneratedResult(
    ImmutableArray<(string Name, string Text)> Files,
    ImmutableArray<string> Diagnostics,
    Exception? Exception
)
{
    public static GeneratedResult Of(GeneratorDriver driver)
    {
        var result = driver.GetRunResult().Results.Single();
        return new GeneratedResult(
            result.GeneratedSources.IsDefault
                ? []
                : [.. result.GeneratedSources.Select(source => (source.HintName, source.SourceText.ToString()))],
            [.. result.Diagnostics.Select(diagnostic => diagnostic.ToString())],
            result.Exception
        );
    }

    /// <summary>Describes the difference from another result, or returns null.</summary>
    public string? Difference(GeneratedResult other)
    {
        if (!Diagnostics.Order(StringComparer.Ordinal).SequenceEqual(other.Diagnostics.Order(StringComparer.Ordinal)))
        {
            return $"reported\n{string.Join('\n', Diagnostics)}\nin the place of\n{string.Join('\n', other.Diagnostics)}";
        }

        var names = Files.Select(file => file.Name).ToHashSet();
        if (!names.SetEquals(other.Files.Select(file => file.Name)))
        {
            return $"emitted {string.Join(", ", names)} in the place of {string.Join(", ", other.Files.Select(file => file.Name))}";
        }

        var texts = other.Files.ToDictionary(file => file.Name, file => file.Text);
        return Files
            .Where(file => texts[file.Name] != file.Text)
            .Select(file => $"text of {file.Name}\n{file.Text}")
            .FirstOrDefault();
    }
}
