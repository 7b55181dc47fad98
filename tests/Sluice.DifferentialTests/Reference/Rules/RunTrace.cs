using Sluice.DifferentialTests.Graphs;
using Sluice.DifferentialTests.Probing;

namespace Sluice.DifferentialTests.Reference.Rules;

/// <summary>The part of a trace that belongs to one run, with the runs nested in it as calls.</summary>
internal sealed class RunTrace
{
    private static readonly Happening[] EndKinds =
    [
        Happening.Succeeded,
        Happening.Refused,
        Happening.Failed,
        Happening.CancelledByToken,
    ];

    public RunTrace(EntryPointPlan plan, Guid id, RunTrace? outer, IReadOnlyList<Entry> trace)
    {
        (Plan, Outer, Trace) = (plan, outer, trace);
        Region = RegionOf(plan.Pipeline);
        Entries = [.. Positions(entry => entry.Call?.RunId == id)];
        Calls =
        [
            .. Entries
                .Where(position => trace[position].Kind == Happening.Started)
                .Select(Call)
                .Concat(Nested(id))
                .OrderBy(call => call.Start),
        ];
        Last = Calls.Select(call => call.End).Where(end => end != int.MaxValue).Concat(Entries).DefaultIfEmpty().Max();
    }

    public EntryPointPlan Plan { get; }

    /// <summary>The stage that makes the output.</summary>
    public int Output => Plan.EntryPoint.Outputs[0].Producers[0];

    /// <summary>The run that this run is nested in.</summary>
    public RunTrace? Outer { get; }

    public IReadOnlyList<Entry> Trace { get; }

    /// <summary>The stages that the guard has run again.</summary>
    public IReadOnlySet<int> Region { get; }

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
    public bool HasFailedCleanUp => Entries.Any(position => Trace[position].Kind == Happening.CleanUpFailed);

    public bool HasFailed => Failures.Any() || HasFailedCleanUp;

    /// <summary>The exceptions that the run may end with, if it failed by itself.</summary>
    public IEnumerable<Exception> Causes =>
        Failures
            .SelectMany(call => call.Exceptions)
            .Concat(
                Entries
                    .Where(position => Trace[position].Kind == Happening.CleanUpFailed)
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

    private PipelineShape Pipeline => Plan.Pipeline;

    private bool HasFurtherRound(StageCall refusal) =>
        Calls.Any(call => call.Start > refusal.End && call.Stage.Id == Pipeline.Guard!.Retried);

    private StageCall Call(int start)
    {
        var invocation = Trace[start].Call!;
        var end = Entries.FirstOrDefault(
            position =>
                position > start && Trace[position].Call == invocation && EndKinds.Contains(Trace[position].Kind),
            int.MaxValue
        );
        var result =
            end == int.MaxValue
                ? CallResult.Unknown
                : Trace[end].Kind switch
                {
                    Happening.Succeeded => CallResult.Completed,
                    Happening.Refused => CallResult.Refused,
                    Happening.Failed => CallResult.Failed,
                    _ => CallResult.Cancelled,
                };
        return new StageCall(Pipeline.Find(invocation.Stage)!, start, end, result)
        {
            Invocation = invocation,
            Made = result == CallResult.Completed ? invocation : null,
            Exceptions = result == CallResult.Failed ? [Trace[end].Exception!] : [],
        };
    }

    private IEnumerable<StageCall> Nested(Guid id)
    {
        var runs = Trace
            .Where(entry => entry.Call?.ParentRunId == id)
            .Select(entry => entry.Call!)
            .DistinctBy(call => call.RunId);
        foreach (var call in runs)
        {
            var stage = Pipeline.Stages.First(stage => stage.Nested?.Find(call.Stage) is not null);
            yield return Nested(stage, new RunTrace(Plan.Nested(stage.Id), call.RunId!.Value, this, Trace));
        }
    }

    private static StageCall Nested(StageShape stage, RunTrace run)
    {
        var made = run.Calls.LastOrDefault(call => call.Stage.Id == run.Output && call.Result == CallResult.Completed);
        var isWhole = run.Plan.Stages.All(inner =>
            run.LastCompleted(inner.Id, int.MaxValue)?.Start > run.RoundOf(inner.Id)
        );
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

    /// <summary>The stages on all ways from the one that the guard names to the guard, both included.</summary>
    private static HashSet<int> RegionOf(PipelineShape pipeline)
    {
        if (pipeline.Guard is not { } guard)
        {
            return [];
        }

        var after = new HashSet<int> { guard.Retried };
        foreach (var stage in pipeline.Stages.Where(stage => stage.Producers.Any(after.Contains)))
        {
            after.Add(stage.Id);
        }

        var before = new HashSet<int> { guard.Id };
        foreach (var stage in pipeline.Stages.Reverse().Where(stage => before.Contains(stage.Id)))
        {
            before.UnionWith(stage.Producers);
        }

        after.IntersectWith(before);
        return after;
    }

    private IEnumerable<int> Positions(Func<Entry, bool> isWanted) =>
        Enumerable.Range(0, Trace.Count).Where(position => isWanted(Trace[position]));
}
