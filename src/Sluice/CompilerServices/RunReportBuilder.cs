using System.ComponentModel;

namespace Sluice.CompilerServices;

/// <summary>Gathers what became of the stages of a run that is over. Emitted code uses it where somebody will read the report.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class RunReportBuilder
{
    private readonly ReportedStages _stages;
    private readonly StageReport[] _reports;
    private readonly object?[] _values;

    /// <summary>Begins a report in which no stage has started.</summary>
    /// <param name="stages">The stages of the entry point.</param>
    public RunReportBuilder(ReportedStages stages)
    {
        ArgumentNullException.ThrowIfNull(stages);
        _stages = stages;
        _values = new object?[stages.Names.Length];
        _reports = new StageReport[stages.Names.Length];
        for (var index = 0; index < _reports.Length; index++)
        {
            _reports[index] = new StageReport(stages.Names[index], StageStatus.NotStarted, null, 0, null, null);
        }
    }

    /// <summary>Says that a stage ended.</summary>
    /// <typeparam name="T">The type of its output.</typeparam>
    /// <param name="index">Its index in the report.</param>
    /// <param name="value">Its output; for an effect, anything.</param>
    /// <param name="duration">How long it took, where that was measured.</param>
    public void Completed<T>(int index, T value, TimeSpan? duration = null)
    {
        _values[index] = value;
        _reports[index] = _reports[index] with { Status = StageStatus.Completed, Attempts = 1, Duration = duration };
    }

    /// <summary>Says that a stage was skipped, or produced nothing.</summary>
    /// <param name="index">Its index in the report.</param>
    /// <param name="reason">Why.</param>
    /// <param name="attempts">How often it was called.</param>
    /// <param name="duration">How long it took, where it was called and that was measured.</param>
    public void Skipped(int index, string reason, int attempts = 0, TimeSpan? duration = null) =>
        _reports[index] = _reports[index] with
        {
            Status = StageStatus.Skipped,
            Reason = reason,
            Attempts = attempts,
            Duration = duration,
        };

    /// <summary>Says that a stage failed or was cancelled.</summary>
    /// <param name="index">Its index in the report.</param>
    /// <param name="error">What it threw.</param>
    /// <param name="isCancellation">Whether that is a cancellation.</param>
    /// <param name="duration">How long it took, where that was measured.</param>
    public void Failed(int index, Exception error, bool isCancellation, TimeSpan? duration = null) =>
        _reports[index] = _reports[index] with
        {
            Status = isCancellation ? StageStatus.Cancelled : StageStatus.Failed,
            Error = error,
            Attempts = 1,
            Duration = duration,
        };

    /// <summary>Gives the report. The builder must not be used afterwards.</summary>
    /// <returns>The report.</returns>
    public RunReport ToReport() => new(_stages, _reports, _values);
}
