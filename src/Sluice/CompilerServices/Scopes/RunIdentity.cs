using System.Diagnostics;

namespace Sluice.CompilerServices;

/// <summary>The identity and the clock of a run: its id, and what the caller has said of it. Thread-safe while the run lasts.</summary>
/// <remarks>A mutable struct: it must be a field, and must not be copied.</remarks>
internal struct RunIdentity
{
    private RunContext? _context;
    private Guid _runId;
    private bool _hasRunId;

    /// <summary>Makes the identity of no run.</summary>
    public RunIdentity() { }

    /// <summary>The clock of everything in the run that waits or measures.</summary>
    public TimeProvider TimeProvider { get; private set; } = TimeProvider.System;

    /// <summary>The context that the caller has passed or that was made on request, or <see langword="null"/>.</summary>
    public RunContext? KnownContext => Volatile.Read(ref _context);

    /// <summary>Begins a run.</summary>
    /// <param name="context">The context that the caller passes, or <see langword="null"/>.</param>
    public void Begin(RunContext? context)
    {
        Debug.Assert(_context is null && !_hasRunId, "Another run has the identity.");
        _context = context;
        if (context is null)
        {
            TimeProvider = TimeProvider.System;
        }
        else
        {
            _runId = context.RunId;
            _hasRunId = true;
            TimeProvider = context.TimeProvider;
        }
    }

    /// <summary>The id of the run. It is made on the first request.</summary>
    /// <param name="gate">The lock under which it is made.</param>
    public Guid RunId(object gate)
    {
        if (!Volatile.Read(ref _hasRunId))
        {
            MakeRunId(gate);
        }

        return _runId;
    }

    /// <summary>The context of the run. It is made on the first request if the caller has passed none.</summary>
    /// <param name="gate">The lock under which the id is made.</param>
    public RunContext Context(object gate)
    {
        if (Volatile.Read(ref _context) is { } context)
        {
            return context;
        }

        var made = new RunContext { RunId = RunId(gate) };
        return Interlocked.CompareExchange(ref _context, made, null) ?? made;
    }

    /// <summary>Makes the id of the run if there is none. To be called before another thread can see the run.</summary>
    /// <param name="now">The present time of the run's clock.</param>
    /// <returns>The id.</returns>
    public Guid Identify(DateTimeOffset now)
    {
        if (!_hasRunId)
        {
            _runId = ReferenceEquals(TimeProvider, TimeProvider.System)
                ? RunIdentifier.Create(now)
                : RunIdentifier.Create();
            _hasRunId = true;
        }

        return _runId;
    }

    /// <summary>Clears the identity for the next run.</summary>
    public void Clear()
    {
        _context = null;
        _hasRunId = false;
    }

    // Two stages may ask at once, and the run has one id.
    private void MakeRunId(object gate)
    {
        lock (gate)
        {
            if (!_hasRunId)
            {
                _runId = RunIdentifier.Create();
                Volatile.Write(ref _hasRunId, true);
            }
        }
    }
}
