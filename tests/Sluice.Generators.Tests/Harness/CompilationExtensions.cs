using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Emit;

namespace Sluice.Generators.Tests.Harness;

/// <summary>Emits compilations as in-memory assemblies.</summary>
internal static class CompilationExtensions
{
    /// <summary>Emits the compilation as a reference for another project.</summary>
    public static MetadataReference EmitToReference(this Compilation compilation, string? assemblyName = null)
    {
        using var image = new MemoryStream();
        var named = assemblyName is null ? compilation : compilation.WithAssemblyName(assemblyName);
        var emitted = named.Emit(image);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics));
        return MetadataReference.CreateFromImage(image.ToArray());
    }

    /// <summary>Emits and loads the compilation as an assembly with its debug information.</summary>
    public static LoadedAssembly Load(this Compilation compilation)
    {
        var image = new MemoryStream();
        var symbols = new MemoryStream();
        var emitted = compilation.Emit(
            image,
            symbols,
            options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb)
        );
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics));
        image.Position = 0;
        symbols.Position = 0;
        var context = new AssemblyLoadContext(name: null, isCollectible: true);
        return new LoadedAssembly(context.LoadFromStream(image), symbols);
    }
}
