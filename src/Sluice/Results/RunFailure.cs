using System.Runtime.CompilerServices;
using Sluice.CompilerServices;

namespace Sluice;

/// <summary>
/// Describes the run that ended with an exception: the report of its stages, and the failures that followed the first.
/// </summary>
/// <remarks>
/// <para>
/// A run throws its first failure exactly as the stage threw it. The exception object is not changed, because stages
/// may share it; further information about the run is kept beside it.
/// </para>
/// <para>
/// One exception object can end several runs. <see cref="Of"/> then returns the run that threw it last on the calling
/// thread. In the <c>catch</c> block of a synchronous entry point or an awaited <see cref="ValueTask"/>, that is the
/// run that was just awaited. If no run threw it on this thread, the run that threw it last on any thread is returned.
/// A <see cref="PipelineResult{T}"/> always describes its own run, and a run always finds the failures of the runs
/// nested in it.
/// </para>
/// <para>
/// This type is thread-safe.
/// </para>
/// </remarks>
public sealed class RunFailure
{
    private static readonly ConditionalWeakTable<Exception, ExceptionRecords> Attached = [];

    private readonly ExceptionRecords? _records;
    private readonly IReadOnlyList<Exception> _furtherFailures;

    private RunFailure(ExceptionRecords? records, RunReport? report, IReadOnlyList<Exception> furtherFailures) =>
        (_records, Report, _furtherFailures) = (records, report, furtherFailures);

    /// <summary>
    /// The report of the stages and of the outputs produced before the failure, or <see langword="null"/> if it is not
    /// available.
    /// </summary>
    public RunReport? Report { get; }

    /// <summary>
    /// The other failures that were recorded before the run ended, in the order in which they were recorded. Often
    /// empty.
    /// </summary>
    /// <remarks>
    /// They come from other stages, from callbacks on the run's token, from compensations and clean-ups, and from
    /// stages whose fallback failed too.
    /// </remarks>
    public IReadOnlyList<Exception> FurtherFailures => Report?.FurtherFailures ?? _furtherFailures;

    /// <summary>Finds the run that ended with an exception.</summary>
    /// <param name="exception">The exception that was thrown when the run was awaited or called.</param>
    /// <returns>The description of the run, or <see langword="null"/> if no run ended with the exception.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="exception"/> is <see langword="null"/>.</exception>
    public static RunFailure? Of(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return !Attached.TryGetValue(exception, out var records) ? null
            : records.Last is { } failure ? failure
            : records.LastPart is { } part ? new RunFailure(records: null, report: null, part)
            : null;
    }

    /// <summary>Finds the nested run whose exception a stage threw just now on this thread.</summary>
    internal static RunFailure? OfNested(Exception exception) =>
        Attached.TryGetValue(exception, out var records) && records.Last is { } failure ? failure
        : FailedRun.Replaced(exception) is { } replaced ? OfNested(replaced)
        : null;

    /// <summary>
    /// Keeps further failures beside an exception that is passing through a stage, for the run that it ends.
    /// </summary>
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

    /// <summary>Moves the further failures of a replaced exception to the exception that replaces it.</summary>
    internal static void Inherit(Exception exception, Exception replaced)
    {
        if (Attached.TryGetValue(replaced, out var records) && records.TakePart() is { } part)
        {
            Attached.GetOrCreateValue(exception).AddPart(part);
        }
    }

    /// <summary>Keeps the description of a run beside the exception that ends it.</summary>
    /// <param name="exception">The exception that ends the run.</param>
    /// <param name="report">The report of the stages, if available. The further failures are added to it.</param>
    /// <param name="furtherFailures">The other failures of the run.</param>
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

    /// <summary>Records that the caller of the run receives the exception on this thread now.</summary>
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
