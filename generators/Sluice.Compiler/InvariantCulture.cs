using System.Globalization;

namespace Sluice.Compiler;

/// <summary>
/// Sets the calling thread's culture to the invariant one while a step of the compiler runs. Numbers that are
/// interpolated, joined or appended are then the same on every machine, even if later code forgets to pass a culture.
/// </summary>
internal readonly struct InvariantCulture : IDisposable
{
    private readonly CultureInfo _before;

    private InvariantCulture(CultureInfo before) => _before = before;

    // RS1035 forbids compilers to use the culture of the process. This type exists to replace that culture.
#pragma warning disable RS1035
    /// <summary>Sets the invariant culture. Disposing the result restores the previous one.</summary>
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
