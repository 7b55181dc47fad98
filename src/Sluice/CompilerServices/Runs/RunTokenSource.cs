using System.Diagnostics;

namespace Sluice.CompilerServices;

/// <summary>The source of a run's own token, which follows the caller's. It is kept for the next run if that is safe.</summary>
/// <remarks>A mutable struct: it must be a field, and must not be copied.</remarks>
internal struct RunTokenSource
{
    private CancellationTokenSource? _source;
    private CancellationTokenRegistration _registration;
    private bool _isOpen;

    /// <summary>The token. It is valid until the run ends.</summary>
    public CancellationToken Token { get; private set; }

    /// <summary>The source of the token during a run that has one; otherwise <see langword="null"/>.</summary>
    public readonly CancellationTokenSource? Source => _isOpen ? _source : null;

    /// <summary>Makes the token.</summary>
    /// <param name="callerToken">The token of the caller.</param>
    /// <returns>The token.</returns>
    public CancellationToken Open(CancellationToken callerToken)
    {
        Debug.Assert(!_isOpen, "Another run uses the token.");
        var source = _source ??= new CancellationTokenSource();
        _isOpen = true;
        Token = source.Token;

        // The callback gets the source and not the run: if it comes late, it finds a source that no run uses any more.
        _registration = callerToken.UnsafeRegister(
            static source => ((CancellationTokenSource)source!).Cancel(),
            source
        );
        return Token;
    }

    /// <summary>Ends the use of the token. The source is kept only if no other code can use the token or still cancel it.</summary>
    /// <param name="outputMayKeepToken">Whether the run's output could still use the token.</param>
    /// <param name="callerToken">The token of the caller.</param>
    public void Close(bool outputMayKeepToken, CancellationToken callerToken)
    {
        Debug.Assert(_isOpen, "The run has no token of its own.");
        var callerCannotCancel = !callerToken.CanBeCanceled || _registration.Unregister();
        _registration = default;
        _isOpen = false;
        Token = default;
        if (outputMayKeepToken || !callerCannotCancel || !_source!.TryReset())
        {
            _source = null;
        }
    }
}
