using System.Runtime.InteropServices;
using Sluice.DifferentialTests.Graphs;

namespace Sluice.DifferentialTests.Recovery.Probing;

/// <summary>One run of an entry point with all runs nested in it: decides how its calls behave, and keeps what they did. Thread-safe.</summary>
/// <param name="number">The number of the trial, which its exceptions carry.</param>
/// <param name="conducts">The behaviour of calls, by stage and by the number of the call.</param>
/// <param name="shared">The exceptions that it shares with other trials.</param>
public sealed class Trial(int number, Func<int, int, StepConduct> conducts, SharedFailures shared) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _caller = new();
    private readonly List<TrialEntry> _trace = [];
    private readonly List<TaskCompletionSource> _gates = [];
    private readonly List<string> _problems = [];
    private readonly Dictionary<int, int> _calls = [];
    private TaskCompletionSource _gateWaits = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _underWay;
    private bool _isOver;

    public int Number => number;

    public SharedFailures Shared => shared;

    public CancellationToken CallerToken => _caller.Token;

    public StepConduct Conduct(int stage, int call) => conducts(stage, call);

    /// <summary>Notes that the entry point has given its result.</summary>
    public void End()
    {
        lock (_lock)
        {
            if (_underWay != 0)
            {
                _problems.Add($"{_underWay} calls were under way when the run ended");
            }

            _isOver = true;
        }
    }

    internal int Begin(Step step)
    {
        lock (_lock)
        {
            ref var calls = ref CollectionsMarshal.GetValueRefOrAddDefault(_calls, step.Stage, out _);
            calls++;
            _underWay++;
            Add(new TrialEntry(TrialEvent.Started, step));
            return calls;
        }
    }

    internal void Note(TrialEntry entry)
    {
        lock (_lock)
        {
            _underWay += entry.Kind switch
            {
                TrialEvent.UndoStarted or TrialEvent.CleanUpStarted => 1,
                TrialEvent.CleanUpRegistered => 0,
                _ => -1,
            };
            Add(entry);
        }
    }

    internal void CancelCaller()
    {
        lock (_lock)
        {
            _trace.Add(new TrialEntry(TrialEvent.CallerCancels));
        }

        _caller.Cancel();
    }

    /// <summary>Waits until the test opens the gate or the token is cancelled, and goes on within that call.</summary>
    internal Task WaitAsync(CancellationToken token)
    {
        var gate = new TaskCompletionSource();
        lock (_lock)
        {
            _gates.Add(gate);
            _gateWaits.TrySetResult();
        }

        // The registration lives as long as the source of the token, which is as long as the run: an open gate ignores it.
        token.UnsafeRegister(static (gate, token) => ((TaskCompletionSource)gate!).TrySetCanceled(token), gate);
        return gate.Task;
    }

    /// <summary>Opens one of the gates at which a call waits, if there is one.</summary>
    internal bool OpenGate(Dice dice)
    {
        TaskCompletionSource gate;
        lock (_lock)
        {
            _gates.RemoveAll(static gate => gate.Task.IsCompleted);
            if (_gates.Count == 0)
            {
                if (_gateWaits.Task.IsCompleted)
                {
                    _gateWaits = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                }

                return false;
            }

            _trace.Add(new TrialEntry(TrialEvent.Idle));
            var index = dice.Below(_gates.Count);
            gate = _gates[index];
            _gates.RemoveAt(index);
        }

        gate.TrySetResult();
        return true;
    }

    /// <summary>Completes when a call waits at a gate.</summary>
    internal Task WhenGateWaits()
    {
        lock (_lock)
        {
            return _gateWaits.Task;
        }
    }

    internal IReadOnlyList<TrialEntry> Trace()
    {
        lock (_lock)
        {
            return [.. _trace];
        }
    }

    internal IReadOnlyList<string> Problems()
    {
        lock (_lock)
        {
            return [.. _problems];
        }
    }

    public void Dispose() => _caller.Dispose();

    private void Add(TrialEntry entry)
    {
        _trace.Add(entry);
        if (_isOver)
        {
            _problems.Add($"{entry} after the end of the run");
        }
    }
}
