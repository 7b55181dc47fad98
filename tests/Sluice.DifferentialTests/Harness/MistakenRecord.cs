using Sluice.DifferentialTests.Execution;
using Sluice.DifferentialTests.Probing;
using Sluice.DifferentialTests.Reference.Rules;

namespace Sluice.DifferentialTests.Harness;

/// <summary>Changes the record of a right run into one of a run in which something went wrong.</summary>
internal static class MistakenRecord
{
    /// <summary>Gives the changed record, or <see langword="null"/> if the run leaves no room for the mistake.</summary>
    public static RunRecord? Of(RunRecord record, RecordMistake mistake)
    {
        var (run, observation) = (RuleVerifier.Outermost(record), record.Observation);
        return mistake switch
        {
            RecordMistake.LosesFurtherFailure => observation
                .FurtherFailures?.OfType<StageFailedException>()
                .FirstOrDefault(told => OfTheEnd().Contains(told))
                is { } lost
                ? With(
                    observation with
                    {
                        FurtherFailures = [.. observation.FurtherFailures.Where(told => told != lost)],
                    }
                )
                : null,
            RecordMistake.TellsOfAStranger => observation.Failure is null
                ? null
                : With(
                    observation with
                    {
                        FurtherFailures =
                        [
                            .. observation.FurtherFailures ?? [],
                            new StageFailedException("a stranger's"),
                        ],
                    }
                ),
            RecordMistake.UndoesTwice => First(Happening.UndoStarted) is { } undone
                ? record with
                {
                    Trace = [.. record.Trace, undone],
                }
                : null,
            RecordMistake.ForgetsToUndo => run.Entries.Any(position =>
                record.Trace[position].Kind == Happening.UndoStarted
            )
                ? record with
                {
                    Trace =
                    [
                        .. record.Trace.Where(entry =>
                            entry.Kind != Happening.UndoStarted || entry.Call!.RunId != record.Run.Context.RunId
                        ),
                    ],
                }
                : null,
            RecordMistake.ForgetsToCleanUp => Without(Happening.CleanUpStarted),
            RecordMistake.GivesAnotherPart => observation.Outputs is [{ Item: { } output }]
            && run.Calls.FirstOrDefault(call => call.Made is { } made && made != output.Call)?.Made is { } other
                ? With(observation with { Outputs = [Seen.Of(new Item(record.Run, other.Stage, 0, other))] })
                : null,
            RecordMistake.CallsTwice => First(Happening.Started) is { } started
                ? record with
                {
                    Trace = [.. record.Trace, started],
                }
                : null,
            RecordMistake.ForgetsARound => run.RepeatedRefusals.FirstOrDefault() is { } refusal
            && run.Failures.All(call => call.Start > refusal.End)
            && record.Trace.All(entry => entry.Kind is not Happening.CallerCancels)
                ? record with
                {
                    Trace = [.. record.Trace.Take(refusal.End + 1)],
                    Observation = new Observation(
                        [],
                        new GuardFailedException { Guard = refusal.Stage.Name },
                        observation.Report,
                        []
                    ),
                }
                : null,
            RecordMistake.SwallowsFailure => run.HasFailed
                ? With(new Observation([], Report: observation.Report))
                : null,
            RecordMistake.ThrowsAnother => run.HasFailed
                ? With(observation with { Failure = new StageFailedException("another") })
                : null,
            _ => observation is { Failure: not null, Report: not null } && run.Failures.Any()
                ? With(observation with { Report = null })
                : null,
        };

        IEnumerable<Exception?> OfTheEnd() =>
            run
                .Entries.Select(position => record.Trace[position])
                .Where(entry => entry.Kind is Happening.UndoFailed or Happening.CleanUpFailed)
                .Select(entry => entry.Exception);

        Entry? First(Happening kind) => record.Trace.FirstOrDefault(entry => entry.Kind == kind);

        RunRecord With(Observation changed) => record with { Observation = changed };

        RunRecord? Without(Happening kind) =>
            First(kind) is { } entry ? record with { Trace = [.. record.Trace.Where(other => other != entry)] } : null;
    }
}
