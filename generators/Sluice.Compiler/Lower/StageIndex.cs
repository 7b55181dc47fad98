using System.Globalization;

namespace Sluice.Compiler.Lower;

/// <summary>The index of a stage among all stages of its pipeline.</summary>
/// <param name="Value">The number, from 0.</param>
internal readonly record struct StageIndex(int Value)
{
    /// <inheritdoc />
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
