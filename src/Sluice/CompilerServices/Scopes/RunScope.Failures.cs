namespace Sluice.CompilerServices;

/// <content>
/// The failures beside the exception that the run ends with. They belong to this run, even if other runs throw the same object.
/// </content>
public partial class RunScope
{
    private List<Exception>? _failures;
    private RunFailure? _failure;

    /// <summary>Keeps an earlier failure of a stage beside the exception that the stage throws.</summary>
    /// <param name="exception">The exception that is thrown.</param>
    /// <param name="failure">The earlier failure.</param>
    public static void Attach(Exception exception, Exception failure) => RunFailure.AddPart(exception, [failure]);

    /// <summary>Keeps the details of the run beside the exception that it ends with.</summary>
    /// <param name="exception">The exception.</param>
    /// <param name="report">The report of the run.</param>
    /// <param name="failures">The failures of stages that the run went on after.</param>
    public void Attach(Exception exception, RunReport report, StageFailures failures = default) =>
        _failure = RunFailure.Attach(exception, report, failures.Without(exception));

    /// <summary>Adds the failure of a compensation or a clean-up of a run that has failed.</summary>
    /// <param name="failure">The failure.</param>
    internal void AddFailure(Exception failure)
    {
        lock (Gate)
        {
            (_failures ??= []).Add(failure);
        }
    }

    /// <summary>The report of the run if it has failed and the report was made; otherwise <see langword="null"/>.</summary>
    private protected RunReport? Report => _failure?.Report;

    /// <summary>Adds the failures of compensations and clean-ups to the details of the run.</summary>
    /// <param name="exception">The exception that the run ends with, or <see langword="null"/>.</param>
    /// <param name="report">The report of the run, if it was made and is not kept beside the exception yet.</param>
    /// <returns>The details of a run that failed; <see langword="null"/> if they are not kept beside the exception yet.</returns>
    internal RunFailure? KeepFailures(Exception? exception, RunReport? report = null)
    {
        var failures = _failures;
        _failures = null;
        if ((report ?? Report) is { } known)
        {
            known.Add(failures ?? [], exception);
        }
        else if (exception is not null && (_failure is null || failures is not null))
        {
            _failure = RunFailure.Attach(exception, report: null, failures);
        }

        return _failure;
    }
}
