using System.Runtime.CompilerServices;

namespace Sluice;

/// <summary>What belongs to the exception that a run ended with and is not in it: the failures that came after.</summary>
/// <remarks>
/// A run throws the first failure as it was thrown by the stage. What else failed before the run had ended is kept beside that
/// exception, which is not changed: a stage may throw an object that others share. Where the same object ends several runs,
/// <see cref="Of"/> answers for the last. Thread-safe.
/// </remarks>
public sealed class RunFailure
{
    private static readonly ConditionalWeakTable<Exception, RunFailure> Attached = [];

    private RunFailure(IReadOnlyList<Exception> furtherFailures) => FurtherFailures = furtherFailures;

    /// <summary>
    /// What other stages threw before the run had ended, and what callbacks on its token threw, in the order in which they were
    /// recorded. It is never empty.
    /// </summary>
    public IReadOnlyList<Exception> FurtherFailures { get; }

    /// <summary>Finds what belongs to an exception that a run ended with.</summary>
    /// <param name="exception">The exception that awaiting the run threw.</param>
    /// <returns>The further failures, or <see langword="null"/> where nothing else failed.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="exception"/> is <see langword="null"/>.</exception>
    public static RunFailure? Of(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return Attached.TryGetValue(exception, out var failure) ? failure : null;
    }

    internal static void Attach(Exception exception, IReadOnlyList<Exception> furtherFailures) =>
        Attached.AddOrUpdate(exception, new RunFailure(furtherFailures));
}
