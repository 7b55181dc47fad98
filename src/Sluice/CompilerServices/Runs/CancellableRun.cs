using System.ComponentModel;

namespace Sluice.CompilerServices;

/// <summary>A concurrent run with a token of its own, so that the first failure cancels the stages that are under way.</summary>
/// <typeparam name="TResult">The type of the run's output.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class CancellableRun<TResult> : ConcurrentRun<TResult>
{
    private RunTokenSource _token;

    /// <summary>The run's own token, cancelled when the caller cancels and when a stage fails. Valid until the run ends.</summary>
    protected CancellationToken RunToken => _token.Token;

    private protected sealed override CancellationTokenSource? Source => _token.Source;

    /// <summary>Makes the run's token, which follows the caller's.</summary>
    protected void OpenToken() => _token.Open(CallerToken);

    /// <summary>Ends the use of the run's token.</summary>
    /// <param name="outputMayKeepToken">Whether the run's output could still use the token.</param>
    protected void CloseToken(bool outputMayKeepToken) => _token.Close(outputMayKeepToken, CallerToken);
}
