using Sluice.FunctionalTests.Harness;
using Sluice.FunctionalTests.Values;

namespace Sluice.FunctionalTests.Results;

/// <summary>Outputs that may be absent, in every form in which an entry point can declare one.</summary>
public sealed partial class AbsentOutputTests
{
    [Theory]
    [Paces(true)]
    [Paces(false)]
    public void An_output_may_be_absent_in_each_form(Pace pace, bool exists)
    {
        var steps = new Steps(pace);
        var (straight, waiting) = (new Straight(steps), new Waiting(steps));

        var optional = steps.Finish(
            pace == Pace.StraightLine ? new(straight.Optionally(exists)) : waiting.OptionallyAsync(exists)
        );
        var outcome = steps.Finish(
            pace == Pace.StraightLine ? new(straight.AsOutcome(exists)) : waiting.AsOutcomeAsync(exists)
        );
        var nullable = steps.Finish(
            pace == Pace.StraightLine ? new(straight.Nullable(exists)) : waiting.NullableAsync(exists)
        );
        var text = steps.Finish(pace == Pace.StraightLine ? new(straight.Text(exists)) : waiting.TextAsync(exists));
        var several = steps.Finish(
            pace == Pace.StraightLine ? new(straight.Several(exists)) : waiting.SeveralAsync(exists)
        );

        Assert.Equal(exists ? new First(1) : null, nullable);
        Assert.Equal(exists ? "text" : null, text);
        Assert.Equal((exists, exists), (optional.HasValue, outcome.HasValue));
        Assert.Equal(exists ? null : "'exists' is false", optional.Reason);
        Assert.Equal(exists ? null : "'exists' is false", outcome.Reason);
        Assert.Equal((optional, nullable, text, new Second(2)), several);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_nested_pipeline_may_produce_nothing(bool exists)
    {
        var outer = new Outer(new Inner());

        var (optional, result, first) = await outer.RunAsync(exists);

        Assert.Equal(exists ? "1" : "none", optional);
        Assert.Equal(exists ? "Succeeded" : "Skipped", result);
        Assert.Equal(exists, first.HasValue);
        Assert.Equal(exists ? null : "'exists' is false", first.Reason);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_nested_pipelines_failure_is_its_stages_failure(bool isHandled)
    {
        var failure = new InvalidDataException();
        var outer = new OuterOfFailure(new Failing());

        if (isHandled)
        {
            Assert.Same(failure, await outer.HandleAsync(failure));
        }
        else
        {
            Assert.Same(
                failure,
                await Assert.ThrowsAsync<InvalidDataException>(() => outer.FailAsync(failure).OrHang())
            );
            Assert.NotNull(RunFailure.Of(failure)!.Report);
            Assert.True(OuterOfFailure.StagesOf(RunFailure.Of(failure)!.Report!).Run.Exception == failure);
        }
    }

    [Pipeline]
    private sealed partial class Straight(Steps steps)
    {
        public partial Optional<First> Optionally(bool exists);

        public partial Outcome<First> AsOutcome(bool exists);

        public partial First? Nullable(bool exists);

        public partial string? Text(bool exists);

        public partial (Optional<First> First, First? Nullable, string? Text, Second Second) Several(bool exists);

        [Stage, When("exists")]
        private First Make() => steps.Note("Make", new First(1));

        [Stage, When("exists")]
        private string MakeText() => steps.Note("MakeText", "text");

        [Stage]
        private Second Second() => steps.Note("Second", new Second(2));
    }

    [Pipeline]
    private sealed partial class Waiting(Steps steps)
    {
        public partial ValueTask<Optional<First>> OptionallyAsync(bool exists);

        public partial ValueTask<Outcome<First>> AsOutcomeAsync(bool exists);

        public partial ValueTask<First?> NullableAsync(bool exists);

        public partial ValueTask<string?> TextAsync(bool exists);

        public partial ValueTask<(Optional<First> First, First? Nullable, string? Text, Second Second)> SeveralAsync(
            bool exists
        );

        [Stage, When("exists")]
        private ValueTask<First> MakeAsync() => steps.NoteAsync("Make", new First(1));

        [Stage, When("exists")]
        private ValueTask<string> MakeTextAsync() => steps.NoteAsync("MakeText", "text");

        [Stage]
        private ValueTask<Second> SecondAsync() => steps.NoteAsync("Second", new Second(2));
    }

    [Pipeline]
    public sealed partial class Inner
    {
        public partial Optional<First> Find(bool exists);

        public partial ValueTask<PipelineResult<Second>> TryAsync(bool exists);

        [Stage, When("exists")]
        private static First First() => new(1);

        [Stage, When("exists")]
        private static async Task<Second> SecondAsync()
        {
            await Task.Yield();
            return new(2);
        }
    }

    [Pipeline]
    private sealed partial class Outer([Stages] Inner inner)
    {
        public partial ValueTask<(string Describe, string Report, Optional<First> First)> RunAsync(bool exists);

        [Stage]
        private static string Describe(First? first) => first is { } value ? $"{value.Number}" : "none";

        [Stage]
        private static string Report(PipelineResult<Second> result) => $"{result.Outcome.Status}";
    }

    [Pipeline]
    public sealed partial class Failing
    {
        public partial ValueTask<First> RunAsync(Exception exception);

        [Stage]
        private static async Task<First> FirstAsync(Exception exception)
        {
            await Task.Yield();
            throw exception;
        }
    }

    [Pipeline]
    private sealed partial class OuterOfFailure([Stages] Failing failing)
    {
        public partial ValueTask<First> FailAsync(Exception exception);

        [return: From(nameof(Handled))]
        public partial Task<Exception> HandleAsync(Exception exception);

        [Stage]
        private static Exception Handled(Outcome<First> first) => first.Exception!;
    }
}
