using Sluice.DifferentialTests.Graphs;
using Sluice.DifferentialTests.Reference;

namespace Sluice.DifferentialTests.Probing;

/// <summary>One run of an entry point: tells its stages how to behave, and writes down what they do.</summary>
public sealed class Run : IDisposable
{
    private static readonly AsyncLocal<Run?> _ambient = new();

    private readonly Lock _lock = new();
    private readonly Func<int, Behaviour> _behaviours;
    private readonly CancellationTokenSource _caller = new();
    private readonly List<TraceEvent> _trace = [];
    private readonly HashSet<int> _started = [];
    private readonly HashSet<int> _succeeded = [];
    private readonly List<Gate> _waiting = [];
    private readonly List<Gate> _gates = [];
    private readonly List<string> _problems = [];
    private TaskCompletionSource _gateWaits = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Guid _id;
    private int _running;
    private bool _hasEnded;

    public Run(EntryPointPlan plan, ulong number, Func<int, Behaviour> behaviours)
    {
        Plan = plan;
        _behaviours = behaviours;
        Input = new Value(this, Argument.RunInput, number);
        Seed = new Value(this, Argument.SeedInput, Dice.Mix(number, 1));
    }

    public EntryPointPlan Plan { get; }

    /// <summary>What a stage gets that takes the run.</summary>
    public Value Input { get; }

    /// <summary>The entry point's other input.</summary>
    public Value Seed { get; }

    public CancellationToken CallerToken => _caller.Token;

    public Behaviour BehaviourOf(int stage) => _behaviours(stage);

    /// <summary>Makes this the run that code started from here belongs to, by its execution context.</summary>
    public static void Enter(Run? run) => _ambient.Value = run;

    /// <summary>Notes that a stage was called.</summary>
    internal void Start(int stage, IReadOnlyList<Value> arguments, StageContext? context)
    {
        lock (_lock)
        {
            _trace.Add(new TraceEvent(EventKind.Started, stage));
            _running++;
            Check(_started.Add(stage), $"S{stage} started twice");
            Check(Plan.Order.Contains(stage), $"S{stage} is no part of this entry point");
            Check(!_hasEnded, $"S{stage} started after the end of the run");
            Check(ReferenceEquals(_ambient.Value, this), $"S{stage} ran outside the caller's execution context");
            if (Plan.Order.Contains(stage))
            {
                CheckArguments(Plan.Stage(stage), arguments);
            }

            if (context is { } known)
            {
                Check(known.StageName == Plan.Stage(stage).Name, $"S{stage} was told that it is {known.StageName}");
                Check(_id == default || _id == known.RunId, $"S{stage} was given another run's id");
                _id = known.RunId;
            }
        }
    }

    /// <summary>Notes that a stage is about to complete.</summary>
    internal void End(TraceEvent end)
    {
        lock (_lock)
        {
            _trace.Add(end);
            _running--;
            Check(!_hasEnded, $"S{end.Stage} was still running at the end of the run");
            if (end.Kind == EventKind.Succeeded)
            {
                _succeeded.Add(end.Stage);
            }
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

    public void CancelCaller()
    {
        lock (_lock)
        {
            _trace.Add(new TraceEvent(EventKind.CallerCancels));
        }

        _caller.Cancel();
    }

    internal void Note(Gate gate)
    {
        lock (_lock)
        {
            _gates.Add(gate);
        }
    }

    internal void Wait(Gate gate)
    {
        lock (_lock)
        {
            _waiting.Add(gate);
            _gateWaits.TrySetResult();
        }
    }

    /// <summary>Takes out one of the stages that wait to be completed, if there is one.</summary>
    public Gate? TakeWaiting(Dice dice, bool noteIdle = false)
    {
        lock (_lock)
        {
            if (_waiting.Count == 0)
            {
                if (_gateWaits.Task.IsCompleted)
                {
                    _gateWaits = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                }

                return null;
            }

            if (noteIdle)
            {
                _trace.Add(new TraceEvent(EventKind.Idle));
            }

            var index = dice.Below(_waiting.Count);
            var gate = _waiting[index];
            _waiting.RemoveAt(index);
            return gate;
        }
    }

    /// <summary>Completes when a stage waits to be completed.</summary>
    public Task WhenGateWaits()
    {
        lock (_lock)
        {
            return _gateWaits.Task;
        }
    }

    /// <summary>What happened so far, and what was wrong with it.</summary>
    public RunRecord Record()
    {
        lock (_lock)
        {
            var taken = _gates
                .Where(gate => gate.ResultsTaken is not (-1 or 1))
                .Select(gate => $"A result was taken {gate.ResultsTaken} times");
            return new RunRecord([.. _trace], [.. _problems, .. taken]);
        }
    }

    public void Dispose() => _caller.Dispose();

    private void CheckArguments(StageShape shape, IReadOnlyList<Value> arguments)
    {
        foreach (var predecessor in Plan.Predecessors(shape.Id))
        {
            Check(_succeeded.Contains(predecessor), $"{shape.Name} started before S{predecessor} had ended");
        }

        for (var index = 0; index < arguments.Count; index++)
        {
            Check(ReferenceEquals(arguments[index].Run, this), $"{shape.Name} got a value of another run");
            Check(
                arguments[index].Producer == shape.Arguments[index].Producer,
                $"{shape.Name} got a value that it did not declare"
            );
        }
    }

    private void Check(bool condition, string problem)
    {
        if (!condition)
        {
            _problems.Add(problem);
        }
    }
}
