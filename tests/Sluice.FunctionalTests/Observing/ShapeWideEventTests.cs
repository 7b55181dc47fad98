using Sluice.FunctionalTests.Shapes;
using Sluice.Tests.Shared.Runs;

namespace Sluice.FunctionalTests.Observing;

/// <summary>Case 42: one line for each stage and one for the run, for every shape.</summary>
public sealed class ShapeWideEventTests
{
    private readonly WrittenLines _written = new();

    public static TheoryData<Shape> Shapes() => [.. Enum.GetValues<Shape>()];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_run_has_a_line_for_each_stage_and_then_its_own(Shape shape)
    {
        var run = new ShapeRun(shape, isObserved: true) { Context = new RunContext { UserId = "ada" } };

        Assert.Equal(ShapeRun.Expected, run.ToEnd(_written.Observer).Value);

        // Long shapes have additional stages that do nothing.
        Assert.Equal(
            run.Script.Entries.Select(stage => $"{stage} completed").Append("run succeeded"),
            _written.Statuses.Where(line => !line.StartsWith("Fill", StringComparison.Ordinal))
        );
        Assert.Distinct(_written.Statuses);
        foreach (var line in _written.Objects)
        {
            Assert.Equal(1, line.GetProperty("schema_version").GetInt32());
            Assert.Equal(run.Context.RunId, line.GetProperty("run_id").GetGuid());
            Assert.Equal("ada", line.GetProperty("user_id").GetString());
            Assert.True(line.GetProperty("duration_ms").GetDouble() >= 0);
            Assert.False(line.TryGetProperty("error_type", out _));
            Assert.False(line.TryGetProperty("events_missing", out _));
        }

        Assert.Equal(_written.Lines.Count - 1, _written.Run().GetProperty("stages_completed").GetInt32());
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_run_that_fails_says_so_and_where(Shape shape)
    {
        var run = new ShapeRun(shape, isObserved: true);
        run.Script.FailIn("Left", new InvalidDataException("No left."));

        var end = run.ToEnd(_written.Observer);

        Assert.Equal("No left.", end.Exception!.Message);
        var stage = _written.Stage("Left");
        Assert.Equal("failed", stage.GetProperty("status").GetString());
        Assert.Equal("System.IO.InvalidDataException", stage.GetProperty("error_type").GetString());
        Assert.Equal("No left.", stage.GetProperty("error_message").GetString());
        var line = _written.Run();
        Assert.Equal("failed", line.GetProperty("status").GetString());
        Assert.Equal("Left", line.GetProperty("failed_stage").GetString());
        Assert.Equal("No left.", line.GetProperty("error_message").GetString());
        Assert.Equal(1, line.GetProperty("stages_failed").GetInt32());
        AssertCountsAgreeWithReport(end.Report);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_run_that_is_cancelled_says_so(Shape shape)
    {
        using var source = new CancellationTokenSource();
        var run = new ShapeRun(shape, isObserved: true) { Token = source.Token };
        run.Script.In(
            "Load",
            context =>
            {
                source.Cancel();
                context.CancellationToken.ThrowIfCancellationRequested();
            }
        );

        var end = run.ToEnd(_written.Observer);

        Assert.IsAssignableFrom<OperationCanceledException>(end.Exception);
        Assert.Equal(["Load cancelled", "run cancelled"], _written.Statuses);
        AssertCountsAgreeWithReport(end.Report);
    }

    // The report and the lines are created independently, so they must agree.
    private void AssertCountsAgreeWithReport(RunReport? report)
    {
        var run = _written.Run();
        foreach (
            var status in new[]
            {
                StageStatus.Completed,
                StageStatus.Skipped,
                StageStatus.Failed,
                StageStatus.Cancelled,
            }
        )
        {
#pragma warning disable CA1308 // The lines contain the names in lower case.
            var name = status.ToString().ToLowerInvariant();
#pragma warning restore CA1308
            var lines = _written.Statuses.Count(line =>
                line.EndsWith($" {name}", StringComparison.Ordinal)
                && !line.StartsWith("run ", StringComparison.Ordinal)
            );
            Assert.Equal(lines, run.GetProperty($"stages_{name}").GetInt32());
            if (report is not null)
            {
                Assert.Equal(report.Stages.Count(stage => stage.Status == status), lines);
            }
        }
    }
}
