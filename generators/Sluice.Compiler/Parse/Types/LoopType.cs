using Microsoft.CodeAnalysis;

namespace Sluice.Compiler.Parse;

/// <summary>The parts of the type that the decision of a loop returns.</summary>
/// <param name="State">The type of the carried value, or <see langword="null"/> if the loop carries nothing.</param>
/// <param name="Result">The type of the result, which may be an optional or an outcome.</param>
internal sealed record LoopType(ITypeSymbol? State, ITypeSymbol Result)
{
    private const string Name = "Loop";

    /// <summary>Splits the type, or returns <see langword="null"/> if it is not the answer of a decision.</summary>
    public static LoopType? Of(ITypeSymbol? type) =>
        type is INamedTypeSymbol { TypeArguments: var arguments }
            ? arguments.Length switch
            {
                1 when type.IsNamed("Sluice", Name, 1) => new LoopType(null, arguments[0]),
                2 when type.IsNamed("Sluice", Name, 2) => new LoopType(arguments[0], arguments[1]),
                _ => null,
            }
            : null;
}
