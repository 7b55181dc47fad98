using Sluice.Compiler.Lower;
using Sluice.Compiler.Model;
using Sluice.Compiler.Tests.Plan;

namespace Sluice.Compiler.Tests.Lower;

/// <summary>The programs that the emitter prints, without a line of their text.</summary>
public sealed class LoweringTests
{
    private const string Diamond = """
        public partial ValueTask<D> RunAsync(A a, CancellationToken token);
        [Stage] static ValueTask<B> LeftAsync(A a) => default;
        [Stage] static ValueTask<C> RightAsync(A a) => default;
        [Stage] static D Join(B b, C c) => new();
        """;

    [Fact]
    public void A_synchronous_stage_has_the_fewest_steps()
    {
        var stage = Stage("public partial B Run(A a); [Stage] static B Make(A a) => new();", "Make");

        Assert.Equal(
            [
                [],
                [StageStep.MarkStarted],
                [],
                [StageStep.Take],
            ],
            Steps(stage)
        );
    }

    [Fact]
    public void A_token_is_asked_and_a_task_is_begun()
    {
        var stage = Stage(Diamond, "Left");

        Assert.Equal(
            [
                [],
                [StageStep.Enter],
                [StageStep.Call],
                [StageStep.Take],
            ],
            Steps(stage)
        );
    }

    [Fact]
    public void An_offloaded_stage_asks_for_cancellation_on_both_threads()
    {
        var stage = Stage(
            "public partial ValueTask<B> RunAsync(A a, CancellationToken token); [Stage, Offload] static B Make(A a) => new();",
            "Make"
        );

        Assert.Equal([StageStep.CheckCancelled, StageStep.Offload, StageStep.Enter], stage.Steps.Entering);
    }

    [Fact]
    public void A_stage_with_a_condition_is_decided_and_keeps_a_reason()
    {
        var stage = Stage(
            """
            public partial Optional<B> Run(A a);
            static bool IsOpen(A a) => true;
            [Stage, When(nameof(IsOpen))] static B Make(A a) => new();
            """,
            "Make"
        );

        Assert.Equal([StageStep.Decide], stage.Steps.Deciding);
        Assert.Equal([SlotKind.Output, SlotKind.Skipped], stage.ValueSlots.Select(slot => slot.Kind));
        var condition = Assert.Single(stage.Skip!.Conditions);
        Assert.Equal((ConditionTest.IsTrue, "'IsOpen' is false"), (condition.Test, condition.Reason));
    }

    [Fact]
    public void A_result_measures_each_stage()
    {
        var program = Only("public partial PipelineResult<B> Run(A a); [Stage] static B Make(A a) => new();");

        var stage = Assert.Single(program.Stages);
        Assert.True(program.Run.Measures);
        Assert.Equal([StageStep.TakeStartTime], stage.Steps.Starting);
        Assert.Equal([StageStep.Take, StageStep.TakeEndTime], stage.Steps.Ending);
        Assert.Equal([SlotKind.Output, SlotKind.Started, SlotKind.Stopped], stage.ValueSlots.Select(slot => slot.Kind));
    }

    [Fact]
    public void The_predecessors_of_a_join_count_it_down_and_the_last_stage_ends_the_run()
    {
        var program = Only(Diamond);

        var join = program.Stages.Single(stage => stage.Name == "Join");
        Assert.Equal(2, join.Waiting);
        Assert.Equal([new ReleaseEnd()], join.Releases);
        foreach (var stage in program.Stages.Where(stage => stage != join))
        {
            Assert.Equal([new ReleaseStage(join.Place)], stage.Releases);
            Assert.False(stage.ResumesRun);
            Assert.True(stage.KeepsOutputInTask);
        }
    }

