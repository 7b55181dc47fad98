using System.Globalization;
using System.Runtime.InteropServices;
using Sluice.DifferentialTests.Graphs;

namespace Sluice.DifferentialTests.Probing;

/// <summary>One run of an entry point, with all runs nested in it: gives its stages their behaviour, and keeps what they did. Thread-safe.</summary>
/// <param name="circumstances">The decisions of its stages.</param>
/// <param name="shared">The exceptions that it shares with other runs.</param>
/// <param name="number">Its number among the runs that are made at a time.</param>
public sealed class Run(Circumstances circumstances, SharedFailures shared, int number) : IDisposable
{
    private static readonly AsyncLocal<Run?> Ambient = new();

    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _caller = new();
    private readonly List<Entry> _trace = [];
    private readonly List<Pending> _waiting = [];
    private readonly List<Pending> _all = [];
    private readonly List<string> _problems = [];
    private readonly Dictionary<(int Stage, string? Element), int> _rounds = [];
    private TaskCompletionSource _pendingWaits = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _running;
    private bool _hasEnded;

    public Circumstances Circumstances => circumstances;

    public SharedFailures Shared => shared;

    public int Number => number;

    /// <summary>The context that the caller gives the entry point, if it takes one.</summary>
    public RunContext Context { get; } = new();

    public Item Seed => Input(Inputs.Seed);

    public bool Flag => Make.Flag(Input(Inputs.Flag));

    public Tone Tone => Make.Tone(Input(Inputs.Tone));

    public string Text => Make.Text(Input(Inputs.Text));

    public int ChosenNumber => Make.Number(Input(Inputs.Number));

    public Optional<Item> Maybe => circumstances.HasMaybe ? Input(Inputs.Maybe) : Optional.Skip("nothing was put in");

    public Item[] TakeItems() => Make.Array(Input(Inputs.Items));

    public CancellationToken CallerToken => _caller.Token;

    /// <summary>Makes this the run that code started from here belongs to, by its execution context.</summary>
    public static void Enter(Run? run) => Ambient.Value = run;

    /// <summary>Notes that a stage was called, and gives the number of the call.</summary>
    internal int Start(Invocation call, StageContext? context)
    {
        lock (_lock)
        {
            ref var round = ref CollectionsMarshal.GetValueRefOrAddDefault(_rounds, (call.Stage, call.Element), out _);
            round++;
            Add(new Entry(Happening.Started, call));
            Check(ReferenceEquals(Ambient.Value, this), $"S{call.Stage} ran outside the caller's execution context");
            Check(
                call.Arguments.All(argument => argument.Item is null || ReferenceEquals(argument.Item.Run, this)),
                $"S{call.Stage} got a value of another run"
            );
            if (context is { } known)
            {
                Check(known.StageName == $"S{call.Stage}", $"S{call.Stage} was told that it is {known.StageName}");
            }

            return round;
        }
    }

    internal void Note(Entry entry)
    {
        lock (_lock)
        {
            Add(entry);
        }
    }

    /// <summary>Notes that a stage begins to read a stream.</summary>
    internal void Open(int stage)
    {
        lock (_lock)
        {
            _running++;
            Check(!_hasEnded, $"The stream of S{stage} was opened after the end of the run");
        }
    }

    /// <summary>Notes that no stage reads a stream any more.</summary>
    internal void Close(int stage)
    {
        lock (_lock)
        {
            _running--;
            Check(!_hasEnded, $"The stream of S{stage} was still open at the end of the run");
        }
    }

    /// <summary>Notes that the entry point has given its result.</summary>
    public void EndEntryPoint()
    {
        lock (_lock)
        {
            Check(_running == 0, $"{_running} calls were under way when the entry point ended");
            _hasEnded = true;
        }
    }

    public void CancelCaller(Invocation call)
    {
        lock (_lock)
        {
            _trace.Add(new Entry(Happening.CallerCancels, call));
        }

        _caller.Cancel();
    }

    /// <summary>Notes that something happened that must not happen in any pipeline.</summary>
    internal void Complain(string problem)
    {
        lock (_lock)
        {
            _problems.Add(problem);
        }
    }

    internal void Wait(Pending pending, bool isForTest)
    {
        lock (_lock)
        {
            _all.Add(pending);
            if (isForTest)
            {
                _waiting.Add(pending);
                _pendingWaits.TrySetResult();
            }
        }
    }

    /// <summary>Takes out one of the calls that wait to be completed, if there is one.</summary>
    internal Pending? TakeWaiting(Dice dice, bool noteIdle)
    {
        lock (_lock)
        {
            _waiting.RemoveAll(static pending => pending.IsComplete);
            if (_waiting.Count == 0)
            {
                if (_pendingWaits.Task.IsCompleted)
                {
                    _pendingWaits = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                }

                return null;
            }

            if (noteIdle)
            {
                _trace.Add(new Entry(Happening.Idle));
            }

            var index = dice.Below(_waiting.Count);
            var pending = _waiting[index];
            _waiting.RemoveAt(index);
            return pending;
        }
    }

    /// <summary>Completes when a call waits to be completed.</summary>
    internal Task WhenPending()
    {
        lock (_lock)
        {
            return _pendingWaits.Task;
        }
    }

    internal IReadOnlyList<Entry> Trace()
    {
        lock (_lock)
        {
            return [.. _trace];
        }
    }

    /// <summary>Everything that must not happen in any pipeline, and did.</summary>
    internal IReadOnlyList<string> Problems()
    {
        lock (_lock)
        {
            var taken = _all.Where(pending => pending.ResultsTaken is not (-1 or 1))
                .Select(pending =>
                    string.Create(CultureInfo.InvariantCulture, $"A result was taken {pending.ResultsTaken} times")
                );
            // The stages of one run share its id, which no nested run has.
            var ids = _trace
                .Where(entry => entry.Kind == Happening.Started)
                .Select(entry => entry.Call!)
                .Where(call => call is { RunId: not null, ParentRunId: null })
                .Select(call => call.RunId)
                .Distinct()
                .Count();
            IEnumerable<string> mixed = ids > 1 ? ["Stages of one run were given several ids of it"] : [];
            return [.. _problems, .. taken, .. mixed];
        }
    }

    public void Dispose() => _caller.Dispose();

    private Item Input(int id) => new(this, id, circumstances.Number(id));

    private void Add(Entry entry)
    {
        _trace.Add(entry);
        _running += entry.Kind switch
        {
            Happening.Started or Happening.UndoStarted or Happening.CleanUpStarted => 1,
            Happening.CleanUpRegistered => 0,
            _ => -1,
        };
        Check(!_hasEnded, $"{entry} after the end of the run");
    }

    private void Check(bool condition, string problem)
    {
        if (!condition)
        {
            _problems.Add(problem);
        }
    }
}
