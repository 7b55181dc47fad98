using Sluice.CompilerServices;

namespace Sluice;

/// <summary>
/// What a stage may know of the run that it is part of, and may do to it. A stage asks for it with a parameter of this type. It is
/// valid until the run ends and must not be kept beyond that.
/// </summary>
public readonly struct StageContext : IEquatable<StageContext>
{
    private readonly RunScope? _scope;
    private readonly int _use;
    private readonly int _stage;
    private readonly RunContext? _run;
    private readonly string? _stageName;
    private readonly DateTimeOffset? _deadline;

    /// <summary>Makes a context that belongs to no run, to call a stage by itself. What it is told leads nowhere.</summary>
    /// <param name="runId">The run's id.</param>
    /// <param name="stageName">The stage's name.</param>
    /// <param name="cancellationToken">The token.</param>
    public StageContext(Guid runId, string stageName, CancellationToken cancellationToken)
        : this(new RunContext { RunId = runId }, stageName, cancellationToken: cancellationToken) { }

    /// <summary>
    /// Makes a context that belongs to no run, to call a stage by itself, as a test does that has a clock of its own. What it is told
    /// leads nowhere, and what is registered with it is not called.
    /// </summary>
    /// <param name="run">What the stage is to read of its run.</param>
    /// <param name="stageName">The stage's name.</param>
    /// <param name="attempt">The number of the attempt: 1 or more.</param>
    /// <param name="previousError">What the attempt before failed with, or <see langword="null"/>.</param>
    /// <param name="cancellationToken">The token.</param>
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
    /// Identifies the run: the same in all stages of one run, another in every other run. A version 7 UUID, so that ids sort by the
    /// time at which their runs started.
    /// </summary>
    public Guid RunId => _scope is null ? _run?.RunId ?? Guid.Empty : _scope.RunIdOf(_use);

    /// <summary>The name of the stage, as <see cref="PipelineGraph"/> shows it.</summary>
    public string StageName => _scope is null ? _stageName ?? "" : _scope.NameOf(_use, _stage);

    /// <summary>
    /// Is cancelled when the caller cancels the run, when another stage of it fails, and when a timeout of the stage is up. It is valid
    /// until the attempt ends.
    /// </summary>
    public CancellationToken CancellationToken { get; }

    /// <summary>
    /// The number of this attempt, from 1, of all that the run makes of the stage, whether a retry or a guard asks for them. Where the
    /// stage runs for each element of a collection, of those for this element since it last began; in its fallback, one more than
    /// attempts were made again for all elements together.
    /// </summary>
    public int Attempt { get; }

    /// <summary>
    /// What the attempt before failed with; of a stage that runs again for a guard, what the guard failed with. Otherwise
    /// <see langword="null"/>.
    /// </summary>
    public Exception? PreviousError { get; }

    /// <summary>When the attempt must have ended, by its timeouts and the run's deadline, or <see langword="null"/>.</summary>
    public DateTimeOffset? Deadline => _deadline;

    /// <summary>The clock of everything in the run that waits or measures.</summary>
    public TimeProvider TimeProvider =>
        _scope is null ? _run?.TimeProvider ?? TimeProvider.System : _scope.TimeProviderOf(_use);

    /// <summary>What the caller said of the run.</summary>
    public RunContext Run => _scope is null ? _run ?? new RunContext { RunId = Guid.Empty } : _scope.ContextOf(_use);

    /// <summary>Whether two contexts are the same.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(StageContext left, StageContext right) => left.Equals(right);

    /// <summary>Whether two contexts differ.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(StageContext left, StageContext right) => !left.Equals(right);

    /// <summary>Tells the run's observer how far the stage is.</summary>
    /// <param name="fraction">The part that is done, from 0 to 1.</param>
    /// <param name="message">What is being done.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="fraction"/> is less than 0, more than 1, or no number.</exception>
    public void ReportProgress(double fraction, string? message = null)
    {
        if (fraction is not (>= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(fraction), fraction, "Progress is a part from 0 to 1.");
        }

        _scope?.Progressed(_use, _stage, Attempt, fraction, message);
    }

    /// <summary>Tells the run's observer something of the stage's own.</summary>
    /// <param name="name">What it is.</param>
    /// <param name="payload">What there is to know of it.</param>
    public void Publish(string name, object? payload = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        _scope?.Published(_use, _stage, Attempt, name, payload);
    }

    /// <summary>
    /// Registers what is called when all stages of the run have ended, before the run itself does, however it ends. What was registered
    /// last is called first. All are called, whatever fails; a failure is attached to the run's, or fails the run where there is none.
    /// </summary>
    /// <param name="callback">What is called.</param>
    public void OnCleanUp(Action callback)
    {
        ArgumentNullException.ThrowIfNull(callback);
        _scope?.AddCleanUp(_use, callback);
    }

    /// <summary>The same with a callback that is awaited.</summary>
    /// <param name="callback">What is called.</param>
    /// <exception cref="InvalidOperationException">The entry point is synchronous, so that nothing can be awaited.</exception>
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
