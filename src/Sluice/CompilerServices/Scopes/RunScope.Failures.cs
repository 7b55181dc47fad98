namespace Sluice.CompilerServices;

/// <content>What fails beside the exception that the run ends with: it belongs to this run, whoever else throws the same object.</content>
public partial class RunScope
{
    private List<Exception>? _failures;
    private RunFailure? _failure;

    /// <summary>Keeps a failure beside the exception that a stage throws although there was another.</summary>
    /// <param name="exception">What is thrown.</param>
    /// <param name="failure">What the stage failed with first.</param>
    public static void Attach(Exception exception, Exception failure) => RunFailure.AddPart(exception, [failure]);

    /// <summary>Keeps what is known of the run beside the exception that it ends with.</summary>
    /// <param name="exception">The exception.</param>
    /// <param name="report">What became of the stages.</param>
    /// <param name="failures">What stages failed with before the run ended.</param>
    public void Attach(Exception exception, RunReport report, StageFailures failures = default) =>
        _failure = RunFailure.Attach(exception, report, failures.Without(exception));

    /// <summary>Adds what failed after the run had: a compensation or a clean-up.</summary>
    /// <param name="failure">What it failed with.</param>
    public void AddFailure(Exception failure)
    {
        lock (Gate)
        {
            (_failures ??= []).Add(failure);
        }
    }

    /// <summary>What became of the stages of the run that failed, where it is at hand.</summary>
    private protected RunReport? Report => _failure?.Report;

    /// <summary>Adds what failed last to what is known of the run.</summary>
    /// <param name="exception">What the run ends with, or <see langword="null"/>.</param>
    /// <param name="report">What became of the stages, where it is at hand and not kept beside the exception yet.</param>
    /// <returns>What is known of a run that failed; <see langword="null"/> where it is not kept beside the exception yet.</returns>
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
