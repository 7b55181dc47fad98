namespace Sluice.CompilerServices.Elements;

/// <summary>What a fan-out that is under way has to do with tokens and failures.</summary>
/// <typeparam name="TResult">The type of what it ends with.</typeparam>
internal abstract class FanOutRun<TResult> : PipelineRun<TResult>
{
    private readonly object _failureGate = new();
    private Exception? _cause;
    private bool _causeIsCancellation;
    private List<Exception>? _further;
    private CancellationTokenSource? _source;
    private CancellationTokenRegistration _registration;
    private bool _hasToken;

    /// <summary>The token that elements get: the caller's, or where they may overlap one that the first failure cancels, too.</summary>
    protected CancellationToken ElementToken { get; private set; }

    /// <summary>Whether the fan-out ends with a failure or a cancellation.</summary>
    protected bool HasFailed => Volatile.Read(ref _cause) is not null;

    /// <inheritdoc />
    protected override string EntryPoint => nameof(FanOut);

    /// <summary>Whether an element may start: nothing has failed and the caller has not cancelled.</summary>
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

    /// <summary>Whether an exception is the effect of a cancelled token, or an element's wish to cancel the run.</summary>
    protected bool IsCancellation(Exception exception) =>
        exception is OperationCanceledException
        && (CallerToken.IsCancellationRequested || (_hasToken && _source!.IsCancellationRequested));

    /// <summary>Records what went wrong. The first cause wins and cancels the elements' token.</summary>
    /// <param name="exception">The exception.</param>
    /// <param name="cancels">Whether it cancels the run whatever the tokens say.</param>
    protected void Fail(Exception exception, bool cancels = false)
    {
        var isCancellation = cancels || IsCancellation(exception);
        if (Interlocked.CompareExchange(ref _cause, exception, null) is not null)
        {
            if (!isCancellation)
            {
                Attach(exception);
            }

            return;
        }

        _causeIsCancellation = isCancellation;
        if (!_hasToken)
        {
            return;
        }

        try
        {
            _source!.Cancel();
        }
#pragma warning disable CA1031 // Whatever an element's callback on the token throws must not keep the others from ending; it is attached.
        catch (Exception thrown)
#pragma warning restore CA1031
        {
            Attach(thrown);
        }
    }

    /// <summary>Decides which token elements get.</summary>
    /// <param name="mayOverlap">Whether more than one may be under way at once.</param>
    protected void OpenToken(bool mayOverlap)
    {
        _hasToken = mayOverlap;
        ElementToken = CallerToken;
        if (!mayOverlap)
        {
            return;
        }

        var source = _source ??= new CancellationTokenSource();
        ElementToken = source.Token;

        // The callback gets the source, not the run: where it comes late it finds a source that nobody uses any more.
        _registration = CallerToken.UnsafeRegister(
            static source => ((CancellationTokenSource)source!).Cancel(),
            source
        );
    }

    /// <summary>Ends the use of the elements' token. Its source is kept only where nobody can have or get it cancelled.</summary>
    /// <param name="resultsMayKeepToken">Whether the results could still use it.</param>
    protected void CloseToken(bool resultsMayKeepToken)
    {
        ElementToken = default;
        if (!_hasToken)
        {
            return;
        }

        _hasToken = false;
        var callerCannotCancel = !CallerToken.CanBeCanceled || _registration.Unregister();
        _registration = default;
        if (resultsMayKeepToken || !callerCannotCancel || !_source!.TryReset())
        {
            _source = null;
        }
    }

    /// <summary>Ends a fan-out that failed or was cancelled. The object must not be touched afterwards.</summary>
    protected void CompleteExceptionally()
    {
        var cause = _cause!;
        if (_further is not null)
        {
            RunFailure.AddPart(cause, _further);
        }

        CompleteExceptionally(cause, _causeIsCancellation);
    }

    /// <summary>Clears what a failed fan-out leaves. To be called before the object goes back to its pool.</summary>
    protected void ClearFailure()
    {
        _cause = null;
        _causeIsCancellation = false;
        _further = null;
    }

    private void Attach(Exception exception)
    {
        lock (_failureGate)
        {
            if (!ReferenceEquals(exception, _cause))
            {
                (_further ??= []).Add(exception);
            }
        }
    }
}
