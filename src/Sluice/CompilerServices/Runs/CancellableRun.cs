using System.ComponentModel;

namespace Sluice.CompilerServices;

/// <summary>A concurrent run with a token of its own, so that the first failure cancels what is under way.</summary>
/// <typeparam name="TResult">The type of the run's output.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class CancellableRun<TResult> : ConcurrentRun<TResult>
{
    private CancellationTokenSource? _source;
    private CancellationTokenRegistration _registration;

    /// <summary>The run's own token, cancelled when the caller cancels and when a stage fails. Valid until the run ends.</summary>
    protected CancellationToken RunToken { get; private set; }

    private protected sealed override CancellationTokenSource? Source => _source;

    /// <summary>Makes the run's token follow the caller's.</summary>
    protected void OpenToken()
    {
        var source = _source ??= new CancellationTokenSource();
        RunToken = source.Token;

        // The callback gets the source, not the run: where it comes late it finds a source that nobody uses any more.
        _registration = CallerToken.UnsafeRegister(
            static source => ((CancellationTokenSource)source!).Cancel(),
            source
        );
    }

    /// <summary>Ends the use of the run's token. The source is kept for the next run only where nobody can have or get it cancelled.</summary>
    /// <param name="outputMayKeepToken">Whether the run's output could still use the token.</param>
    protected void CloseToken(bool outputMayKeepToken)
    {
        var source = _source!;
        var callerCannotCancel = !CallerToken.CanBeCanceled || _registration.Unregister();
        _registration = default;
        RunToken = default;
        if (outputMayKeepToken || !callerCannotCancel || !source.TryReset())
        {
            _source = null;
        }
    }
}
