using System.Diagnostics;

namespace Sluice.CompilerServices;

/// <content>
/// The contexts of stages. A stage may keep its own beyond the run, when the scope serves another: so a context says which use of the
/// scope it belongs to, and that is checked under the lock under which a use ends.
/// </content>
public partial class RunScope
{
    private bool _hasContexts;
    private bool _hasEnded;
    private int _use;

    /// <summary>What is done for a context is done under it.</summary>
    internal object Gate { get; } = new();

    /// <summary>Which use of the scope it is: another one for each run.</summary>
    internal int Use => Volatile.Read(ref _use);

    /// <summary>The context that a stage gets.</summary>
    /// <param name="stage">The stage's index.</param>
    /// <param name="token">The token that it gets.</param>
    /// <returns>The context.</returns>
    public StageContext Stage(int stage, CancellationToken token)
    {
        _hasContexts = true;
        return new(this, _use, stage, 1 + _furtherCalls[stage], PreviousErrorOf(stage), KnownContext?.Deadline, token);
    }

    /// <summary>The context that a stage gets in an attempt.</summary>
    /// <param name="stage">The stage's index.</param>
    /// <param name="attempt">The number of the attempt, from 1.</param>
    /// <param name="previousError">What the attempt before failed with, or <see langword="null"/>.</param>
    /// <param name="timeout">The innermost timeout of the attempt, or <see langword="null"/>.</param>
    /// <param name="token">The token that it gets.</param>
    /// <returns>The context.</returns>
    public StageContext Stage(
        int stage,
        int attempt,
        Exception? previousError,
        StageTimeout? timeout,
        CancellationToken token
    )
    {
        _hasContexts = true;
        return new(
            this,
            _use,
            stage,
            attempt,
            previousError ?? PreviousErrorOf(stage),
            Earlier(timeout?.Deadline, KnownContext?.Deadline),
            token
        );
    }

    internal bool IsIn(int use) => Volatile.Read(ref _use) == use;

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

    internal void AddCleanUp(int use, Delegate callback)
    {
        lock (Gate)
        {
            ThrowUnlessIn(use);
            _cleanUps.Add(callback);
        }
    }

    internal virtual void Progressed(int use, int stage, int attempt, double fraction, string? message) =>
        ThrowUnlessIn(use);

    internal virtual void Published(int use, int stage, int attempt, string name, object? payload) =>
        ThrowUnlessIn(use);

    /// <summary>Ends what contexts of the run can do. From then on no context of it is heard.</summary>
    /// <param name="outputMayKeepContext">Whether the output could still use one: then it reads on, and does nothing.</param>
    private protected void EndContexts(bool outputMayKeepContext)
    {
        if (_hasEnded)
        {
            return;
        }

        if (!_hasContexts)
        {
            EndUse(outputMayKeepContext);
            return;
        }

        lock (Gate)
        {
            EndUse(outputMayKeepContext);
        }

        _hasContexts = outputMayKeepContext;
    }

    /// <summary>Whether contexts are still read, but no longer heard: the output may have kept one.</summary>
    private protected bool AreContextsOver => _hasEnded;

    private protected void ThrowUnlessIn(int use)
    {
        if (!IsIn(use))
        {
            throw new InvalidOperationException(
                "The run that this context belongs to has ended; a context must not be kept."
            );
        }
    }

    private void EndUse(bool outputMayKeepContext)
    {
        Debug.Assert(!_hasContexts || Monitor.IsEntered(Gate), "A context could be in use.");
        _hasEnded = true;
        if (outputMayKeepContext)
        {
            _cleanUps.End();
        }
        else
        {
            Volatile.Write(ref _use, _use + 1);
        }
    }
}