    [Fact]
    public void A_stage_that_may_fail_while_the_run_goes_on_keeps_its_failure()
    {
        var stage = Stage(
            """
            public partial C Run(A a);
            [Stage] static B Make(A a) => new();
            [Stage] static C Use(Outcome<B> b) => new();
            """,
            "Make"
        );

        Assert.True(stage is { KeepsFailure: true, FailureIsHandled: true });
        Assert.True(stage.Has(SlotKind.Failure));
    }

    [Fact]
    public void A_guard_lists_what_runs_again()
    {
        var program = Only(
            """
            public partial ValueTask<C> RunAsync(A a);
            [Stage] static ValueTask<B> MakeAsync(A a) => default;
            [Guard(Retry = nameof(MakeAsync), Attempts = 3)] [Stage] static bool Check(B b) => true;
            [Stage] static C Use(B b) => new();
            """
        );

        var guard = program.Stages.Single(stage => stage.Name == "Check");
        var made = program.Stages.Single(stage => stage.Name == "Make");
        Assert.Equal(made.Place, guard.Rounds!.Retried);
        Assert.Equal([made.Place], guard.Rounds.Repeated);
        Assert.Equal(new ReleaseRounds(), guard.Releases[0]);
        Assert.Contains(StageStep.CheckGuard, guard.Steps.Ending);
        Assert.Contains(StageStep.CountCall, made.Steps.Starting);
        Assert.Equal(FailurePath.UnlessRepeated, program.Run.FailurePath);
    }

    [Fact]
    public void A_run_that_begins_on_the_stack_knows_what_may_start_beside_a_suspended_stage()
    {
        var program = Only(
            """
            public partial ValueTask<C> RunAsync(A a);
            [Stage] static ValueTask<B> MakeAsync(A a) => default;
            [Stage] static ValueTask<C> UseAsync(B b) => default;
            """
        );

        Assert.False(program.Shape.StartsInObject);
        Assert.Equal(
            [("Make", true), ("Use", false)],
            program.Shape.Suspensions.Select(suspension => (suspension.Stage.Name, suspension.IsFirst))
        );
    }

    [Fact]
    public void What_the_run_supplies_needs_its_scope_or_not()
    {
        var program = Only(
            """
            public partial D Run(A a, RunContext context, CancellationToken token);
            [Stage] static B Make(A a, CancellationToken token) => new();
            [Stage] static C Use(B b, [Service] IServiceProvider services) => new();
            [Stage] static D Tell(C c, StageContext context) => new();
            """
        );

        Assert.Equal(
            [("Make", false), ("Use", true), ("Tell", true)],
            program.Schedule.Select(stage => (stage.Name, stage.Call.UsesScope))
        );
        Assert.Equal("Service", Assert.IsType<SuppliedValue>(program.Schedule[1].Arguments[1]).Kind.Name);
    }

    [Fact]
    public void A_stage_for_each_element_says_how_the_elements_follow_one_another()
    {
        var program = Only(
            """
            public partial ValueTask<E> RunAsync(A[] all);
            [Stage] static B Make([Each] A a) => new();
            [Stage] static ValueTask<C> UseAsync([Each(MaxConcurrency = 4)] B b) => default;
            [Stage] static E End(C[] all) => new();
            """
        );

        Assert.Equal(
            [ElementExecution.InTurn, ElementExecution.SeveralAsynchronous],
            program.Schedule.Select(stage => stage.Call.Elements?.Execution).OfType<ElementExecution>()
        );
    }

    private static LoweredEntryPoint Only(string members)
    {
        var planned = PlannedText.Plan(members);
        Assert.Empty(planned.Errors);
        return Assert.Single(PipelineLowering.Lower(planned).EntryPoints);
    }

    private static LoweredStage Stage(string members, string name) =>
        Only(members).Stages.Single(stage => stage.Name == name);

    private static IReadOnlyList<StageStep>[] Steps(LoweredStage stage) =>
        [stage.Steps.Deciding, stage.Steps.Entering, stage.Steps.Starting, stage.Steps.Ending];
}
