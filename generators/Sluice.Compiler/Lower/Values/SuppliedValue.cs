using Sluice.Compiler.Supplied;

namespace Sluice.Compiler.Lower;

/// <summary>Something that the run supplies.</summary>
/// <param name="Kind">The kind.</param>
internal sealed record SuppliedValue(SuppliedKind Kind) : TakenValue;
