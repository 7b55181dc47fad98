using Sluice.FunctionalTests.Harness;

namespace Sluice.FunctionalTests.Branches;

/// <summary>Branches in pipelines that are so long that their methods are cut into segments.</summary>
public sealed class LongBranchTests
{
    private const int Branches = 20;

    public static TheoryData<Pace, bool> PacesWithAndWithoutResult
    {
        get
        {
            var data = new TheoryData<Pace, bool>();
            foreach (var pace in Enum.GetValues<Pace>())
            {
                data.Add(pace, false);
                data.Add(pace, true);
            }

            return data;
        }
    }

    [Fact]
    public void The_pipelines_are_long()
    {
        Assert.All(
            (IEnumerable<GraphEntryPoint>)[.. LongBranches.Graph.EntryPoints, .. LongWaitingBranches.Graph.EntryPoints],
            entryPoint => Assert.Equal(4 * Branches, entryPoint.Order.Count)
        );
    }

    [Theory]
    [MemberData(nameof(PacesWithAndWithoutResult))]
    public void Each_branch_takes_its_way_and_each_way_is_reported(Pace pace, bool reports)
    {
        var steps = new Steps(pace);
        var (straight, waiting) = (new LongBranches(steps), new LongWaitingBranches(steps));
        var ways = new HashSet<string>();
        for (var start = 0; start < 100; start++)
        {
            var (expected, statuses) = Expect(start);
            ways.UnionWith(statuses);
            if (reports)
            {
                var result = steps.Finish(
                    pace == Pace.StraightLine ? new(straight.Report(start)) : waiting.ReportAsync(start)
                );
                Assert.Equal(expected, result.Outcome.Value);
                Assert.Equal(
                    statuses.Order(StringComparer.Ordinal),
                    result.Stages.Select(stage => $"{stage.Name} {stage.Status}").Order(StringComparer.Ordinal)
                );
                Assert.All(result.Stages, stage => Assert.Equal(stage.Attempts > 0, stage.Duration is not null));
            }
            else
            {
                Assert.Equal(
                    expected,
                    steps.Finish(pace == Pace.StraightLine ? new(straight.Run(start)) : waiting.RunAsync(start))
                );
            }
        }

        // The runs cover stages that went up, went down, skipped themselves, and failed.
        Assert.All(
            (IEnumerable<string>)
                ["Up00 Completed", "Up00 Skipped", "Down00 Completed", "Down00 Skipped", "Down00 Failed"],
            way => Assert.Contains(way, ways)
        );
    }

    private static (int Result, List<string> Statuses) Expect(int start)
    {
        var number = start;
        var statuses = new List<string>();
        for (var branch = 0; branch < Branches; branch++)
        {
            var isEven = BranchRules.IsEven(number);
            statuses.Add($"IsEven{branch:00} Completed");
            statuses.Add($"Up{branch:00} {(isEven ? "Completed" : "Skipped")}");
            statuses.Add($"Join{branch:00} Completed");
            Outcome<int> next;
            if (isEven)
            {
                next = BranchRules.Up(number);
                statuses.Add($"Down{branch:00} Skipped");
            }
            else
            {
                try
                {
                    var down = BranchRules.Down(number);
                    next = down.HasValue ? down.Value : Outcome.Skip(down.Reason!);
                    statuses.Add($"Down{branch:00} {(down.HasValue ? "Completed" : "Skipped")}");
                }
                catch (InvalidDataException exception)
                {
                    next = Outcome.Fail(exception);
                    statuses.Add($"Down{branch:00} Failed");
                }
            }

            number = BranchRules.Join(number, next);
        }

        return (number, statuses);
    }
}
