using Microsoft.CodeAnalysis;

namespace Sluice.Generators.Tests.Harness;

/// <summary>Another generator, whose types are not visible to any generator.</summary>
/// <param name="source">The source that it emits.</param>
internal sealed class LateTypes(string source) : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context) =>
        context.RegisterSourceOutput(
            context.CompilationProvider,
            (output, _) => output.AddSource("LateTypes.g.cs", source)
        );
}
