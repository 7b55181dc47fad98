using System.Runtime.CompilerServices;
using Sluice.CompilerServices;

namespace Sluice;

/// <summary>
/// What belongs to the exception that a run ended with and is not in it: what became of the stages, and the failures that came
/// after.
/// </summary>
/// <remarks>
/// A run throws the first failure as it was thrown by the stage. What else is known of the run is kept beside that exception, which
/// is not changed: a stage may throw an object that others share. Where one object has ended several runs, <see cref="Of"/> answers for
/// the one that threw it last on the calling thread, which is the run that was awaited where it is asked in the <c>catch</c> block of a
/// <see cref="ValueTask"/> or a synchronous entry point; where none did, for the last of all. What a
/// <see cref="PipelineResult{T}"/> says is always that of its own run, and a run finds what is known of those nested in it, whatever they
/// return. Thread-safe.
/// </remarks>
public sealed class RunFailure
{
    private static readonly ConditionalWeakTable<Exception, ExceptionRecords> Attached = [];

    private readonly ExceptionRecords? _records;
    private readonly IReadOnlyList<Exception> _furtherFailures;

    private RunFailure(ExceptionRecords? records, RunReport? report, IReadOnlyList<Exception> furtherFailures) =>
        (_records, Report, _furtherFailures) = (records, report, furtherFailures);

    /// <summary>
    /// What became of the stages, and what those that ended had produced, or <see langword="null"/> where that is not known.
    /// </summary>
    public RunReport? Report { get; }

    /// <summary>
    /// What else was thrown before the run had ended, in the order in which it was recorded: by other stages, by callbacks on the run's
    /// token, by compensations and clean-ups, and by a stage whose fallback failed too. Often empty.
    /// </summary>
    public IReadOnlyList<Exception> FurtherFailures => Report?.FurtherFailures ?? _furtherFailures;

    /// <summary>Finds what belongs to an exception that a run ended with.</summary>
    /// <param name="exception">The exception that awaiting the run threw.</param>
    /// <returns>What is known of the run, or <see langword="null"/> where no run ended with the exception.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="exception"/> is <see langword="null"/>.</exception>
    public static RunFailure? Of(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return !Attached.TryGetValue(exception, out var records) ? null
            : records.Last is { } failure ? failure
            : records.LastPart is { } part ? new RunFailure(records: null, report: null, part)
            : null;
    }

    /// <summary>What is known of the run that a nested stage was, which failed just now on this thread.</summary>
    internal static RunFailure? OfNested(Exception exception) =>
        Attached.TryGetValue(exception, out var records) && records.Last is { } failure ? failure
        : FailedRun.Replaced(exception) is { } replaced ? OfNested(replaced)
        : null;

    /// <summary>Keeps failures beside an exception that is on its way through a stage, for the run that it ends.</summary>
    internal static void AddPart(Exception exception, IEnumerable<Exception> furtherFailures)
    {
        List<Exception> part = [];
        foreach (var failure in furtherFailures)
        {
            AddTo(part, failure, exception);
        }

        if (part.Count > 0)
        {
            Attached.GetOrCreateValue(exception).AddPart(part);
        }
    }

    /// <summary>Lets an exception have the further failures of one that it takes the place of.</summary>
    internal static void Inherit(Exception exception, Exception replaced)
    {
        if (Attached.TryGetValue(replaced, out var records) && records.TakePart() is { } part)
        {
            Attached.GetOrCreateValue(exception).AddPart(part);
        }
    }

    /// <summary>Keeps what is known of a run beside the exception that it ends with.</summary>
    /// <param name="exception">The exception.</param>
    /// <param name="report">What became of the stages, where that is known. It gets the further failures.</param>
    /// <param name="furtherFailures">What else has failed.</param>
    internal static RunFailure Attach(Exception exception, RunReport? report, IReadOnlyList<Exception>? furtherFailures)
    {
        List<Exception> all = [.. report?.Nested.SelectMany(nested => nested.FurtherFailures) ?? []];
        var records = Attached.GetOrCreateValue(exception);
        all.AddRange(records.TakePart() ?? []);
        foreach (var failure in furtherFailures ?? [])
        {
            AddTo(all, failure, exception);
        }

        report?.AddFirst(all, exception);
        var attached = new RunFailure(records, report, all);
        records.Add(attached);
        return attached;
    }

    /// <summary>Says that whoever awaits the run gets its exception on this thread now.</summary>
    internal void Thrown() => _records?.Add(this);

    private static void AddTo(List<Exception> failures, Exception failure, Exception exception)
    {
        if (!ReferenceEquals(failure, exception))
        {
            failures.Add(failure);
            failures.AddRange(Attached.TryGetValue(failure, out var records) ? records.TakePart() ?? [] : []);
        }
    }
}
