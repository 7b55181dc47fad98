using Sluice.DifferentialTests.Probing;
using Sluice.DifferentialTests.Recovery.Execution;
using Sluice.DifferentialTests.Recovery.Probing;
using Sluice.DifferentialTests.Recovery.Reference;

namespace Sluice.DifferentialTests.Recovery.Harness;

/// <summary>Changes the record of a right run into one of a run in which something went wrong.</summary>
internal static class MistakenRecord
{
    /// <summary>Gives the changed record, or <see langword="null"/> if the run leaves no room for the mistake.</summary>
    public static RecoveryRecord? Of(RecoveryRecord record, RecoveryMistake mistake)
    {
        var (run, observation) = (record.Outermost(), record.Observation);
        return mistake switch
        {
            RecoveryMistake.LosesFurtherFailure => observation
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
            RecoveryMistake.TellsOfAStranger => observation.Failure is null
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
            RecoveryMistake.UndoesTwice => First(TrialEvent.UndoStarted) is { } undone
                ? record with
                {
                    Trace = [.. record.Trace, undone],
                }
                : null,
            RecoveryMistake.ForgetsToUndo => run.Entries.Any(position =>
                record.Trace[position].Kind == TrialEvent.UndoStarted
            )
                ? record with
                {
                    Trace =
                    [
                        .. record.Trace.Where(entry =>
                            entry.Kind != TrialEvent.UndoStarted || entry.Step!.Run != record.Run
                        ),
                    ],
                }
                : null,
            RecoveryMistake.ForgetsToCleanUp => Without(TrialEvent.CleanUpStarted),
            RecoveryMistake.GivesAnotherPart => observation.Output is { } output
            && run.Calls.FirstOrDefault(call => call.Made is { } made && made != output.Step)?.Made is { } other
                ? With(observation with { Output = new Part<object>(other) })
                : null,
            RecoveryMistake.CallsTwice => First(TrialEvent.Started) is { } started
                ? record with
                {
                    Trace = [.. record.Trace, started],
                }
                : null,
            RecoveryMistake.ForgetsARound => run.RepeatedRefusals.FirstOrDefault() is { } refusal
            && run.Failures.All(call => call.Start > refusal.End)
            && record.Trace.All(entry => entry.Kind is not TrialEvent.CallerCancels)
                ? record with
                {
                    Trace = [.. record.Trace.Take(refusal.End + 1)],
                    Observation = new RecoveryObservation(
                        null,
                        new GuardFailedException { Guard = refusal.Stage.Name },
                        observation.Report,
                        []
                    ),
                }
                : null,
            RecoveryMistake.SwallowsFailure => run.HasFailed
                ? With(new RecoveryObservation(null, Report: observation.Report))
                : null,
            RecoveryMistake.ThrowsAnother => run.HasFailed
                ? With(observation with { Failure = new StageFailedException("another") })
                : null,
            _ => observation is { Failure: not null, Report: not null } && run.Failures.Any()
                ? With(observation with { Report = null })
                : null,
        };

        IEnumerable<Exception?> OfTheEnd() =>
            run
                .Entries.Select(position => record.Trace[position])
                .Where(entry => entry.Kind is TrialEvent.UndoFailed or TrialEvent.CleanUpFailed)
                .Select(entry => entry.Exception);

        TrialEntry? First(TrialEvent kind) => record.Trace.FirstOrDefault(entry => entry.Kind == kind);

        RecoveryRecord With(RecoveryObservation changed) => record with { Observation = changed };

        RecoveryRecord? Without(TrialEvent kind) =>
            First(kind) is { } entry ? record with { Trace = [.. record.Trace.Where(other => other != entry)] } : null;
    }
}
