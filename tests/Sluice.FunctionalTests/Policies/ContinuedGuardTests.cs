namespace Sluice.FunctionalTests.Policies;

/// <summary>
/// Guards in runs that continue after failures: a value that its guard has not passed is not taken, whatever else has failed.
/// </summary>
public sealed partial class ContinuedGuardTests
{
    public enum Trouble
    {
        None,
        Refused,
        OtherFails,
        NeededFails,
        Left,
    }

    public static TheoryData<Trouble, bool, string> Runs()
    {
        var runs = new TheoryData<Trouble, bool, string>();
        foreach (var isConcurrent in (bool[])[false, true])
        {
            runs.Add(
                Trouble.None,
                isConcurrent,
                "Draft 2, Facts Completed, Check Completed, Publish Completed, Other Completed"
            );
            runs.Add(
                Trouble.Refused,
                isConcurrent,
                "Draft 3, Facts Completed, Check Failed, Publish 'Check' failed, Other Completed"
            );
            runs.Add(
                Trouble.OtherFails,
                isConcurrent,
                "Draft 2, Facts Completed, Check Completed, Publish Completed, Other Failed"
            );
            runs.Add(
                Trouble.NeededFails,
                isConcurrent,
                "Draft 1, Facts Failed, Check 'Facts' failed, Publish 'Facts' failed, Other Completed"
            );
            runs.Add(
                Trouble.Left,
                isConcurrent,
                "Draft 1, Facts 'HasFacts' is false, Check 'HasFacts' is false, Publish Completed, Other Completed"
            );
        }

        return runs;
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public async Task What_a_guard_has_not_let_pass_is_not_taken(Trouble trouble, bool isConcurrent, string expected)
    {
        var pipeline = new Article(trouble);

        var result = isConcurrent ? await pipeline.RunAsync("topic") : pipeline.Run("topic");

        var stages = result.Stages.ToDictionary(stage => stage.Name);
        Assert.Equal(
            expected,
            string.Join(
                ", ",
                $"Draft {stages["Draft"].Attempts}",
                Describe("Facts"),
                Describe("Check"),
                Describe("Publish"),
                Describe("Other")
            )
        );
        Assert.Equal(stages["Publish"].Status == StageStatus.Completed, pipeline.IsPublished);

        string Describe(string name) => $"{name} {stages[name].Reason ?? stages[name].Status.ToString()}";
    }

    [Fact]
    public void A_guard_that_retries_nothing_lets_nobody_take_what_it_refuses()
    {
        var result = new Plain().Run("topic");

        Assert.Equal("'Check' failed", result.Stages.Single(stage => stage.Name == "Publish").Reason);
    }

    [Fact]
    public async Task A_stage_has_the_attempts_of_the_rounds_in_which_it_was_called()
    {
        var result = await new Routed().RunAsync(1);

        Assert.Equal("late 1", result.Outcome.Value);
        Assert.Equal(
            [("Draft", 3), ("Late", 1), ("Early", 2), ("Check", 3), ("Choose", 1)],
            result.Stages.Where(stage => stage.Name != "IsEarly").Select(stage => (stage.Name, stage.Attempts))
        );
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Values_that_cannot_be_compared_are_what_the_guard_fails_with(bool yields)
    {
        var thrown = await Assert.ThrowsAsync<NotSupportedException>(() =>
            new Incomparable(yields).RunAsync(1).AsTask()
        );

        Assert.IsType<GuardFailedException>(Assert.Single(RunFailure.Of(thrown)!.FurtherFailures));
    }

    public sealed record Draft(int Number);

    public sealed record Facts(int Number);

#pragma warning disable CA1065 // The test is about an exception from Equals.
    public sealed class Odd(int number) : IEquatable<Odd>
    {
        public int Number => number;

        public bool Equals(Odd? other) => throw new NotSupportedException();

        public override bool Equals(object? obj) => Equals(obj as Odd);

        public override int GetHashCode() => number;
    }
#pragma warning restore CA1065

    [Pipeline(OnFailure = FailureMode.Continue)]
    private sealed partial class Article(Trouble trouble)
    {
        private int _drafts;

        public bool IsPublished { get; private set; }

        [return: From(nameof(Publish))]
        public partial PipelineResult<string> Run(string topic);

        [return: From(nameof(Publish))]
        public partial ValueTask<PipelineResult<string>> RunAsync(string topic);

        private bool HasFacts(string topic) => topic.Length > 0 && trouble != Trouble.Left;

        [Stage]
        private Draft Draft(string topic) => new(topic.Length > 0 ? ++_drafts : 0);

        [Stage, When(nameof(HasFacts))]
        private Facts Facts(Draft draft) =>
            trouble == Trouble.NeededFails ? throw new InvalidDataException("facts") : new Facts(draft.Number);

        [Stage, Guard(Retry = nameof(Draft), Attempts = 3)]
        private bool Check(Draft draft, Facts facts) =>
            draft.Number == facts.Number && trouble != Trouble.Refused && draft.Number == 2;

        [Stage]
        private string Publish(Draft draft, Optional<Facts> facts)
        {
            IsPublished = true;
            return $"{draft.Number} {facts}";
        }

        [Stage]
        private void Other(string topic)
        {
            if (trouble == Trouble.OtherFails && topic.Length > 0)
            {
                throw new InvalidDataException("other");
            }
        }
    }

    [Pipeline(OnFailure = FailureMode.Continue)]
    private sealed partial class Plain
    {
        public partial PipelineResult<int> Run(string topic);

        [Stage]
        private static Draft Draft(string topic) => new(topic.Length);

        [Stage, Guard]
        private static bool Check(Draft draft) => draft.Number < 0;

        [Stage]
        private static int Publish(Draft draft) => draft.Number;
    }

    [Pipeline]
    private sealed partial class Routed
    {
        private int _drafts;

        [return: From(nameof(Choose))]
        public partial ValueTask<PipelineResult<string>> RunAsync(int topic);

        [Stage]
        private Draft Draft(int topic) => new(topic + _drafts++);

        [Stage]
        private static bool IsEarly(Draft draft) => draft.Number < 3;

        [Stage, When(nameof(IsEarly))]
        private static long Early(Draft draft) => draft.Number;

        [Stage, Unless(nameof(IsEarly))]
        private static async ValueTask<short> LateAsync(Draft draft, StageContext context)
        {
            await Task.Yield();
            return (short)(draft.Number > 0 ? context.Attempt : 0);
        }

        [Stage, Guard(Retry = nameof(Draft), Attempts = 5)]
        private static bool Check(Optional<long> early, Optional<short> late) => late.HasValue && !early.HasValue;

        [Stage]
        private static string Choose(Optional<long> early, Optional<short> late) =>
            late.TryGetValue(out var number) ? $"late {number}" : $"{early}";
    }

    [Pipeline]
    private sealed partial class Incomparable(bool yields)
    {
        private int _calls;

        public partial ValueTask<string> RunAsync(int input);

        [Stage]
        private async ValueTask<Odd> MakeAsync(int input)
        {
            if (yields)
            {
                await Task.Yield();
            }

            return new Odd(input + _calls++);
        }

        [Stage]
        private async ValueTask<long> BesideAsync(int input)
        {
            if (yields)
            {
                await Task.Yield();
            }

            return input;
        }

        [Stage, Guard(Retry = nameof(MakeAsync), Attempts = 4)]
        private static bool Check(Odd made) => made.Number == 3;

        [Stage]
        private static string Join(Odd made, long beside) => $"{made.Number} {beside}";
    }
}
