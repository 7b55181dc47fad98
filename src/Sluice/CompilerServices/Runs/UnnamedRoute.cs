using System.ComponentModel;

namespace Sluice.CompilerServices;

/// <summary>Makes the exceptions of pipelines that branch by an enum and get a value without a name.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class UnnamedRoute
{
    /// <summary>Makes the exception of the stage that has returned the value.</summary>
    /// <typeparam name="T">The enum.</typeparam>
    /// <param name="stage">The name of the stage.</param>
    /// <param name="value">The value.</param>
    /// <returns>The exception.</returns>
    public static InvalidOperationException Exception<T>(string stage, T value)
        where T : struct, Enum =>
        new(
            $"Stage '{stage}' returned {value}, which is not a named value of '{typeof(T).Name}', so the pipeline has no branch for it."
        );

    /// <summary>Makes the exception that an entry point throws before a run begins.</summary>
    /// <typeparam name="T">The enum.</typeparam>
    /// <param name="input">The input.</param>
    /// <param name="value">Its value.</param>
    /// <returns>The exception.</returns>
    public static ArgumentOutOfRangeException OfInput<T>(string input, T value)
        where T : struct, Enum =>
        new(input, value, $"It is not a named value of '{typeof(T).Name}', so the pipeline has no branch for it.");
}
