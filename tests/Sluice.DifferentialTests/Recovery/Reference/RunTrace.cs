using Sluice.DifferentialTests.Recovery.Probing;
using Sluice.DifferentialTests.Recovery.Shapes;

namespace Sluice.DifferentialTests.Recovery.Reference;

/// <summary>The part of a trial's trace that belongs to one run, with the runs nested in it as calls.</summary>
internal sealed class RunTrace
{
    private static readonly TrialEvent[] _ends =
    [
        TrialEvent.Completed,
        TrialEvent.Refused,
        TrialEvent.Failed,
        TrialEvent.CancelledByToken,
    ];

    public RunTrace(RecoveryPipeline pipeline, Guid id, RunTrace? outer, IReadOnlyList<TrialEntry> trace)
    {
        (Pipeline, Outer, Trace) = (pipeline, outer, trace);
        Region = pipeline.Region();
        Included = pipeline.Included();
        Entries = [.. Positions(entry => entry.Step?.Run == id)];
        Calls =
        [
            .. Entries
                .Where(position => trace[position].Kind == TrialEvent.Started)
                .Select(Call)
                .Concat(Nested(id))
                .OrderBy(call => call.Start),
        ];
        Last = Calls.Select(call => call.End).Where(end => end != int.MaxValue).Concat(Entries).DefaultIfEmpty().Max();
    }

    public RecoveryPipeline Pipeline { get; }

    /// <summary>The run that this run is nested in.</summary>
    public RunTrace? Outer { get; }

    public IReadOnlyList<TrialEntry> Trace { get; }

    /// <summary>The stages that the guard has run again.</summary>
    public IReadOnlySet<int> Region { get; }

    public IReadOnlySet<int> Included { get; }

    /// <summary>The positions of the entries of the run itself.</summary>
    public IReadOnlyList<int> Entries { get; }

    /// <summary>The calls of its stages in the order in which they started.</summary>
    public IReadOnlyList<StageCall> Calls { get; }

    /// <summary>The position of the last entry of the run or of one nested in it.</summary>
    public int Last { get; }

    /// <summary>The first position of all.</summary>
    public int First => Calls.Count > 0 ? Calls[0].Start : 0;

    /// <summary>The calls of the guard that did not let pass, in order.</summary>
    public IEnumerable<StageCall> Refusals => Calls.Where(call => call.Stage.IsGuard && call.IsFailure);

    /// <summary>The refusals after which there was another round.</summary>
    public IEnumerable<StageCall> RepeatedRefusals => Refusals.Where(HasFurtherRound);

    /// <summary>The calls that failed for good.</summary>
    public IEnumerable<StageCall> Failures =>
        Calls.Where(call => call.IsFailure && !(call.Stage.IsGuard && HasFurtherRound(call)));

    /// <summary>Whether a clean-up of the run itself failed.</summary>
    public bool HasFailedCleanUp => Entries.Any(position => Trace[position].Kind == TrialEvent.CleanUpFailed);

    public bool HasFailed => Failures.Any() || HasFailedCleanUp;

    /// <summary>The exceptions that the run may end with, if it failed by itself.</summary>
    public IEnumerable<Exception> Causes =>
        Failures
            .SelectMany(call => call.Exceptions)
            .Concat(
                Entries
                    .Where(position => Trace[position].Kind == TrialEvent.CleanUpFailed)
                    .Select(position => Trace[position].Exception!)
            );

    /// <summary>This run and all runs nested in it.</summary>
    public IEnumerable<RunTrace> SelfAndNested() =>
        Calls.Where(call => call.Nested is not null).SelectMany(call => call.Nested!.SelfAndNested()).Prepend(this);

    /// <summary>The last call of a stage that had completed before a position, in this run or those around it.</summary>
    public StageCall? LastCompleted(int stage, int before) =>
        Pipeline.Find(stage) is null
            ? Outer?.LastCompleted(stage, before)
            : Calls.LastOrDefault(call =>
                call.Stage.Id == stage && call.End < before && call.Result == CallResult.Completed
            );

    /// <summary>The position at which the round began to which a position belongs: that of the last refusal before it, or -1.</summary>
    public int RoundBefore(int position) =>
        RepeatedRefusals
            .Where(refusal => refusal.End < position)
            .Select(refusal => refusal.End)
            .DefaultIfEmpty(-1)
            .Last();

    /// <summary>Whether the guard has let pass before a position, in the round that it belongs to.</summary>
    public bool HasPassed(int position) =>
        Pipeline.Guard is { } guard
        && LastCompleted(guard.Id, position) is { } passed
        && passed.Start > RoundBefore(position);

    private bool HasFurtherRound(StageCall refusal) =>
        Calls.Any(call => call.Start > refusal.End && call.Stage.Id == Pipeline.Guard!.Retried);

    private StageCall Call(int start)
    {
        var step = Trace[start].Step!;
        var end = Entries.FirstOrDefault(
            position => position > start && Trace[position].Step == step && _ends.Contains(Trace[position].Kind),
            int.MaxValue
        );
        var result =
            end == int.MaxValue
                ? CallResult.Unknown
                : Trace[end].Kind switch
                {
                    TrialEvent.Completed => CallResult.Completed,
                    TrialEvent.Refused => CallResult.Refused,
                    TrialEvent.Failed => CallResult.Failed,
                    _ => CallResult.Cancelled,
                };
        return new StageCall(Pipeline.Find(step.Stage)!, start, end, result)
        {
            Step = step,
            Made = result == CallResult.Completed ? step : null,
            Exceptions = result == CallResult.Failed ? [Trace[end].Exception!] : [],
        };
    }

    private IEnumerable<StageCall> Nested(Guid id)
    {
        var runs = Trace
            .Where(entry => entry.Step?.Parent == id)
            .Select(entry => entry.Step!)
            .DistinctBy(step => step.Run);
        foreach (var step in runs)
        {
            var stage = Pipeline.Stages.First(stage => stage.Nested?.Find(step.Stage) is not null);
            yield return Nested(stage, new RunTrace(stage.Nested!, step.Run, this, Trace));
        }
    }

    private static StageCall Nested(RecoveryStage stage, RunTrace run)
    {
        var made = run.Calls.LastOrDefault(call =>
            call.Stage.Id == run.Pipeline.Output && call.Result == CallResult.Completed
        );
        var isWhole = run.Included.All(id => run.LastCompleted(id, int.MaxValue)?.Start > run.RoundOf(id));
        var isCancelled = run.Calls.Any(call => call.Result == CallResult.Cancelled);
        var result =
            run.HasFailed ? CallResult.Failed
            : isWhole && !isCancelled ? CallResult.Completed
            : CallResult.Unknown;
        return new StageCall(stage, run.First, run.Last, result)
        {
            Made = result == CallResult.Completed ? made?.Made : null,
            Exceptions = [.. run.Causes],
            Nested = run,
        };
    }

    /// <summary>The position at which the last round began in which a stage takes part; -1 for one that takes part in none.</summary>
    public int RoundOf(int stage) => Region.Contains(stage) ? RoundBefore(int.MaxValue) : -1;

    private IEnumerable<int> Positions(Func<TrialEntry, bool> isWanted) =>
        Enumerable.Range(0, Trace.Count).Where(position => isWanted(Trace[position]));
}
