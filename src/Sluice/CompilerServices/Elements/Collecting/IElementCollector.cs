using System.ComponentModel;

namespace Sluice.CompilerServices.Elements;

/// <summary>Converts the return value of a stage for an element to the result that the consumer takes.</summary>
/// <typeparam name="TReturned">The return type of the stage.</typeparam>
/// <typeparam name="TResult">The type of a result.</typeparam>
/// <remarks>
/// Implementations are structs without fields, so all answers are known when the code that uses them is compiled.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IElementCollector<in TReturned, TResult>
{
    /// <summary>Whether elements may have no result.</summary>
    bool LeavesOut { get; }

    /// <summary>Whether a failed element has a result, so that the other elements continue.</summary>
    bool TakesFailures { get; }

    /// <summary>Converts the return value of the stage. Throws an exception that ends the fan-out.</summary>
    /// <param name="returned">The return value of the stage.</param>
    /// <param name="result">The result of the element.</param>
    /// <returns>Whether the element has a result. If not, it is omitted from the results.</returns>
    bool TryTake(TReturned returned, out TResult result);

    /// <summary>
    /// Converts the exception of the stage. Called only if <see cref="TakesFailures"/> is <see langword="true"/>.
    /// </summary>
    /// <param name="exception">The exception.</param>
    /// <returns>The result of the element.</returns>
    TResult TakeFailure(Exception exception);
}
