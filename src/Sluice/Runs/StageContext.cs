using Sluice.CompilerServices;

namespace Sluice;

/// <summary>
/// Gives a stage access to its run: identity, attempt, deadline, token, clock, progress and clean-ups.
/// </summary>
/// <remarks>
/// A stage receives the context through a parameter of this type. The context is valid until the run ends and must not
/// be kept beyond that. After the end of the run, members that access the run throw an
/// <see cref="InvalidOperationException"/>. If the output of the run may still use the context, such as an output that
/// is read later, these members can still be read, and reports have no effect.
/// </remarks>
public readonly struct StageContext : IEquatable<StageContext>
{
    private readonly RunScope? _scope;
    private readonly int _use;
    private readonly int _stage;
    private readonly RunContext? _run;
    private readonly string? _stageName;
    private readonly DateTimeOffset? _deadline;
    private readonly int _roundsBefore;
    private readonly bool _isNotLastRound;

    /// <summary>
    /// Initializes a context without a run, for calling a stage directly. Reports to this context have no effect.
    /// </summary>
    /// <param name="runId">The identifier that the stage sees as its run.</param>
    /// <param name="stageName">The name of the stage.</param>
    /// <param name="cancellationToken">The token that the stage sees.</param>
    public StageContext(Guid runId, string stageName, CancellationToken cancellationToken)
        : this(new RunContext { RunId = runId }, stageName, cancellationToken: cancellationToken) { }

    /// <summary>
    /// Initializes a context without a run, for calling a stage directly, for example in a test with its own clock.
    /// </summary>
    /// <remarks>Reports to this context have no effect, and registered clean-ups are not called.</remarks>
    /// <param name="run">The run context that the stage sees.</param>
    /// <param name="stageName">The name of the stage.</param>
    /// <param name="attempt">The number of the attempt. Must be at least 1.</param>
    /// <param name="previousError">The failure of the previous attempt, or <see langword="null"/>.</param>
    /// <param name="cancellationToken">The token that the stage sees.</param>
    /// <exception cref="ArgumentNullException"><paramref name="run"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="attempt"/> is less than 1.</exception>
    public StageContext(
        RunContext run,
        string stageName,
        int attempt = 1,
        Exception? previousError = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentOutOfRangeException.ThrowIfLessThan(attempt, 1);
        _run = run;
        _stageName = stageName;
        _deadline = run.Deadline;
        Attempt = attempt;
        PreviousError = previousError;
        CancellationToken = cancellationToken;
    }

    internal StageContext(
        RunScope scope,
        int use,
        int stage,
        int attempt,
        Exception? previousError,
        DateTimeOffset? deadline,
        CancellationToken cancellationToken
    )
    {
        _scope = scope;
        _use = use;
        _stage = stage;
        _deadline = deadline;
        Attempt = attempt;
        PreviousError = previousError;
        CancellationToken = cancellationToken;
    }

    /// <summary>
    /// The identifier of the run, which all stages of the run share. It is a version 7 UUID unless the caller set
    /// another, so identifiers sort by the start of their runs.
    /// </summary>
    public Guid RunId => _scope is null ? _run?.RunId ?? Guid.Empty : _scope.RunIdOf(_use);

    /// <summary>The name of the stage, as <see cref="PipelineGraph"/> shows it.</summary>
    public string StageName => _scope is null ? _stageName ?? "" : _scope.NameOf(_use, _stage);

    /// <summary>
    /// The token for this attempt. It is cancelled when the caller cancels the run, when another stage of the run
    /// fails, or when a timeout of the stage or of the run expires. It is valid until the attempt ends.
    /// </summary>
    public CancellationToken CancellationToken { get; }

    /// <summary>The number of this attempt of the stage, starting with 1.</summary>
    /// <remarks>
    /// Attempts made for a retry and attempts made for a guard both count. If the stage runs for each element of a
    /// collection, the number counts the attempts for this element since the stage last started. In the fallback of
    /// such a stage, it is one more than the number of repeated attempts over all elements.
    /// </remarks>
    public int Attempt { get; }

    /// <summary>
    /// The number of the round of the innermost loop that the stage belongs to, starting with 1. It is 1 for a stage that
    /// belongs to no loop.
    /// </summary>
    /// <exception cref="InvalidOperationException">The run has ended.</exception>
    public int Round
    {
        get => _scope is null ? 1 + _roundsBefore : _scope.RoundOf(_use, _stage).Round;
        init => _roundsBefore = value - 1;
    }

    /// <summary>
    /// Whether the innermost loop that the stage belongs to may have no further round. It is <see langword="true"/> for a
    /// stage that belongs to no loop.
    /// </summary>
    /// <exception cref="InvalidOperationException">The run has ended.</exception>
    public bool IsLastRound
    {
        get => _scope is null ? !_isNotLastRound : _scope.RoundOf(_use, _stage).IsLast;
        init => _isNotLastRound = !value;
    }

    /// <summary>
    /// The failure of the previous attempt, or <see langword="null"/> if this is the first. If a guard made the stage
    /// run again, it is the failure of the guard.
    /// </summary>
    public Exception? PreviousError { get; }

    /// <summary>
    /// The time by which the attempt must end, from its timeouts and the run's deadline, or <see langword="null"/> if
    /// there is no limit.
    /// </summary>
    public DateTimeOffset? Deadline => _deadline;

    /// <summary>The clock of the run, for all delays and measurements.</summary>
    public TimeProvider TimeProvider =>
        _scope is null ? _run?.TimeProvider ?? TimeProvider.System : _scope.TimeProviderOf(_use);

    /// <summary>The context that the caller passed to the run.</summary>
    public RunContext Run => _scope is null ? _run ?? new RunContext { RunId = Guid.Empty } : _scope.ContextOf(_use);

    /// <summary>Determines whether two contexts are equal.</summary>
    /// <param name="left">The first context to compare.</param>
    /// <param name="right">The second context to compare.</param>
    /// <returns><see langword="true"/> if the contexts are equal; otherwise, <see langword="false"/>.</returns>
    public static bool operator ==(StageContext left, StageContext right) => left.Equals(right);

    /// <summary>Determines whether two contexts differ.</summary>
    /// <param name="left">The first context to compare.</param>
    /// <param name="right">The second context to compare.</param>
    /// <returns><see langword="true"/> if the contexts differ; otherwise, <see langword="false"/>.</returns>
    public static bool operator !=(StageContext left, StageContext right) => !left.Equals(right);

    /// <summary>Reports the progress of the stage to the run's observer.</summary>
    /// <param name="fraction">The completed fraction, from 0 to 1.</param>
    /// <param name="message">A description of the current work, or <see langword="null"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="fraction"/> is less than 0, greater than 1, or not a number.
    /// </exception>
    /// <exception cref="InvalidOperationException">The run has ended.</exception>
    public void ReportProgress(double fraction, string? message = null)
    {
        if (fraction is not (>= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(fraction), fraction, "Progress must be between 0 and 1.");
        }

        _scope?.Progressed(_use, _stage, Attempt, fraction, message);
    }

    /// <summary>Publishes an event of the stage's own to the run's observer.</summary>
    /// <param name="name">The name of the event.</param>
    /// <param name="payload">The data of the event, or <see langword="null"/>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is <see langword="null"/>.</exception>
    /// <exception cref="InvalidOperationException">The run has ended.</exception>
    public void Publish(string name, object? payload = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        _scope?.Published(_use, _stage, Attempt, name, payload);
    }

    /// <summary>
    /// Registers a callback that runs after all stages of the run have ended and before the run itself ends, however it
    /// ends.
    /// </summary>
    /// <remarks>
    /// Callbacks run in reverse order of registration. All of them run, even if some fail. A failure is attached to the
    /// failure of the run; if the run had succeeded, it fails.
    /// </remarks>
    /// <param name="callback">The callback.</param>
    /// <exception cref="ArgumentNullException"><paramref name="callback"/> is <see langword="null"/>.</exception>
    /// <exception cref="InvalidOperationException">The run has ended.</exception>
    public void OnCleanUp(Action callback)
    {
        ArgumentNullException.ThrowIfNull(callback);
        _scope?.AddCleanUp(_use, callback);
    }

    /// <summary>
    /// Registers an asynchronous callback that runs after all stages of the run have ended and before the run itself
    /// ends, however it ends.
    /// </summary>
    /// <remarks>
    /// Callbacks run in reverse order of registration, each after the previous one has completed. All of them run, even
    /// if some fail. A failure is attached to the failure of the run; if the run had succeeded, it fails.
    /// </remarks>
    /// <param name="callback">The callback.</param>
    /// <exception cref="ArgumentNullException"><paramref name="callback"/> is <see langword="null"/>.</exception>
    /// <exception cref="InvalidOperationException">
    /// The run has ended, or the entry point is synchronous and cannot await the callback.
    /// </exception>
    public void OnCleanUp(Func<ValueTask> callback)
    {
        ArgumentNullException.ThrowIfNull(callback);
        _scope?.AddCleanUp(_use, callback);
    }

    /// <inheritdoc />
    public bool Equals(StageContext other) =>
        ReferenceEquals(_scope, other._scope)
        && _use == other._use
        && _stage == other._stage
        && _run?.RunId == other._run?.RunId
        && string.Equals(_stageName, other._stageName, StringComparison.Ordinal)
        && Attempt == other.Attempt
        && CancellationToken == other.CancellationToken;

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is StageContext other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(_scope, _use, _stage, _run?.RunId, Attempt);
}
