using Sluice.FunctionalTests.Harness;
using Sluice.FunctionalTests.Values;

namespace Sluice.FunctionalTests.Compensations;

/// <summary>The stages that are compensated, their order, and the arguments of the compensations.</summary>
public sealed partial class CompensatedStageTests
{
    private readonly Journal _journal = new();
    private readonly InvalidDataException _failure = new("the run's");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Case_38_the_order_is_that_of_completion_not_that_of_the_start(bool leftIsFirst)
    {
        var (left, right) = (new Gate(), new Gate());
        var run = new Overlapping(_journal, left, right).RunAsync(_failure).AsTask();

        (leftIsFirst ? left : right).Open(1);
        (leftIsFirst ? right : left).Open(1);

        Assert.Same(_failure, await Assert.ThrowsAsync<InvalidDataException>(() => run).OrHang());
        Assert.Equal(leftIsFirst ? ["undo Right", "undo Left"] : ["undo Left", "undo Right"], _journal.Entries);
    }

    [Fact]
    public async Task Case_38_a_stage_that_completes_after_the_failure_is_undone_too()
    {
        var (left, right) = (new Gate(), new Gate());
        var run = new Overlapping(_journal, left, right).RunAsync(_failure).AsTask();

        right.Fail(_failure);
        Assert.Empty(_journal.Entries);
        left.Open(1);

        Assert.Same(_failure, await Assert.ThrowsAsync<InvalidDataException>(() => run).OrHang());
        Assert.Equal(["undo Left"], _journal.Entries);
    }

    [Fact]
    public async Task Case_38_a_run_that_is_over_before_it_has_started_undoes_nothing()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();

        await Assert
            .ThrowsAnyAsync<OperationCanceledException>(() =>
                new Overlapping(_journal, new Gate(), new Gate()).RunAsync(_failure, source.Token).AsTask()
            )
            .OrHang();

