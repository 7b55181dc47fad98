namespace Sluice.CompilerServices;

/// <content>
/// The contexts of stages. A stage may keep its context beyond the run, when the scope serves another: so a context has the number of its
/// use of the scope, which is checked under the lock under which the use ends.
/// </content>
public partial class RunScope
{
    /// <summary>The number of the present use of the scope. Each run has another.</summary>
    internal int Use => _end.Use;

    /// <summary>Whether contexts can still be read but do nothing: the output may have kept one.</summary>
    private protected bool AreContextsOver => _end.IsOver;

    /// <summary>Makes the context of a stage.</summary>
    /// <param name="stage">The stage's index.</param>
    /// <param name="token">The token that the stage gets.</param>
    /// <returns>The context.</returns>
    public StageContext Stage(int stage, CancellationToken token) =>
        new(
            this,
            _end.AddContext(),
            stage,
            _calls.Of(stage),
            _calls.PreviousErrorOf(stage),
            KnownContext?.Deadline,
            token
        );

    /// <summary>Makes the context of a stage in one of several attempts.</summary>
    /// <param name="stage">The stage's index.</param>
    /// <param name="attempt">The number of the attempt, from 1.</param>
    /// <param name="previousError">The failure of the attempt before, or <see langword="null"/>.</param>
    /// <param name="timeout">The innermost timeout of the attempt, or <see langword="null"/>.</param>
    /// <param name="token">The token that the stage gets.</param>
    /// <returns>The context.</returns>
    public StageContext Stage(
        int stage,
        int attempt,
        Exception? previousError,
        StageTimeout? timeout,
        CancellationToken token
    ) =>
        new(
            this,
            _end.AddContext(),
            stage,
            attempt,
            previousError ?? _calls.PreviousErrorOf(stage),
            Earlier(timeout?.Deadline, KnownContext?.Deadline),
            token
        );

    internal bool IsIn(int use) => _end.Use == use;

    internal string NameOf(int stage) => _stages.Names[stage];

    internal string NameOf(int use, int stage)
    {
        lock (Gate)
        {
            ThrowUnlessIn(use);
            return NameOf(stage);
        }
    }

    internal Guid RunIdOf(int use)
    {
        lock (Gate)
        {
            ThrowUnlessIn(use);
            return RunId;
        }
    }

    internal TimeProvider TimeProviderOf(int use)
    {
        lock (Gate)
        {
            ThrowUnlessIn(use);
            return TimeProvider;
        }
    }

    internal RunContext ContextOf(int use)
    {
        lock (Gate)
        {
            ThrowUnlessIn(use);
            return Context;
        }
    }

    internal virtual void Progressed(int use, int stage, int attempt, double fraction, string? message) =>
        ThrowUnlessIn(use);

    internal virtual void Published(int use, int stage, int attempt, string name, object? payload) =>
        ThrowUnlessIn(use);

    /// <summary>Ends the use of the scope, so that its contexts do nothing more.</summary>
    /// <param name="outputMayKeepContext">Whether the output could still read a context.</param>
    private protected void EndContexts(bool outputMayKeepContext) => _end.End(outputMayKeepContext);

    private protected void ThrowUnlessIn(int use) => _end.ThrowUnlessIn(use);

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) =>
        one is null || other < one ? other : one;
}
