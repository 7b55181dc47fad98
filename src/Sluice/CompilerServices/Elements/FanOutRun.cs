namespace Sluice.CompilerServices.Elements;

/// <summary>The tokens and the failures of a fan-out that is under way.</summary>
/// <typeparam name="TResult">The type of the result.</typeparam>
internal abstract class FanOutRun<TResult> : PipelineRun<TResult>
{
    private FailureRecord _failure = new();
    private RunTokenSource _token;
    private bool _hasToken;

    /// <summary>
    /// The token that elements get: the caller's, or one that the first failure cancels too if elements may overlap.
    /// </summary>
    protected CancellationToken ElementToken { get; private set; }

    /// <summary>Whether the fan-out ends with a failure or a cancellation.</summary>
    protected bool HasFailed => _failure.Cause is not null;

    /// <inheritdoc />
    protected override string EntryPoint => nameof(FanOut);

    /// <summary>Whether an element may start: no element has failed and the caller has not cancelled.</summary>
    protected bool MayStart()
    {
        if (HasFailed)
        {
            return false;
        }

        if (!CallerToken.IsCancellationRequested)
        {
            return true;
        }

        Fail(new OperationCanceledException(CallerToken));
        return false;
    }

    /// <summary>Whether an exception is the effect of a cancelled token.</summary>
    protected bool IsCancellation(Exception exception) =>
        exception is OperationCanceledException
        && (CallerToken.IsCancellationRequested || _token.Source is { IsCancellationRequested: true });

    /// <summary>Records an exception. The first is the cause, and cancels the token of the elements.</summary>
    /// <param name="exception">The exception.</param>
    /// <param name="cancels">Whether it cancels the run even if no token is cancelled.</param>
    protected void Fail(Exception exception, bool cancels = false)
    {
        if (_failure.Add(exception, cancels || IsCancellation(exception)))
        {
            _failure.Cancel(_token.Source);
        }
    }

    /// <summary>Decides which token elements get.</summary>
    /// <param name="mayOverlap">Whether several elements may be under way at once.</param>
    protected void OpenToken(bool mayOverlap)
    {
        _hasToken = mayOverlap;
        ElementToken = mayOverlap ? _token.Open(CallerToken) : CallerToken;
    }

    /// <summary>Ends the use of the token of the elements.</summary>
    /// <param name="resultsMayKeepToken">Whether the results could still use it.</param>
    protected void CloseToken(bool resultsMayKeepToken)
    {
        ElementToken = default;
        if (_hasToken)
        {
            _hasToken = false;
            _token.Close(resultsMayKeepToken, CallerToken);
        }
    }

    /// <summary>Ends a fan-out that failed or was cancelled. The object must not be touched afterwards.</summary>
    protected void CompleteExceptionally()
    {
        var cause = _failure.Cause!;
        if (_failure.Further is { } further)
        {
            RunFailure.AddPart(cause, further);
        }

        CompleteExceptionally(cause, _failure.CauseIsCancellation);
    }

    /// <summary>Clears the failures. To be called before the object returns to its pool.</summary>
    protected void ClearFailure() => _failure.Clear();
}