        Assert.Empty(_journal.Entries);
    }

    [Theory]
    [InlineData(0, "")]
    [InlineData(1, "optional First { Number = 1 }")]
    [InlineData(2, "outcome Second { Number = 2 }, optional First { Number = 1 }")]
    [InlineData(3, "condition Third { Number = 3 }, outcome Second { Number = 2 }, optional First { Number = 1 }")]
    public void Case_38_a_stage_that_had_nothing_to_give_is_not_undone(int count, string expected)
    {
        Assert.Same(_failure, Assert.Throws<InvalidDataException>(() => new Absent(_journal).Run(count, _failure)));
        Assert.Equal(expected, string.Join(", ", _journal.Entries));
    }

    [Theory]
    [InlineData(0, "")]
    [InlineData(1, "optional First { Number = 1 }")]
    [InlineData(3, "condition Third { Number = 3 }, outcome Second { Number = 2 }, optional First { Number = 1 }")]
    public async Task Case_38_nor_is_one_in_a_run_that_is_suspended(int count, string expected)
    {
        var gate = new Gate();
        var run = new AbsentLater(_journal).RunAsync(count, gate, _failure).AsTask();
        gate.Open(1);

        Assert.Same(_failure, await Assert.ThrowsAsync<InvalidDataException>(() => run).OrHang());
        // Stages without an order between them may complete in any order.
        Assert.Equal(expected.Split(", ").Order(), string.Join(", ", _journal.Entries).Split(", ").Order());
    }

    [Fact]
    public void Case_38_a_failure_that_is_handled_undoes_nothing_and_that_stage_is_never_undone()
    {
        Assert.Equal(new Second(0), new Handling(_journal).Run(_failure, null));
        Assert.Empty(_journal.Entries);

        var other = new InvalidOperationException();
        Assert.Same(other, Assert.Throws<InvalidOperationException>(() => new Handling(_journal).Run(_failure, other)));
        Assert.Equal(["undo Second { Number = 0 }"], _journal.Entries);
    }

    [Fact]
    public void Case_38_an_effect_is_undone_with_what_it_took()
    {
        Assert.Same(_failure, Assert.Throws<InvalidDataException>(() => new Effects(_journal).Run(7, _failure)));

        Assert.Equal(["Send 7", "undo Send 7"], _journal.Entries);
    }

    [Fact]
    public async Task Case_38_a_compensation_may_ask_whose_run_it_belongs_to()
    {
        var context = new RunContext { UserId = "Ada" };
        var run = new Asking(_journal).RunAsync(_failure, context).AsTask();

        Assert.Same(_failure, await Assert.ThrowsAsync<InvalidDataException>(() => run).OrHang());
        Assert.Equal([$"undo for Ada in {context.RunId}, Make, False"], _journal.Entries);
    }

    [Fact]
    public void Case_38_after_a_failure_that_others_outlive_all_that_completed_are_undone()
    {
        var thrown = Assert.Throws<InvalidDataException>(() => new Continuing(_journal).Run(_failure));

        Assert.Same(_failure, thrown);
        Assert.Equal(["Beside", "undo Beside", "undo First"], _journal.Entries);
    }

    [Pipeline]
    private sealed partial class Overlapping(Journal journal, Gate left, Gate right)
    {
        public partial ValueTask<Third> RunAsync(Exception exception, CancellationToken token = default);

        [Stage, Compensate(nameof(UndoLeft))]
        private async Task<First> LeftAsync() => new(await left.WaitAsync());

        [Stage, Compensate(nameof(UndoRightAsync))]
        private async Task<Second> RightAsync() => new(await right.WaitAsync());

        [Stage]
        private static Third Join(First first, Second second, Exception exception) =>
            first.Number + second.Number < 0 ? default : throw exception;

        private void UndoLeft() => journal.Add("undo Left");

        private async ValueTask UndoRightAsync()
        {
            await Task.Yield();
            journal.Add("undo Right");
        }
    }

    [Pipeline]
    private sealed partial class Absent(Journal journal)
    {
        public partial Fourth Run(int count, Exception exception);

        [Stage, Compensate(nameof(UndoOptional))]
        private static Optional<First> MayGive(int count) => count > 0 ? new First(1) : default(Optional<First>);

        [Stage, Compensate(nameof(UndoOutcome))]
        private static Outcome<Second> MaySkip(Optional<First> first, int count) =>
            count > 1 ? new Second(1 + first.Value.Number) : Outcome.Skip("no");

        private static bool IsLarge(int count) => count > 2;

        [Stage, When(nameof(IsLarge)), Compensate(nameof(UndoCondition))]
        private static Third Conditional(Optional<Second> second) => new(1 + second.Value.Number);

        [Stage]
        private static Fourth Fail(
            Optional<First> first,
            Optional<Second> second,
            Optional<Third> third,
            Exception exception
        ) =>
            first.ValueOr(default).Number + second.ValueOr(default).Number + third.ValueOr(default).Number < 0
                ? default
                : throw exception;

        private void UndoOptional(First first) => journal.Add($"optional {first}");

        private void UndoOutcome(Second second) => journal.Add($"outcome {second}");

        private void UndoCondition(Third third) => journal.Add($"condition {third}");
    }

    [Pipeline]
    private sealed partial class AbsentLater(Journal journal)
    {
        public partial ValueTask<Fourth> RunAsync(int count, Gate gate, Exception exception);

        [Stage, Compensate(nameof(UndoOptional))]
        private static async ValueTask<Optional<First>> MayGiveAsync(int count, Gate gate)
        {
            _ = await gate.WaitAsync();
            return count > 0 ? new First(1) : default(Optional<First>);
        }

        [Stage, Compensate(nameof(UndoOutcome))]
        private static async ValueTask<Outcome<Second>> MaySkipAsync(int count, Gate gate)
        {
            _ = await gate.WaitAsync();
            return count > 1 ? new Second(2) : Outcome.Skip("no");
        }

        private static bool IsLarge(int count) => count > 2;

        [Stage, When(nameof(IsLarge)), Compensate(nameof(UndoCondition))]
        private static async ValueTask<Third> ConditionalAsync(Gate gate) => new(2 + await gate.WaitAsync());

        [Stage]
        private static Fourth Fail(
            Optional<First> first,
            Optional<Second> second,
            Optional<Third> third,
            Exception exception
        ) =>
            first.ValueOr(default).Number + second.ValueOr(default).Number + third.ValueOr(default).Number < 0
                ? default
                : throw exception;

        private void UndoOptional(First first) => journal.Add($"optional {first}");

        private void UndoOutcome(Second second) => journal.Add($"outcome {second}");

        private void UndoCondition(Third third) => journal.Add($"condition {third}");
    }

    [Pipeline]
    private sealed partial class Handling(Journal journal)
    {
        public partial Second Run(InvalidDataException failure, InvalidOperationException? other);

        [Stage, Compensate(nameof(UndoFirst))]
        private static First Make(InvalidDataException failure) => throw failure;

        [Stage, Compensate(nameof(UndoSecond))]
        private static Second Handle(Outcome<First> first) => new(first.HasValue ? 1 : 0);

        [Stage]
        private static void Check(Second second, InvalidOperationException? other)
        {
            if (second.Number == 0 && other is not null)
            {
                throw other;
            }
        }

        private void UndoFirst() => journal.Add("undo First");

        private void UndoSecond(Second second) => journal.Add($"undo {second}");
    }

    [Pipeline]
    private sealed partial class Effects(Journal journal)
    {
        public partial void Run(int number, Exception exception);

        [Stage, Compensate(nameof(Recall))]
        private void Send(int number) => journal.Add($"Send {number}");

        [Stage, After(nameof(Send))]
        private static void Fail(Exception exception) => throw exception;

        private void Recall(int number) => journal.Add($"undo Send {number}");
    }

    [Pipeline]
    private sealed partial class Asking(Journal journal)
    {
        public partial ValueTask<Second> RunAsync(Exception exception, RunContext? context = null);

        [Stage, Compensate(nameof(UndoAsync))]
        private static First Make() => new(1);

        [Stage]
        private static Second Fail(First first, Exception exception) => first.Number < 0 ? default : throw exception;

        private async Task UndoAsync(StageContext context)
        {
            await Task.Yield();
            journal.Add(
                $"undo for {context.Run.UserId} in {context.RunId}, {context.StageName}, {context.CancellationToken.CanBeCanceled}"
            );
        }
    }

    [Pipeline(OnFailure = FailureMode.Continue)]
    private sealed partial class Continuing(Journal journal)
    {
        public partial Third Run(Exception exception);

        [Stage, Compensate(nameof(UndoFirst))]
        private static First First() => new(1);

        [Stage, Compensate(nameof(UndoSecond))]
        private static Second Fail(First first, Exception exception) => first.Number < 0 ? default : throw exception;

        [Stage, After(nameof(First)), Compensate(nameof(UndoBeside))]
        private void Beside() => journal.Add("Beside");

        [Stage]
        private static Third Join(Second second) => new(second.Number);

        private void UndoFirst() => journal.Add("undo First");

        private void UndoSecond() => journal.Add("undo Fail");

        private void UndoBeside() => journal.Add("undo Beside");
    }
}
