using Sluice.FunctionalTests.Harness;
using Sluice.FunctionalTests.Values;

namespace Sluice.FunctionalTests.Branches;

/// <summary>
/// Plain methods as conditions: they are evaluated like stages, with their own dependencies, but they are not visible as stages.
/// </summary>
public sealed partial class ConditionMethodTests
{
    [Theory]
    [Paces(5)]
    [Paces(50)]
    public void A_condition_method_has_its_own_dependencies_and_is_asked_once(Pace pace, int number)
    {
        var steps = new Steps(pace);

        var result = steps.Finish(
            pace == Pace.StraightLine ? new(new Plain(steps).Run(number)) : new Waiting(steps).RunAsync(number)
        );

        Assert.Equal(number > 10 ? number * 2 : -1, result.ValueOr(new Second(-1)).Number);
        Assert.Equal(number > 10 ? ["IsLarge", "Measure", "Twice", "Twofold"] : ["IsLarge", "Measure"], steps.Sorted);
    }

    [Theory]
    [InlineData(5, "static Small")]
    [InlineData(50, "instance Large")]
    public async Task Condition_methods_belong_to_the_source_of_the_stage(int number, string expected)
    {
        var steps = new Steps(Pace.AtOnce);

        Assert.Equal(expected, await new Spread(new Sizing(steps)).RunAsync(number));
        Assert.Equal(["Sizing.IsLarge"], steps.Entries);
    }

    [Fact]
    public async Task A_condition_method_may_take_a_token_a_context_and_a_value_that_may_be_absent()
    {
        using var source = new CancellationTokenSource();
        var pipeline = new Curious();

        Assert.Equal("ran", (await pipeline.RunAsync(3, source.Token)).Value);
        Assert.Equal(source.Token, pipeline.Token);
        Assert.Equal("Fits", pipeline.StageName);
        Assert.False((await pipeline.RunAsync(-3, source.Token)).HasValue);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_condition_method_that_throws_fails_the_run(bool waits)
    {
        var failure = new InvalidDataException();
        var gate = waits ? new Gate() : Gate.Failed(failure);

        var run = new Failing().RunAsync(gate).AsTask();
        if (waits)
        {
            gate.Fail(failure);
        }

        Assert.Same(failure, await Assert.ThrowsAsync<InvalidDataException>(() => run.OrHang()));
    }

    public sealed class Sizing(Steps steps)
    {
        [Stage, When(nameof(IsLarge))]
        public string Large(int number) => number > 0 ? "instance Large" : "";

        public ValueTask<bool> IsLarge(int number) => steps.NoteAsync("Sizing.IsLarge", number > 10);
    }

    public static class SmallSizing
    {
        [Stage, When(nameof(IsSmall))]
        public static string Small(int number) => number > 0 ? "static Small" : "";

        public static bool IsSmall(int number) => number <= 10;
    }

    [Pipeline, Stages(typeof(SmallSizing))]
    private sealed partial class Spread([Stages] Sizing sizing)
    {
        [return: From("Large", "Small")]
        public partial ValueTask<Optional<string>> RunAsync(int number);
    }

    [Pipeline]
    private sealed partial class Plain(Steps steps)
    {
        public partial Optional<Second> Run(int number);

        [Stage]
        private First Measure(int number) => steps.Note("Measure", new First(number));

        private bool IsLarge(First first) => steps.Note("IsLarge", first.Number > 10);

        [Stage, When(nameof(IsLarge))]
        private Third Twofold(First first) => steps.Note("Twofold", new Third(first.Number));

        [Stage, When(nameof(IsLarge))]
        private Second Twice(Third third, First first) => steps.Note("Twice", new Second(first.Number + third.Number));
    }

    [Pipeline]
    private sealed partial class Waiting(Steps steps)
    {
        public partial ValueTask<Optional<Second>> RunAsync(int number);

        [Stage]
        private ValueTask<First> MeasureAsync(int number) => steps.NoteAsync("Measure", new First(number));

        private async Task<bool> IsLargeAsync(First first) =>
            await steps.NoteAsync("IsLarge", first.Number > 10).ConfigureAwait(false);

        [Stage, When(nameof(IsLargeAsync))]
        private ValueTask<Third> TwofoldAsync(First first) => steps.NoteAsync("Twofold", new Third(first.Number));

        [Stage, When(nameof(IsLargeAsync))]
        private ValueTask<Second> TwiceAsync(Third third, First first) =>
            steps.NoteAsync("Twice", new Second(first.Number + third.Number));
    }

    [Pipeline]
    private sealed partial class Curious
    {
        public CancellationToken Token { get; private set; }

        public string? StageName { get; private set; }

        public partial ValueTask<Optional<string>> RunAsync(int number, CancellationToken token);

        [Stage]
        private static Optional<First> Positive(int number) =>
            number > 0 ? new First(number) : Optional.Skip("it is negative");

        private async ValueTask<bool> FitsAsync(Optional<First> first, StageContext context, CancellationToken token)
        {
            await Task.CompletedTask;
            (Token, StageName) = (token, context.StageName);
            return first.HasValue;
        }

        [Stage, When(nameof(FitsAsync))]
        private static string Run() => "ran";
    }

    [Pipeline]
    private sealed partial class Failing
    {
        public partial ValueTask<Optional<string>> RunAsync(Gate gate);

        private static async Task<bool> AsksAsync(Gate gate) => await gate.WaitAsync() > 0;

        [Stage, When(nameof(AsksAsync))]
        private static string Run() => "ran";
    }
}
