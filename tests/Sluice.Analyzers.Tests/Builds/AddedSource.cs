using Microsoft.CodeAnalysis;

namespace Sluice.Analyzers.Tests.Builds;

/// <summary>Another generator, which adds one file.</summary>
/// <param name="text">The content of the file.</param>
internal sealed class AddedSource(string text) : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context) =>
        context.RegisterSourceOutput(context.CompilationProvider, (output, _) => output.AddSource("Added.g.cs", text));
}
