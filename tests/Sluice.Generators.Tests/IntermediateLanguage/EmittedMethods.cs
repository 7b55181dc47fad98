using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using Sluice.Generators.Tests.Harness;

namespace Sluice.Generators.Tests.IntermediateLanguage;

/// <summary>Separates emitted methods from the user's methods by an assembly's debug information.</summary>
internal static class EmittedMethods
{
    /// <summary>The methods that have a line in an emitted file, ordered by token.</summary>
    public static IReadOnlyList<MethodBase> Of(LoadedAssembly assembly)
    {
        assembly.Symbols.Position = 0;
        using var provider = MetadataReaderProvider.FromPortablePdbStream(
            assembly.Symbols,
            MetadataStreamOptions.LeaveOpen
        );
        var reader = provider.GetMetadataReader();
        return
        [
            .. reader
                .MethodDebugInformation.Where(handle => IsInEmittedFile(reader, handle))
                .Select(handle => MetadataTokens.GetToken(handle.ToDefinitionHandle()))
                .Select(token => assembly.Assembly.ManifestModule.ResolveMethod(token)!),
        ];
    }

    private static bool IsInEmittedFile(MetadataReader reader, MethodDebugInformationHandle handle) =>
        reader
            .GetMethodDebugInformation(handle)
            .GetSequencePoints()
            .Any(point =>
                reader.GetString(reader.GetDocument(point.Document).Name).EndsWith(".g.cs", StringComparison.Ordinal)
            );
}
