using Sluice.DifferentialTests.Branching.Probing;
using Sluice.DifferentialTests.Branching.Reference;
using Sluice.DifferentialTests.Branching.Shapes;
using Sluice.DifferentialTests.Execution;
using Sluice.DifferentialTests.Graphs;

namespace Sluice.DifferentialTests.Branching.Execution;

/// <summary>Holds what a run of a pipeline that branches did against what it had to do.</summary>
internal sealed class BranchingVerifier(
    BranchingPlan plan,
    Demand demand,
    Evaluator evaluator,
    Probe run,
    BranchingScenario scenario,
    Observation observation
)
{
    private readonly IReadOnlyList<Entry> _trace = run.Trace();

    // On several threads one cannot say what came first.
    private bool IsExact => scenario.Mode != RunMode.Free && !plan.IsRacing;

    public IEnumerable<string> Verify()
    {
        var complaints = run.Problems().Concat(Calls()).Concat(Order()).Concat(Elements()).Concat(Outcome());
        return IsExact ? complaints.Concat(NothingIsLate()) : complaints;
    }

    /// <summary>Each call must be one that had to be made, with the arguments that belong to it, for somebody who needs it.</summary>
    private IEnumerable<string> Calls()
    {
        var seen = new HashSet<(int, string?)>();
        foreach (var entry in _trace.Where(entry => entry.Kind == Happening.Started))
        {
            if (!seen.Add((entry.Stage, entry.Element)))
            {
                yield return $"S{entry.Stage} was called twice{(entry.Element is null ? "" : $" with {entry.Element}")}";
            }

            if (!plan.Includes(entry.Stage))
            {
                yield return $"S{entry.Stage} is no part of the entry point";
            }
            else if (!evaluator[entry.Stage].Calls.TryGetValue(entry.Element ?? "", out var call))
            {
                yield return $"S{entry.Stage} was called and had to be skipped";
            }
            else if (
                !call
                    .Arguments.Zip(entry.Arguments!, plan.Pipeline.Stage(entry.Stage).Parameters)
                    .All(argument => Accepts(argument.Third.Producers, argument.First, argument.Second))
            )
            {
                yield return $"S{entry.Stage} was given {string.Join(", ", entry.Arguments!)}, not {string.Join(", ", call.Arguments)}";
            }
            else if (!demand.IsPossible(entry.Stage, evaluator))
            {
                yield return $"S{entry.Stage} was called and nobody needs it";
            }
        }
    }

    /// <summary>What a stage waits for must have ended before it starts.</summary>
    private IEnumerable<string> Order()
    {
        foreach (var stage in plan.Stages)
        {
            var start = _trace
                .Index()
                .FirstOrDefault(item => Is(item.Item, stage.Id, Happening.Started), (-1, null!))
                .Index;
            if (start < 0)
            {
                continue;
            }

            foreach (var predecessor in stage.After.Where(plan.Includes).Concat(Awaited(stage)))
            {
                if (
                    _trace
                        .Skip(start)
                        .Any(entry =>
                            entry.Stage == predecessor && entry.Kind is not (Happening.Idle or Happening.CallerCancels)
                        )
                )
                {
                    yield return $"S{stage.Id} started before S{predecessor} had ended";
                }
            }
        }
    }

    private IEnumerable<int> Awaited(BranchingStage stage)
    {
        foreach (var guard in stage.Guards.Where(guard => guard.Source >= 0))
        {
            yield return guard.Source;
        }

        foreach (var parameter in stage.Parameters)
        {
            // Of a merge, what comes after the source that is taken is of no interest.
            foreach (var producer in parameter.Producers)
            {
                if (producer >= 0)
                {
                    yield return producer;
                }

                if (evaluator[producer].Fate == Fate.Produced)
                {
                    break;
                }
            }
        }
    }

    /// <summary>No more elements may be under way at once than the stage allows.</summary>
    private IEnumerable<string> Elements()
    {
        foreach (var stage in plan.Stages.Where(stage => stage.Each is not null))
        {
            var limit =
                stage.MaxConcurrency > 0 ? stage.MaxConcurrency
                : stage.IsOffloaded ? Environment.ProcessorCount
                : int.MaxValue;
            if (stage is { Return: ReturnStyle.Synchronous, IsOffloaded: false })
            {
                limit = 1;
            }

            var running = 0;
            foreach (var entry in _trace.Where(entry => entry.Stage == stage.Id))
            {
                running += entry.Kind switch
                {
                    Happening.Started => 1,
                    Happening.CallerCancels or Happening.Idle => 0,
                    _ => -1,
                };
                if (running > limit)
                {
                    yield return $"S{stage.Id} had {running} elements under way";
                }
            }
        }
    }

    /// <summary>When nothing happens by itself any more, whatever could start must have started.</summary>
    private IEnumerable<string> NothingIsLate()
    {
        var started = new Dictionary<int, int>();
        var ended = new Dictionary<int, int>();
        var failing = new HashSet<int>();
        var isOver = false;
        foreach (var entry in _trace)
        {
            switch (entry.Kind)
            {
                case Happening.Started:
                    if (isOver)
                    {
                        yield return $"S{entry.Stage} started after a failure or a cancellation";
                    }

                    started[entry.Stage] = started.GetValueOrDefault(entry.Stage) + 1;
                    continue;
                case Happening.Idle:
                    if (!isOver && failing.Count == 0 && Late(started, ended) is { } late)
                    {
                        yield return late;
                    }

                    continue;
                case Happening.CallerCancels:
                    isOver = true;
                    continue;
                default:
                    ended[entry.Stage] = ended.GetValueOrDefault(entry.Stage) + 1;
                    if (Ends(entry))
                    {
                        failing.Add(entry.Stage);
                    }

                    // Of many elements, those that are under way are awaited before their stage has failed.
                    isOver |= failing.Contains(entry.Stage) && ended[entry.Stage] == started[entry.Stage];
                    continue;
            }
        }
    }

    private string? Late(Dictionary<int, int> started, Dictionary<int, int> ended)
    {
        bool HasEnded(int id) =>
            ended.GetValueOrDefault(id) is var count
            && count > 0
            && count == started[id]
            && (count == evaluator[id].Calls.Count || evaluator[id].Fate == Fate.Failed);

        bool IsSettled(int id, IReadOnlySet<int> asked)
        {
            if (id < 0 || HasEnded(id))
            {
                return true;
            }

            // One that may or may not run is not known to have settled.
            var isLeftOut = evaluator[id].Calls.Count == 0 || !demand.IsPossible(id, evaluator);
            return !asked.Contains(id)
                && isLeftOut
                && !started.ContainsKey(id)
                && Before(id).All(before => IsSettled(before, new HashSet<int>(asked) { id }));
        }

        foreach (var stage in plan.Stages)
        {
            var verdict = evaluator[stage.Id];
            if (verdict.Calls.Count == 0 || !demand.IsSure(stage.Id, evaluator))
            {
                continue;
            }

            var count = started.GetValueOrDefault(stage.Id);
            var running = count - ended.GetValueOrDefault(stage.Id);
            if (count == 0 && Before(stage.Id).All(before => IsSettled(before, new HashSet<int> { stage.Id })))
            {
                return $"S{stage.Id} was ready and did not start";
            }

            var limit = stage.MaxConcurrency == 0 ? int.MaxValue : stage.MaxConcurrency;
            if (count > 0 && count < verdict.Calls.Count && running < limit && verdict.Fate == Fate.Produced)
            {
                return $"S{stage.Id} had only {running} elements under way";
            }
        }

        return null;
    }

    private IEnumerable<int> Before(int id) => plan.Predecessors(plan.Pipeline.Stage(id)).Concat(demand.Support(id));

    // A stage with elements has failed with the first of them: another that cancels the run then changes nothing.
    private bool IsTooLate(Entry cancellation) =>
        plan.Pipeline.Stage(cancellation.Stage).Each is not null
        && _trace
            .TakeWhile(entry => !IsExact || !ReferenceEquals(entry, cancellation))
            .Any(entry => Is(entry, cancellation.Stage, Happening.Failed));

    private IEnumerable<string> Outcome()
    {
        var failures = _trace.Where(IsFailureOfRun).ToArray();
        var ends = _trace
            .Where(entry =>
                entry.Kind is Happening.CallerCancels
                || (entry.Kind is Happening.CancelledRun && !(observation.Failure is null && IsTooLate(entry)))
                || IsFailureOfRun(entry)
            )
            .ToArray();
        var cancels = ends.Where(entry => entry.Kind is Happening.CallerCancels).ToArray();
        var isWhole = Missing() is null;
        if (ends.Length == 0 || (ends.Length == cancels.Length && isWhole && observation.Failure is null))
        {
            return observation.Failure is not null ? ["The run failed without a reason"]
                : Missing() is { } missing ? [missing]
                : Outputs();
        }

        if (observation.Failure is not { } failure)
        {
            return ["The run failed, and nobody was told"];
        }

        if (plan.Pipeline.Continues && failures.Length == ends.Length)
        {
            var complaints = Missing() is { } missing ? new List<string> { missing } : [];
            if (
                !failures.Any(entry => IsCause(entry, failure))
                || (
                    IsExact
                    && failures.All(entry => plan.Pipeline.Stage(entry.Stage).Each is null)
                    && !IsCause(failures[0], failure)
                )
            )
            {
                complaints.Add("The first failure is not what was thrown");
            }

            // Of a stage's failed elements one stands for all at least.
            var least = failures.Select(entry => entry.Stage).Distinct().Count() - 1;
            var told = observation.FurtherFailures?.Count ?? 0;
            if (told < least || told > failures.Length - 1)
            {
                complaints.Add(
                    $"{observation.FurtherFailures?.Count} further failures were told, not {failures.Length - 1}"
                );
            }

            return complaints;
        }

        if (
            IsExact
            && !plan.Pipeline.Continues
            && ends[0].Kind != Happening.CallerCancels
            && plan.Pipeline.Stage(ends[0].Stage).Each is null
        )
        {
            return IsCause(ends[0], failure) ? [] : ["The first cause is not what was thrown"];
        }

        return ends.Any(entry => IsCause(entry, failure)) ? [] : ["What was thrown has no cause"];
    }

    private string? Missing()
    {
        foreach (var stage in plan.Stages.Where(stage => demand.IsSure(stage.Id, evaluator)))
        {
            var verdict = evaluator[stage.Id];
            var calls = _trace.Count(entry => Is(entry, stage.Id, Happening.Started));
            if (
                verdict.Calls.Count > 0
                && (calls == 0 || (verdict.Fate == Fate.Produced && calls < verdict.Calls.Count))
            )
            {
                return $"S{stage.Id} was called {calls} times, not {verdict.Calls.Count}";
            }
        }

        return null;
    }

    private IEnumerable<string> Outputs()
    {
        var outputs = plan.Pipeline.EntryPoint.Outputs;
        var wanted = outputs.Select(evaluator.Output).ToArray();
        if (
            plan.Pipeline.EntryPoint.GivesResult
            && wanted.FirstOrDefault(output => output.Text == Seen.Absent) is { } absent
        )
        {
            // A result of several outputs has none of them where one is absent.
            wanted = [absent with { Reasons = null }];
        }

        if (observation.Outputs.Count != wanted.Length)
        {
            return ["The outputs are not all there"];
        }

        return wanted
            .Zip(observation.Outputs)
            .Where(
                (pair, index) =>
                    !Accepts(outputs[Math.Min(index, outputs.Count - 1)].Producers, pair.First, pair.Second)
                    && !IsOfAnotherElement(outputs[index], pair.Second)
            )
            .Select(pair => $"An output is {pair.Second}, not {pair.First}");
    }

    // What nothing that can run needs is not asked for, so that there is another reason than if all were. Nor are the conditions
    // asked of what can never run, so that the reason may be theirs.
    private bool Accepts(IReadOnlyCollection<int> producers, ExpectedArgument wanted, Seen given) =>
        wanted.Accepts(given)
        || (
            producers.Any(id => id >= 0 && demand.NeverRuns(plan.Pipeline.Stage(id)))
            && (wanted with { Reasons = null }).Accepts(given)
        )
        || (
            wanted.Text == Seen.Absent
            && given == new Seen(Seen.Absent, "nothing that can run needs it")
            && producers.Any(demand.DependsOnPointless)
        );

    // Of several elements that fail, the stage has failed with the one that did first.
    private bool IsOfAnotherElement(Output output, Seen seen) =>
        output.Form == Form.Outcome
        && output.Producers is [var producer]
        && evaluator[producer] is { Fate: Fate.Failed } verdict
        && verdict.Failures.Contains(seen.Text);

    private static bool Is(Entry entry, int stage, Happening kind) => entry.Stage == stage && entry.Kind == kind;

    /// <summary>Whether nothing may start after it.</summary>
    private bool Ends(Entry entry) =>
        entry.Kind is Happening.CancelledRun or Happening.CallerCancels
        || (!plan.Pipeline.Continues && IsFailureOfRun(entry));

    /// <summary>Whether the run fails for it, at once or in the end.</summary>
    private bool IsFailureOfRun(Entry entry) =>
        IsFailure(entry)
        && !plan.IsHandled(entry.Stage)
        && (plan.Pipeline.Stage(entry.Stage).Each is null || plan.ElementForm(entry.Stage) != Form.Outcome);

    private bool IsFailure(Entry entry) =>
        entry.Kind == Happening.Failed
        || (
            entry.Kind == Happening.Succeeded
            && run.Circumstances.Conduct(entry.Stage, entry.Element).Ending == Ending.GivesUnnamed
        );

    private bool IsCause(Entry entry, Exception failure) =>
        entry.Kind switch
        {
            Happening.CallerCancels => failure is OperationCanceledException,
            Happening.CancelledRun => failure is RunCancelledException cancelled
                && cancelled.Reason == Evaluator.ReasonOf(entry.Stage),
            _ => run.Circumstances.Conduct(entry.Stage, entry.Element).Ending switch
            {
                Ending.AsksForRetry => failure is RetryRequestedException { RetryAfter.TotalSeconds: 3 },
                Ending.GivesUnnamed => failure is InvalidOperationException
                    && failure.Message.Contains($"S{entry.Stage}", StringComparison.Ordinal),
                _ => ReferenceEquals(entry.Exception, failure),
            },
        };
}
