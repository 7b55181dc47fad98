using System.Globalization;
using Sluice.DifferentialTests.Branching.Shapes;
using Sluice.DifferentialTests.Graphs;

namespace Sluice.DifferentialTests.Branching.Probing;

/// <summary>One run of an entry point: gives its stages what they ask for, and writes down what they do.</summary>
public sealed class Probe : IDisposable
{
    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _caller = new();
    private readonly List<Entry> _trace = [];
    private readonly List<Pending> _waiting = [];
    private readonly List<Pending> _all = [];
    private readonly List<string> _problems = [];
    private TaskCompletionSource _pendingWaits = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _running;
    private bool _hasEnded;

    public Probe(Circumstances circumstances) => Circumstances = circumstances;

    public Circumstances Circumstances { get; }

    public Item Seed => Input(Inputs.Seed);

    public bool Flag => Make.Flag(Input(Inputs.Flag));

    public Tone Tone => Make.Tone(Input(Inputs.Tone));

    public string Text => Make.Text(Input(Inputs.Text));

    public int Number => Make.Number(Input(Inputs.Number));

    public Optional<Item> Maybe => Circumstances.HasMaybe ? Input(Inputs.Maybe) : Optional.Skip("nothing was put in");

    public Item[] TakeItems() => Make.Array(Input(Inputs.Items));

    public CancellationToken CallerToken => _caller.Token;

    /// <summary>Whether something that belongs to the run has not ended yet.</summary>
    public bool IsBusy
    {
        get
        {
            lock (_lock)
            {
                return _running > 0;
            }
        }
    }

    internal void Start(Entry entry)
    {
        lock (_lock)
        {
            _trace.Add(entry);
            _running++;
            Check(!_hasEnded, $"S{entry.Stage} started after the end of the run");
        }
    }

    internal void End(Entry entry)
    {
        lock (_lock)
        {
            _trace.Add(entry);
            _running--;
            Check(!_hasEnded, $"S{entry.Stage} was still running at the end of the run");
        }
    }

    /// <summary>Notes that somebody begins to read a stream.</summary>
    internal void Open(int stage)
    {
        lock (_lock)
        {
            _running++;
            Check(!_hasEnded, $"The stream of S{stage} was opened after the end of the run");
        }
    }

    /// <summary>Notes that nobody reads a stream any more.</summary>
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
            Check(_running == 0, $"{_running} stages were running when the entry point ended");
            _hasEnded = true;
        }
    }

    public void CancelCaller(int stage)
    {
        lock (_lock)
        {
            _trace.Add(new Entry(Happening.CallerCancels, stage));
        }

        _caller.Cancel();
    }

    /// <summary>Notes something that is wrong whatever the pipeline.</summary>
    public void Complain(string problem)
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

    /// <summary>Takes out one of the stages that wait to be completed, if there is one.</summary>
    internal Pending? TakeWaiting(Dice dice)
    {
        lock (_lock)
        {
            if (_waiting.Count == 0)
            {
                if (_pendingWaits.Task.IsCompleted)
                {
                    _pendingWaits = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                }

                return null;
            }

            _trace.Add(new Entry(Happening.Idle));
            var index = dice.Below(_waiting.Count);
            var pending = _waiting[index];
            _waiting.RemoveAt(index);
            return pending;
        }
    }

    /// <summary>Completes when a stage waits to be completed.</summary>
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

    /// <summary>What was wrong whatever the pipeline.</summary>
    internal IReadOnlyList<string> Problems()
    {
        lock (_lock)
        {
            var taken = _all.Where(pending => pending.ResultsTaken is not (-1 or 1))
                .Select(pending =>
                    string.Create(CultureInfo.InvariantCulture, $"A result was taken {pending.ResultsTaken} times")
                );
            return [.. _problems, .. taken];
        }
    }

    public void Dispose() => _caller.Dispose();

    private Item Input(int id) => new(this, id, Circumstances.Number(id));

    private void Check(bool condition, string problem)
    {
        if (!condition)
        {
            _problems.Add(problem);
        }
    }
}
