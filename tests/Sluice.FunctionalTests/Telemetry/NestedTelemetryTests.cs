using System.Diagnostics;
using Sluice.FunctionalTests.Harness;

namespace Sluice.FunctionalTests.Telemetry;

/// <summary>The spans of nested runs.</summary>
[Collection(nameof(TelemetryGroup))]
public sealed partial class NestedTelemetryTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_nested_run_is_inside_of_the_stage_that_starts_it_and_says_whose_it_is(bool waits)
    {
        using var spans = new RecordedSpans();
        using var metrics = new RecordedMetrics();
        var context = new RunContext { UserId = "ada" };
        var gate = waits ? new Gate() : Gate.Opened(2);

        var task = new Outer(new Inner()).RunAsync(gate, context).AsTask();
        if (waits)
        {
            gate.Open(2);
        }

        Assert.Equal(4, await task.OrHang());

        var (outer, stage, inner) = (spans["Outer.RunAsync"], spans["Double"], spans["Inner.DoubleAsync"]);
        Assert.Same(outer, stage.Parent);
        Assert.Same(stage, inner.Parent);
        Assert.Same(inner, spans["Wait"].Parent);
        Assert.Equal(outer.TraceId, inner.TraceId);
        Assert.Empty(inner.Links);
        Assert.Equal(context.RunId.ToString(), outer.GetTagItem("sluice.run.id"));
        Assert.Equal(context.RunId.ToString(), inner.GetTagItem("sluice.run.parent_id"));
        Assert.NotEqual(outer.GetTagItem("sluice.run.id"), inner.GetTagItem("sluice.run.id"));
        Assert.Equal("ada", inner.GetTagItem("enduser.id"));
        Assert.Equal(2, metrics["sluice.run.outcomes"].Count);
        Assert.Equal(0, metrics["sluice.run.active"].Sum(measurement => measurement.Value));
    }

    [Fact]
    public async Task What_a_nested_run_failed_with_is_recorded_where_it_was_thrown_and_is_the_status_of_all()
    {
        using var spans = new RecordedSpans();
        var failure = new InvalidDataException("broken");

        await Assert
            .ThrowsAsync<InvalidDataException>(() => new Outer(new Inner()).RunAsync(Gate.Failed(failure)).AsTask())
            .OrHang();

        Assert.Equal(4, spans.All.Count);
        Assert.All(spans.All, span => Assert.Equal(ActivityStatusCode.Error, span.Status));
        Assert.Contains(spans["Wait"].Events, happened => happened.Name == "exception");
        Assert.DoesNotContain(spans["Inner.DoubleAsync"].Events, happened => happened.Name == "exception");
    }

    [Fact]
    public async Task A_nested_run_that_goes_on_after_its_stage_is_linked_to_it()
    {
        using var spans = new RecordedSpans();
        var inner = new Inner();
        var context = await new Starting().RunAsync(1).OrHang();

        Assert.Equal(2, await inner.DoubleAsync(Gate.Opened(1), context).OrHang());

        var nested = spans["Inner.DoubleAsync"];
        Assert.Null(nested.Parent);
        Assert.Equal(spans["Prepare"].Context, Assert.Single(nested.Links).Context);
        Assert.Equal(spans["Starting.RunAsync"].GetTagItem("sluice.run.id"), nested.GetTagItem("sluice.run.parent_id"));
    }

    [Fact]
    public async Task Each_run_of_a_pipeline_that_is_nested_twice_is_inside_of_the_stage_of_its_member()
    {
        using var spans = new RecordedSpans();

        Assert.Equal(
            (4, 4),
            await new Twice(new Inner(), new Inner()).RunAsync(Gate.Opened(2), new RunContext()).OrHang()
        );

        var runs = spans.All.Where(span => span.OperationName == "Inner.DoubleAsync").ToList();
        Assert.Equal(2, runs.Count);
        Assert.Equal(
            [spans["first.Double"], spans["second.Double"]],
            runs.Select(run => run.Parent!).OrderBy(stage => stage.OperationName, StringComparer.Ordinal)
        );
        Assert.NotEqual(runs[0].GetTagItem("sluice.run.id"), runs[1].GetTagItem("sluice.run.id"));
        Assert.Equal(runs[0].GetTagItem("sluice.run.parent_id"), runs[1].GetTagItem("sluice.run.parent_id"));
    }

    [Pipeline, Telemetry]
    public sealed partial class Twice([Stages] Inner first, [Stages] Inner second)
    {
        public partial ValueTask<(long First, long Second)> RunAsync(Gate gate, RunContext context);
    }

    [Pipeline, Telemetry]
    public sealed partial class Inner
    {
        [return: From(nameof(Multiply))]
        public partial ValueTask<long> DoubleAsync(Gate gate, RunContext? context = null);

        [Stage]
        private static async ValueTask<int> WaitAsync(Gate gate) => await gate.WaitAsync();

        [Stage]
        private static long Multiply(int number) => number * 2;
    }

    [Pipeline, Telemetry]
    public sealed partial class Outer([Stages] Inner inner)
    {
        public partial ValueTask<long> RunAsync(Gate gate, RunContext? context = null);
    }

    [Pipeline, Telemetry]
    public sealed partial class Starting
    {
        public partial ValueTask<RunContext> RunAsync(int number);

        [Stage]
        private static async ValueTask<RunContext> PrepareAsync(int number, StageContext context)
        {
            await Task.Yield();
            Assert.Equal(1, number);
            return context.Run.CreateNested();
        }
    }
}
