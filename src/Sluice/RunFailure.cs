using System.Runtime.CompilerServices;

namespace Sluice;

/// <summary>
/// What belongs to the exception that a run ended with and is not in it: what became of the stages, and the failures that came
/// after.
/// </summary>
/// <remarks>
/// A run throws the first failure as it was thrown by the stage. What else is known of the run is kept beside that exception, which
/// is not changed: a stage may throw an object that others share. Where the same object ends several runs, <see cref="Of"/>
/// answers for the last. Thread-safe.
/// </remarks>
public sealed class RunFailure
{
    private static readonly ConditionalWeakTable<Exception, RunFailure> Attached = [];

    private RunFailure(RunReport? report, IReadOnlyList<Exception> furtherFailures) =>
        (Report, FurtherFailures) = (report, furtherFailures);

    /// <summary>
    /// What became of the stages, and what those that ended had produced, or <see langword="null"/> where that is not known.
    /// </summary>
    public RunReport? Report { get; }

    /// <summary>
    /// What else was thrown before the run had ended, in the order in which it was recorded: by other stages, by callbacks on the run's
    /// token, by compensations and clean-ups, and by a stage whose fallback failed too. Often empty.
    /// </summary>
    public IReadOnlyList<Exception> FurtherFailures { get; }

    /// <summary>Finds what belongs to an exception that a run ended with.</summary>
    /// <param name="exception">The exception that awaiting the run threw.</param>
    /// <returns>What is known of the run, or <see langword="null"/> where no run ended with the exception.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="exception"/> is <see langword="null"/>.</exception>
    public static RunFailure? Of(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return Attached.TryGetValue(exception, out var failure) ? failure : null;
    }

    /// <summary>Adds a failure to what belongs to an exception already.</summary>
    internal static void AttachFurther(Exception exception, Exception furtherFailure)
    {
        if (ReferenceEquals(exception, furtherFailure))
        {
            return;
        }

        var attached = Of(exception);
        Attached.AddOrUpdate(
            exception,
            new RunFailure(attached?.Report, [.. attached?.FurtherFailures ?? [], furtherFailure])
        );
    }

    /// <summary>Lets an exception have the further failures of one that it takes the place of.</summary>
    internal static void Inherit(Exception exception, Exception replaced)
    {
        if (Of(replaced) is { FurtherFailures: { Count: > 0 } furtherFailures })
        {
            Attached.AddOrUpdate(exception, new RunFailure(report: null, furtherFailures));
        }
    }

    internal static void Attach(Exception exception, RunReport? report, IReadOnlyList<Exception>? furtherFailures)
    {
        // What a stage that runs for each element has attached, as part of the run, has no report and belongs to the same run.
        IReadOnlyList<Exception> ofElements = Of(exception) is { Report: null } partial ? partial.FurtherFailures : [];
        Attached.AddOrUpdate(exception, new RunFailure(report, [.. ofElements, .. furtherFailures ?? []]));
    }
}
