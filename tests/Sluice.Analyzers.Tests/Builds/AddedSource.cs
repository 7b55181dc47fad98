using Microsoft.CodeAnalysis;

namespace Sluice.Analyzers.Tests.Builds;

/// <summary>A generator of somebody else, which adds one file.</summary>
/// <param name="text">The file.</param>
internal sealed class AddedSource(string text) : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context) =>
        context.RegisterSourceOutput(context.CompilationProvider, (output, _) => output.AddSource("Added.g.cs", text));
}
