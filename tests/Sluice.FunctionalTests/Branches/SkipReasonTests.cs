namespace Sluice.FunctionalTests.Branches;

/// <summary>
/// If a stage depends on several conditions, the reason of its skip is the condition that does not hold, not that no stage needs it.
/// </summary>
public sealed partial class SkipReasonTests
{
    public static TheoryData<bool, bool, string> Cases() =>
        new()
        {
            { true, true, "joined" },
            { true, false, "'y' is false" },
            { false, true, "'x' is false" },
            { false, false, "'x' is false" },
        };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task An_output_behind_two_conditions_says_which_does_not_hold(bool x, bool y, string expected)
    {
        Assert.Equal(expected, Text(new Line().Run(x, y)));
        Assert.Equal(expected, Text(await new Sequence().RunAsync(x, y)));
        Assert.Equal(expected, Text(await new Concurrent().RunAsync(x, y)));
        Assert.Equal(
            [Lowering.StraightLine, Lowering.Sequential, Lowering.Concurrent],
            new[] { Line.Graph, Sequence.Graph, Concurrent.Graph }.Select(graph => graph.EntryPoints[0].Lowering)
        );
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_merge_of_such_stages_says_which_does_not_hold(bool x, bool y, string expected) =>
        Assert.Equal(expected, Text(new Merged().Run(x, y, z: false)));

    [Theory]
    [InlineData(true, true, null)]
    [InlineData(true, false, null)]
    [InlineData(false, true, null)]
    [InlineData(false, false, "'x' is false")]
    public void What_several_branches_need_says_which_condition_does_not_hold(bool x, bool y, string? expected) =>
        Assert.Equal(expected, new Branches().Run(x, y).Stages.Single(stage => stage.Name == "Load").Reason);

    [Theory]
    [InlineData(false, false, "'HasRoute' is false")]
    [InlineData(true, false, "'Route' is false")]
    [InlineData(true, true, null)]
    public void A_condition_that_was_skipped_itself_hands_its_reason_on(bool x, bool y, string? expected)
    {
        var stages = new Nested().Run(x, y).Stages;

        Assert.Equal(expected, stages.Single(stage => stage.Name == "Load").Reason);
        Assert.Equal(expected, stages.Single(stage => stage.Name == "Show").Reason);
    }

    private static string Text(Optional<string> output) => output.HasValue ? output.Value : output.Reason!;

    [Pipeline]
    private sealed partial class Line
    {
        public partial Optional<string> Run(bool x, bool y);

        [Stage, When("x")]
        private static Left Left() => new();

        [Stage, When("y")]
        private static Right Right() => new();

        [Stage]
        private static string Join(Left left, Right right) => left is null || right is null ? "" : "joined";
    }

    [Pipeline]
    private sealed partial class Sequence
    {
        public partial ValueTask<Optional<string>> RunAsync(bool x, bool y);

        [Stage, When("x")]
        private static Left Left() => new();

        [Stage, When("y")]
        private static Right Right() => new();

        [Stage]
        private static async Task<string> JoinAsync(Left left, Right right)
        {
            await Task.Yield();
            return left is null || right is null ? "" : "joined";
        }
    }

    [Pipeline]
    private sealed partial class Concurrent
    {
        public partial ValueTask<Optional<string>> RunAsync(bool x, bool y);

        [Stage, When("x")]
        private static async Task<Left> LeftAsync()
        {
            await Task.Yield();
            return new Left();
        }

        [Stage, When("y")]
        private static async Task<Right> RightAsync()
        {
            await Task.Yield();
            return new Right();
        }

        [Stage]
        private static string Join(Left left, Right right) => left is null || right is null ? "" : "joined";
    }

    [Pipeline]
    private sealed partial class Merged
    {
        [return: From(nameof(Join), nameof(Replace))]
        public partial Optional<string> Run(bool x, bool y, bool z);

        [Stage, When("x")]
        private static Left Left() => new();

        [Stage, When("y")]
        private static Right Right() => new();

        [Stage]
        private static string Join(Left left, Right right) => left is null || right is null ? "" : "joined";

        [Stage, When("z")]
        private static string Replace(Right right) => right is null ? "" : "replaced";
    }

    [Pipeline]
    private sealed partial class Branches
    {
        [return: From(nameof(Show))]
        public partial PipelineResult<string> Run(bool x, bool y);

        [Stage]
        private static Source Load() => new();

        [Stage, When("x")]
        private static Left Left(Source source) => source is null ? null! : new Left();

        [Stage, When("y")]
        private static Right Right(Source source) => source is null ? null! : new Right();

        [Stage]
        private static string Show(Left? left, Right? right) => $"{left}{right}";
    }

    [Pipeline]
    private sealed partial class Nested
    {
        public partial PipelineResult<string> Run(bool x, bool y);

        private static bool HasRoute([From("x")] bool value) => value;

        [Stage, When(nameof(HasRoute))]
        private static bool Route([From("y")] bool value) => value;

        [Stage]
        private static Source Load() => new();

        [Stage, When(nameof(Route))]
        private static string Show(Source source) => source is null ? "" : "shown";
    }

    private sealed record Source;

    private sealed record Left;

    private sealed record Right;
}
