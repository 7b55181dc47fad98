using System.Globalization;

namespace Sluice.Compiler.Lower;

/// <summary>The place of a stage in the static total order of its entry point: the number by which emitted code calls it.</summary>
/// <param name="Value">The number, from 0.</param>
internal readonly record struct Place(int Value)
{
    /// <inheritdoc />
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
