using System.Diagnostics;
using Sluice.CompilerServices;

namespace Sluice.Tests.Results;

/// <summary>The texts of results and reports, in a culture that has other formats.</summary>
public sealed class ReportTextTests : IDisposable
{
    private static readonly Exception Failure = new InvalidDataException("no\nmoney");

    private readonly IDisposable _culture = HostileCulture.Enter();

    public void Dispose() => _culture.Dispose();

    public static TheoryData<StageReport, string> Stages { get; } =
        new()
        {
            { Report(StageStatus.NotStarted, attempts: 0), "Save: not started" },
            { Report(StageStatus.NotStarted, attempts: 2), "Save: not started after 2 attempts" },
            { Report(StageStatus.Completed), "Save: completed" },
            { Report(StageStatus.Completed, 0), "Save: completed in 0 ms" },
            { Report(StageStatus.Completed, 0.0123), "Save: completed in 0.012 ms" },
            { Report(StageStatus.Completed, 999.9, attempts: 3), "Save: completed in 999.9 ms after 3 attempts" },
            { Report(StageStatus.Completed, 1_000), "Save: completed in 1 s" },
            { Report(StageStatus.Completed, 1_234_567.8), "Save: completed in 1234.568 s" },
            { Report(StageStatus.Completed, attempts: 1_234_567), "Save: completed after 1234567 attempts" },
            { Report(StageStatus.Skipped, reason: "too\nsmall", attempts: 0), "Save: skipped: too small" },
            { Report(StageStatus.Skipped, 2, reason: "too small"), "Save: skipped in 2 ms: too small" },
            {
                Report(StageStatus.Failed, 20.5, attempts: 3, error: Failure),
                "Save: failed in 20.5 ms after 3 attempts: InvalidDataException: no money"
            },
            {
                Report(StageStatus.Cancelled, 1, error: new OperationCanceledException("stopped")),
                "Save: cancelled in 1 ms: stopped"
            },
            { Report(StageStatus.Cancelled, error: new RunCancelledException("enough")), "Save: cancelled: enough" },
            { Report(StageStatus.Completed) with { Name = "first.\nLoad" }, "first. Load: completed" },
        };

    [Theory]
    [MemberData(nameof(Stages))]
    public void A_stage_is_one_line(StageReport stage, string expected) => Assert.Equal(expected, stage.ToString());

    [Fact]
    public void A_report_is_one_line_for_each_stage_and_for_each_further_failure()
    {
        var report = Build();
        report.Add([new IOException("disk full")], Failure);

        Assert.Equal(
            """
            Load: completed
            Choose: skipped: nothing to choose
            Charge: failed after 2 attempts: InvalidDataException: no money
            Close: not started
            further failure: IOException: disk full
            observer failed: NotSupportedException: not now
            """.ReplaceLineEndings("\n"),
            report.ToString()
        );
    }

    [Fact]
    public void A_report_without_stages_is_empty() =>
        Assert.Equal("", new RunReportBuilder(new ReportedStages("P", [], [])).ToReport().ToString());

    [Fact]
    public void A_result_names_the_stage_that_ended_the_run()
    {
        Assert.Equal(
            "failed in stage 'Charge': InvalidDataException: no money",
            new PipelineResult<double>(Outcome.Fail(Failure), Build()).ToString()
        );
        var cancelled = new RunCancelledException("enough");
        Assert.Equal(
            "cancelled in stage 'Charge': enough",
            new PipelineResult<double>(new Outcome(OutcomeStatus.Cancelled, cancelled), Build(cancelled)).ToString()
        );
    }

    [Fact]
    public void A_result_that_no_stage_ended_is_its_outcome()
    {
        Assert.Equal("-1.5", new PipelineResult<double>(-1.5, Build()).ToString());
        Assert.Equal("(-1.5, 2)", new PipelineResult<(double, int)>((-1.5, 2), Build()).ToString());
        Assert.Equal("skipped: too small", new PipelineResult<double>(Outcome.Skip("too small"), Build()).ToString());
        Assert.Equal(
            "failed: TimeoutException: too late",
            new PipelineResult<double>(Outcome.Fail(new TimeoutException("too late")), Build()).ToString()
        );
    }

    [Fact]
    public void A_debugger_shows_how_many_stages_ended_in_which_way()
    {
        Assert.Equal("1 not started, 1 completed, 1 skipped, 1 failed", Build().Summary);
        Assert.Equal("no stages", new RunReportBuilder(new ReportedStages("P", [], [])).ToReport().Summary);
        Assert.Equal("{Summary,nq}", Attribute<DebuggerDisplayAttribute>(typeof(RunReport)).Value);
    }

    [Fact]
    public void A_debugger_shows_the_stages_and_their_outputs()
    {
        var report = Build();

        var view = new RunReportDebugView(report);

        Assert.Equal(
            typeof(RunReportDebugView).AssemblyQualifiedName,
            Attribute<DebuggerTypeProxyAttribute>(typeof(RunReport)).ProxyTypeName
        );
        Assert.Equal(report.Stages, view.Stages);
        Assert.Equal([KeyValuePair.Create("Load", (object?)"loaded")], view.Outputs);
        Assert.Empty(view.FurtherFailures);
        Assert.Same(report.ObserverFailure, view.ObserverFailure);
    }

    private static T Attribute<T>(Type type)
        where T : Attribute => Assert.IsType<T>(System.Attribute.GetCustomAttribute(type, typeof(T)));

    private static StageReport Report(
        StageStatus status,
        double? milliseconds = null,
        int attempts = 1,
        Exception? error = null,
        string? reason = null
    ) =>
        new("Save", status, milliseconds is { } time ? TimeSpan.FromMilliseconds(time) : null, attempts, error, reason);

    // The third stage ends with the exception; the run ends before the fourth.
    private static RunReport Build(Exception? error = null)
    {
        var builder = new RunReportBuilder(
            new ReportedStages("P", ["Load", "Choose", "Charge", "Close"], [0, 1, 2, 3])
        );
        error ??= Failure;
        builder.Stage(0, StageEnd.Settled, "loaded");
        builder.Stage(1, StageEnd.Settled, "", skipped: "nothing to choose");
        builder.Stage(
            2,
            new StageEnd(hasEnded: false, error, isCancellation: error is RunCancelledException, 0),
            0,
            calls: 2
        );
        return builder.ToReport(new NotSupportedException("not now"));
    }
}
