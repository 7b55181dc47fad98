using Sluice.DifferentialTests.Graphs;
using Sluice.DifferentialTests.Probing;

namespace Sluice.DifferentialTests.Reference.Rules;

/// <summary>Checks which stages of a run were called, when, and with what.</summary>
/// <param name="run">The run.</param>
/// <param name="isExact">Whether all happened on one thread, so that the trace has one order.</param>
internal sealed class CallRules(RunTrace run, bool isExact)
{
    public IEnumerable<string> Check() =>
        run
            .Calls.SelectMany(CheckGiven)
            .Concat(run.Calls.SelectMany(CheckNumber))
            .Concat(CheckRounds())
            .Concat(isExact ? NothingStartsAfterTheEnd().Concat(NothingIsLate()) : []);

    private IEnumerable<string> CheckGiven(StageCall call)
    {
        if (!run.Plan.Includes(call.Stage.Id))
        {
            yield return $"{Text(call)} is not part of the entry point";
        }

        var round = run.Region.Contains(call.Stage.Id) ? run.RoundBefore(call.Start) : -1;
        for (var index = 0; index < call.Stage.Producers.Count; index++)
        {
            var taken = call.Stage.Producers[index];
            var producer = run.LastCompleted(taken, call.Start);
            if (producer is null)
            {
                yield return $"{Text(call)} started before S{taken} had completed";
            }
            else if (call.Invocation is { } made && Given(made, index) is var given && given != producer.Made)
            {
                yield return $"{Text(call)} was given {given}, not {producer.Made}";
            }
            else if (run.Region.Contains(taken) && producer.Start < round)
            {
                yield return $"{Text(call)} was given S{taken} of an earlier round";
            }

            if (run.Region.Contains(taken) && !run.Region.Contains(call.Stage.Id) && !run.HasPassed(call.Start))
            {
                yield return $"{Text(call)} started before the guard had let S{taken} pass";
            }
        }
    }

    private IEnumerable<string> CheckNumber(StageCall call)
    {
        var round = run.Region.Contains(call.Stage.Id) ? run.RoundBefore(call.Start) : -1;
        return run.Calls.Any(other =>
            other != call && other.Stage.Id == call.Stage.Id && other.Start < call.Start && other.Start > round
        )
            ? [$"{Text(call)} was not the first of its round"]
            : [];
    }

    private IEnumerable<string> CheckRounds()
    {
        if (run.Plan.Pipeline.Guard is not { } guard)
        {
            yield break;
        }

        var refusals = run.Refusals.ToArray();
        if (run.Calls.Count(call => call.Stage.IsGuard) > guard.Attempts)
        {
            yield return $"Guard S{guard.Id} was called more than {guard.Attempts} times";
        }

        if (
            refusals.Length > 0
            && refusals.Length < guard.Attempts
            && refusals[^1] == run.Failures.FirstOrDefault(call => call.Stage.IsGuard)
            && !IsOverBy(isExact ? refusals[^1].End : int.MaxValue, refusals[^1])
        )
        {
            yield return $"Guard S{guard.Id} made only {refusals.Length} rounds";
        }

        foreach (var refusal in run.RepeatedRefusals)
        {
            if (
                run.Calls.Any(call =>
                    run.Region.Contains(call.Stage.Id) && call.Start < refusal.End && call.End > refusal.End
                )
            )
            {
                yield return $"A stage of the region was under way when {Text(refusal)} began another round";
            }
        }
    }

    /// <summary>Whether the run was over by a position for another reason than a call.</summary>
    private bool IsOverBy(int position, StageCall? except = null) =>
        run.Failures.Any(call => call != except && call.End <= position)
        || run.Calls.Any(call => call.Result is CallResult.Cancelled or CallResult.Unknown)
        || run.Trace.Take(Math.Min(position, run.Trace.Count)).Any(entry => entry.Kind == Happening.CallerCancels)
        || IsOuterOverBy(position);

    private bool IsOuterOverBy(int position)
    {
        for (var outer = run.Outer; outer is not null; outer = outer.Outer)
        {
            if (outer.Failures.Any(call => call.End <= position && call.Nested != run))
            {
                return true;
            }
        }

        return false;
    }

    private IEnumerable<string> NothingStartsAfterTheEnd()
    {
        var cancelled = run
            .Trace.Index()
            .FirstOrDefault(item => item.Item.Kind == Happening.CallerCancels, (int.MaxValue, null!));
        var failed = run.Plan.Pipeline.Continues ? null : run.Failures.OrderBy(call => call.End).FirstOrDefault();
        foreach (var call in run.Calls)
        {
            if (call.Start > cancelled.Index)
            {
                yield return $"{Text(call)} started after the caller had cancelled";
            }

            if (failed is not null && call.Start > failed.End)
            {
                yield return $"{Text(call)} started after {Text(failed)} had failed";
            }
        }
    }

    /// <summary>When nothing happens by itself any more, whatever could start must have started.</summary>
    private IEnumerable<string> NothingIsLate()
    {
        for (var position = run.First; position < run.Last; position++)
        {
            if (run.Trace[position].Kind != Happening.Idle || IsOverBy(position))
            {
                continue;
            }

            foreach (var stage in run.Plan.Stages)
            {
                if (IsLate(stage, position))
                {
                    yield return $"S{stage.Id} was ready at {position} and did not start";
                }
            }
        }
    }

    private bool IsLate(StageShape stage, int position)
    {
        var isRepeated = run.Region.Contains(stage.Id);
        var round = isRepeated ? run.RoundBefore(position) : -1;
        return !run.Calls.Any(call => call.Stage.Id == stage.Id && call.Start > round && call.Start < position)
            && stage.Producers.All(taken =>
                run.LastCompleted(taken, position) is { } producer
                && (!run.Region.Contains(taken) || producer.Start > run.RoundBefore(position))
                && (!run.Region.Contains(taken) || isRepeated || run.HasPassed(position))
            );
    }

    private static Invocation? Given(Invocation invocation, int index) => invocation.Arguments[index].Item?.Call;

    private static string Text(StageCall call) => call.Invocation?.ToString() ?? $"S{call.Stage.Id}";
}
