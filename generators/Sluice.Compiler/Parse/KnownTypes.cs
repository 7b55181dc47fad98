using Microsoft.CodeAnalysis;

namespace Sluice.Compiler.Parse;

/// <summary>The types of parameters that a run supplies.</summary>
internal static class KnownTypes
{
    public static bool IsCancellationToken(ITypeSymbol type) =>
        type.IsNamed("System.Threading", nameof(CancellationToken));

    public static bool IsStageContext(ITypeSymbol type) => type.IsNamed("Sluice", "StageContext");
}
