using System.Collections.ObjectModel;
using System.Diagnostics;
using Sluice.CompilerServices;

namespace Sluice;

/// <summary>
/// What a caller says of a run: who it is for, and by which clock it goes. An entry point takes it as an optional parameter; stages
/// may take it too, and a nested pipeline gets one that is derived from it.
/// </summary>
/// <remarks>Thread-safe, as it does not change. One object describes one run: make another for the next.</remarks>
public sealed class RunContext
{
    private static readonly ReadOnlyDictionary<string, string> NoBaggage = ReadOnlyDictionary<string, string>.Empty;

    private StageTimeout? _limit;
    private long _useOfLimit;

    /// <summary>Identifies the run. A version 7 UUID, made with the context unless it is given.</summary>
    public Guid RunId { get; init; } = RunIdentifier.Create();

    /// <summary>The run that started this one, or <see langword="null"/>.</summary>
    public Guid? ParentRunId { get; init; }

    /// <summary>How many runs started one another up to this one: 0 where no run did.</summary>
    public int Depth { get; private init; }

    /// <summary>
    /// How deep runs may start one another: a run beyond that is not started. It ends recursion that types do not show. 32 where it is
    /// left out.
    /// </summary>
    public int MaxDepth { get; init; } = 32;

    /// <summary>Identifies the request that the run belongs to.</summary>
    public string? RequestId { get; init; }

    /// <summary>Identifies the session or conversation that the run belongs to.</summary>
    public string? SessionId { get; init; }

    /// <summary>Identifies the user that the run is for.</summary>
    public string? UserId { get; init; }

    /// <summary>Identifies the tenant that the run is for.</summary>
    public string? TenantId { get; init; }

    /// <summary>Further values that go with the run and with those that it starts.</summary>
    public IReadOnlyDictionary<string, string> Baggage { get; init; } = NoBaggage;

    /// <summary>The services of the run's scope, or <see langword="null"/>.</summary>
    public IServiceProvider? Services { get; init; }

    /// <summary>The clock of everything in the run that waits or measures.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>
    /// When the run must have ended: then its token is cancelled, and it fails with a <see cref="TimeoutException"/>.
    /// <see langword="null"/> for no limit.
    /// </summary>
    public DateTimeOffset? Deadline { get; init; }

    /// <summary>The span in which a run asked for this context, where there was one: that of its stage, as a rule.</summary>
    internal Activity? ParentSpan { get; private init; }

    /// <summary>The deadline of the run that made this context, where it is this run's too.</summary>
    internal RunDeadline? Inherited { get; private init; }

    /// <summary>Makes the context of a run that this run starts.</summary>
    /// <returns>The same but for the run's id, with this run as its parent.</returns>
    /// <exception cref="InvalidOperationException">Runs start one another deeper than <see cref="MaxDepth"/>.</exception>
    public RunContext CreateNested() => CreateNested(deadline: null);

    /// <summary>Makes the context of a run that this run starts and that must have ended earlier than this one.</summary>
    /// <param name="deadline">
    /// When it must have ended; that of this run where it is earlier. Where the time is up the nested run fails with a
    /// <see cref="TimeoutException"/>, which is a failure of the stage that started it like any other.
    /// </param>
    /// <returns>The same but for the run's id and deadline, with this run as its parent.</returns>
    /// <exception cref="InvalidOperationException">Runs start one another deeper than <see cref="MaxDepth"/>.</exception>
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
                $"Run {RunId} must not start another: {Depth} runs have started one another, and {nameof(MaxDepth)} is {MaxDepth}. "
                    + "Pipelines call one another in a circle, or the limit is too low."
            );

    /// <summary>Keeps what ends the run at its deadline, for the runs that it starts.</summary>
    internal void KeepLimit(StageTimeout limit)
    {
        _useOfLimit = limit.Use;
        Volatile.Write(ref _limit, limit);
    }
}
