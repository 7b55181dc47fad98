using System.ComponentModel;

namespace Sluice.CompilerServices.Elements;

/// <summary>Turns what a stage returned for an element into what the taker of the results wants of it.</summary>
/// <typeparam name="TReturned">The type of what the stage returns.</typeparam>
/// <typeparam name="TResult">The type of a result.</typeparam>
/// <remarks>It is a struct without fields: everything it answers is known when the code that uses it is compiled.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IElementCollector<in TReturned, TResult>
{
    /// <summary>Whether elements may be left out of the results.</summary>
    bool LeavesOut { get; }

    /// <summary>Whether a failed element has a result, so that the others go on.</summary>
    bool TakesFailures { get; }

    /// <summary>Takes what the stage returned. What ends the fan-out is thrown.</summary>
    /// <param name="returned">What it returned.</param>
    /// <param name="result">The element's result.</param>
    /// <returns>Whether it has one. Otherwise it is left out.</returns>
    bool TryTake(TReturned returned, out TResult result);

    /// <summary>Takes what the stage threw. Called only where <see cref="TakesFailures"/>.</summary>
    /// <param name="exception">What it threw.</param>
    /// <returns>The element's result.</returns>
    TResult TakeFailure(Exception exception);
}
