using System.Collections.ObjectModel;
using System.Diagnostics;
using Sluice.CompilerServices;

namespace Sluice;

/// <summary>Describes a run on behalf of its caller: its identity, its clock and its deadline.</summary>
/// <remarks>
/// An entry point takes the context as an optional parameter. Stages may take it too, and a nested pipeline receives a
/// context derived from it. Instances are immutable and thread-safe. One instance describes one run; create another for
/// the next run.
/// </remarks>
public sealed class RunContext
{
    private static readonly ReadOnlyDictionary<string, string> NoBaggage = ReadOnlyDictionary<string, string>.Empty;

    private StageTimeout? _limit;
    private long _useOfLimit;

    /// <summary>The identifier of the run. The default is a new version 7 UUID.</summary>
    public Guid RunId { get; init; } = RunIdentifier.Create();

    /// <summary>The identifier of the run that started this run, or <see langword="null"/> if no run did.</summary>
    public Guid? ParentRunId { get; init; }

    /// <summary>The number of nested runs above this run: 0 for an outermost run.</summary>
    public int Depth { get; private init; }

    /// <summary>The maximum value of <see cref="Depth"/>. The default is 32.</summary>
    /// <remarks>
    /// A run beyond this depth is not started. The limit ends a recursion of pipelines that their types do not show.
    /// </remarks>
    public int MaxDepth { get; init; } = 32;

    /// <summary>The identifier of the request that the run belongs to, or <see langword="null"/>.</summary>
    public string? RequestId { get; init; }

    /// <summary>
    /// The identifier of the session or conversation that the run belongs to, or <see langword="null"/>.
    /// </summary>
    public string? SessionId { get; init; }

    /// <summary>The identifier of the user that the run serves, or <see langword="null"/>.</summary>
    public string? UserId { get; init; }

    /// <summary>The identifier of the tenant that the run serves, or <see langword="null"/>.</summary>
    public string? TenantId { get; init; }

    /// <summary>Additional values that accompany the run and the runs that it starts. The default is empty.</summary>
    public IReadOnlyDictionary<string, string> Baggage { get; init; } = NoBaggage;

    /// <summary>The services of the run's scope, or <see langword="null"/>.</summary>
    public IServiceProvider? Services { get; init; }

    /// <summary>
    /// The clock for all delays, timeouts and measurements in the run. The default is
    /// <see cref="TimeProvider.System"/>.
    /// </summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>
    /// The time by which the run must end, or <see langword="null"/> for no limit. At that time the run's token is
    /// cancelled, and the run fails with a <see cref="TimeoutException"/>.
    /// </summary>
    public DateTimeOffset? Deadline { get; init; }

    /// <summary>
    /// The span in which a run requested this context, usually that of its stage, or <see langword="null"/>.
    /// </summary>
    internal Activity? ParentSpan { get; private init; }

    /// <summary>The deadline of the run that created this context, if it applies to this run too.</summary>
    internal RunDeadline? Inherited { get; private init; }

    /// <summary>Creates the context for a run that this run starts.</summary>
    /// <returns>
    /// A context with a new run identifier and this run as its parent; all other values are the same.
    /// </returns>
    /// <exception cref="InvalidOperationException">
    /// The new context would be nested deeper than <see cref="MaxDepth"/>.
    /// </exception>
    public RunContext CreateNested() => CreateNested(deadline: null);

    /// <summary>Creates the context for a run that this run starts, with an earlier deadline.</summary>
    /// <param name="deadline">
    /// The time by which the nested run must end. The deadline of this run applies instead if it is earlier. When the
    /// time is up, the nested run fails with a <see cref="TimeoutException"/>, which is an ordinary failure of the
    /// stage that started it.
    /// </param>
    /// <returns>
    /// A context with a new run identifier, the deadline, and this run as its parent; all other values are the same.
    /// </returns>
    /// <exception cref="InvalidOperationException">
    /// The new context would be nested deeper than <see cref="MaxDepth"/>.
    /// </exception>
    public RunContext CreateNested(DateTimeOffset deadline) =>
        CreateNested(Deadline <= deadline ? null : (DateTimeOffset?)deadline);

    private RunContext CreateNested(DateTimeOffset? deadline) =>
        Depth < MaxDepth
            ? new RunContext
            {
                ParentRunId = RunId,
                Depth = Depth + 1,
                MaxDepth = MaxDepth,
                RequestId = RequestId,
                SessionId = SessionId,
                UserId = UserId,
                TenantId = TenantId,
                Baggage = Baggage,
                Services = Services,
                TimeProvider = TimeProvider,
                Deadline = deadline ?? Deadline,
                Inherited =
                    deadline is not null ? null
                    : Volatile.Read(ref _limit) is { } limit ? new RunDeadline(limit, _useOfLimit, Inherited)
                    : Inherited,
                ParentSpan = RunTelemetry.IsEnabled ? Activity.Current : null,
            }
            : throw new InvalidOperationException(
                $"Run {RunId} cannot start another run: {Depth} runs are already nested, and {nameof(MaxDepth)} is {MaxDepth}. "
                    + "The pipelines call one another recursively, or the limit is too low."
            );

    /// <summary>Keeps the timeout of the run's deadline for the runs that it starts.</summary>
    internal void KeepLimit(StageTimeout limit)
    {
        _useOfLimit = limit.Use;
        Volatile.Write(ref _limit, limit);
    }
}
