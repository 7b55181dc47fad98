using System.Globalization;

namespace Sluice.Compiler;

/// <summary>
/// Makes the invariant culture that of the calling thread for as long as a step of the compiler works: a number that is interpolated,
/// joined or appended reads the same on every machine, also where a later change forgets to say so.
/// </summary>
internal readonly struct InvariantCulture : IDisposable
{
    private readonly CultureInfo _before;

    private InvariantCulture(CultureInfo before) => _before = before;

    // RS1035 keeps the culture of the process out of compilers. That is what this is for.
#pragma warning disable RS1035
    /// <summary>Enters the culture, which is left when the result is disposed.</summary>
    public static InvariantCulture Enter()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        return new InvariantCulture(before);
    }

    /// <inheritdoc />
    public void Dispose() => CultureInfo.CurrentCulture = _before;
#pragma warning restore RS1035
}
