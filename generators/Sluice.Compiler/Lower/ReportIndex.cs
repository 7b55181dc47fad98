using System.Globalization;

namespace Sluice.Compiler.Lower;

/// <summary>
/// The index of a stage in the order in which stages start if each completes at once. Reports, contexts and events use it.
/// </summary>
/// <param name="Value">The number, from 0.</param>
internal readonly record struct ReportIndex(int Value)
{
    /// <inheritdoc />
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
