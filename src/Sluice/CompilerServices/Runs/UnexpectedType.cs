using System.ComponentModel;

namespace Sluice.CompilerServices;

/// <summary>
/// Creates the exceptions for values that no branch of a pipeline can take, if the pipeline branches by their types.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class UnexpectedType
{
    /// <summary>Creates the exception of a stage that returned the value.</summary>
    /// <param name="stage">The name of the stage.</param>
    /// <param name="value">The value, which is null or of an unknown class.</param>
    public static InvalidOperationException Exception(string stage, object? value) =>
        new($"Stage '{stage}' returned {Described(value)}, but the pipeline branches by the type of its value.");

    /// <summary>Creates the exception that an entry point throws before a run begins.</summary>
    /// <param name="input">The name of the input.</param>
    /// <param name="value">Its value, which is null or of an unknown class.</param>
    public static ArgumentException OfInput(string input, object? value) =>
        value is null
            ? new ArgumentNullException(input, "The pipeline branches by the type of the value.")
            : new ArgumentException(
                $"It is {Described(value)}, but the pipeline branches by the type of the value.",
                input
            );

    private static string Described(object? value) =>
        value is null
            ? "null"
            : $"an object of type '{value.GetType()}', which was not known when the pipeline was compiled";
}
