namespace Sluice.FunctionalTests.Allocation;

/// <summary>
/// In the steady state branches, merges and values that may be absent do not allocate, and a fan-out allocates only the list of
/// results.
/// </summary>
[Collection(nameof(AllocationGroup))]
public sealed class BranchAllocationTests : IDisposable
{
    private readonly CancellationTokenSource _longLived = new();
    private readonly Root[] _roots = [.. Enumerable.Range(1, 16).Select(number => new Root(number))];
    private object? _kept;

    public void Dispose() => _longLived.Dispose();

    [Theory]
    [InlineData(1, true, 4)]
    [InlineData(1, false, 6)]
    [InlineData(2, true, 15)]
    [InlineData(2, false, 19)]
    public void Branches_of_a_straight_line_take_no_memory(int number, bool isLeft, int expected)
    {
        var pipeline = new StraightBranchPipeline();
        Assert.All(
            StraightBranchPipeline.Graph.EntryPoints,
            entryPoint => Assert.Equal(Lowering.StraightLine, entryPoint.Lowering)
        );

        Assert.Equal(0, Allocations.OnThisThread(() => Expect(expected, pipeline.Run(number, isLeft).Number)));
        Assert.Equal(
            0,
            Allocations.OnThisThread(() =>
                Expect(expected, Take(pipeline.RunAsync(number, isLeft, _longLived.Token)).Number)
            )
        );
        Assert.Equal(
            0,
            Allocations.OnThisThread(() => Expect(isLeft ? 1 : 0, pipeline.Find(number, isLeft).HasValue ? 1 : 0))
        );
    }

    [Theory]
    [InlineData(true, 4)]
    [InlineData(false, 6)]
    public void Branches_that_complete_at_once_take_no_memory(bool isLeft, int expected)
    {
        var pipeline = new BranchPipeline();
        var gates = new Gates(waits: false);

        Assert.Equal(0, PerRun(() => Expect(expected, Take(pipeline.RunAsync(gates, isLeft)).Number)));
        Assert.Equal(
            0,
            PerRun(() => Expect(expected, Take(pipeline.RunAsync(gates, isLeft, _longLived.Token)).Number))
        );
        Assert.Equal(0, PerRun(() => Expect(isLeft ? 1 : 0, Take(pipeline.FindAsync(gates, isLeft)).HasValue ? 1 : 0)));
    }

    [Theory]
    [InlineData(true, 4)]
    [InlineData(false, 6)]
    public void Branches_that_suspend_take_no_memory(bool isLeft, int expected)
    {
        var pipeline = new BranchPipeline();
        var gates = new Gates(waits: true);

        Assert.Equal(0, PerRun(() => Suspend(default)));
        Assert.Equal(0, PerRun(() => Suspend(_longLived.Token)));

        void Suspend(CancellationToken token)
        {
            var task = pipeline.RunAsync(gates, isLeft, token);
            gates.Root.Open(new Root(1));
            if (isLeft)
            {
                gates.Left.Open(new Left(2));
            }
            else
            {
                gates.Right.Open(new Right(3));
            }

            Expect(expected, Take(task).Number);
        }
    }

    [Fact]
    public void A_synchronous_fan_out_takes_the_list_of_its_results()
    {
        var pipeline = new ElementPipeline();
        var list = Allocations.OnThisThread(() => _kept = new Left[_roots.Length]);

        Assert.Equal(list, Allocations.OnThisThread(() => _kept = pipeline.Run(_roots)));
        Assert.Equal(0, Allocations.OnThisThread(() => pipeline.Note(_roots)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void An_asynchronous_fan_out_takes_the_list_of_its_results(bool waits)
    {
        var pipeline = new ElementPipeline();
        var gates = new Gates(waits);
        var list = Allocations.OnThisThread(() => _kept = new Right[_roots.Length]);

        Assert.Equal(
            list,
            Allocations.OnThisThread(() =>
            {
                var task = pipeline.RunAsync(_roots, gates);
                for (var element = 0; waits && element < _roots.Length; element++)
                {
                    gates.Right.Open(new Right(element));
                }

                _kept = Take(task);
            })
        );
    }

    // A run object is retired when its 16-bit version is used up, so a small share of the runs allocates a new one.
    private static long PerRun(Action run) => Allocations.OnThisThread(run) / Allocations.Runs;

    private static T Take<T>(ValueTask<T> task)
    {
        Expect(1, task.IsCompletedSuccessfully ? 1 : 0);
        return task.Result;
    }

    // The assertions of the test framework may allocate for their arguments.
    private static void Expect(long expected, long actual)
    {
        if (expected != actual)
        {
            Assert.Fail($"Expected {expected}, got {actual}.");
        }
    }
}
