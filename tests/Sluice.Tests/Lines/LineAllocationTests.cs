namespace Sluice.Tests.Lines;

[Collection(nameof(AllocationGroup))]
public sealed class LineAllocationTests
{
    private readonly WideEvents _target = new(Stream.Null);
    private readonly RunEvent[] _events = new LineEvents(
        Guid.NewGuid(),
        new RunContext { UserId = "ada", ParentRunId = Guid.NewGuid() }
    ).All();

    [Fact]
    public void The_lines_of_a_run_allocate_nothing() =>
        Assert.Equal(0, Allocations.OnThisThread(() => _target.Observe(_events)));
}
