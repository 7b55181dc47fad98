using Sluice.Compiler.Bind;

namespace Sluice.Compiler.Tests.Bind.Production;

/// <summary>Compares the computed formulas with the result of every assignment, on small random graphs.</summary>
public class BruteForceTests
{
    private const int Graphs = 800;
    private const int MostAssignments = 512;

    [Fact]
    public void A_run_on_demand_gives_what_a_run_of_everything_gives_and_never_lacks_what_it_needs() =>
        ForEachGraph(
            mayLack: true,
            (graph, seed) =>
            {
                foreach (var (_, eager, onDemand, isNeeded) in graph.Runs)
                {
                    for (var position = 0; position < graph.Completed.Graph.Stages.Count; position++)
                    {
                        Holds(
                            !isNeeded[position] || eager.HasRun[position] == onDemand.HasRun[position],
                            () => graph.Describe(seed, position)
                        );
                    }
                }
            }
        );

    [Fact]
    public void Exactly_what_is_absent_in_some_run_may_be_absent() =>
        ForEachGraph(
            mayLack: true,
            (graph, seed) =>
            {
                for (var position = 0; position < graph.Completed.Graph.Stages.Count; position++)
                {
                    var producer = new Binding(BindingKind.Stage, position);
                    Holds(
                        graph.Runs.Exists(run => !run.OnDemand.HasValue(producer))
                            == graph.Completed.Graph.Stages[position].MayBeAbsent,
                        () => graph.Describe(seed, position)
                    );
                }
            }
        );

    [Fact]
    public void Exactly_what_always_runs_has_no_condition() =>
        ForEachGraph(
            mayLack: true,
            (graph, seed) =>
            {
                for (var position = 0; position < graph.Completed.Graph.Stages.Count; position++)
                {
                    Holds(
                        graph.Runs.Exists(run => !run.OnDemand.HasRun[position])
                            == (graph.Completed.Graph.Stages[position].ConditionText is not null),
                        () => graph.Describe(seed, position)
                    );
                }
            }
        );

    [Fact]
    public void Stages_that_exclude_each_other_are_in_no_run_together() =>
        ForEachGraph(
            mayLack: true,
            (graph, seed) =>
            {
                for (var position = 0; position < graph.Completed.Graph.Stages.Count; position++)
                {
                    foreach (var other in graph.Completed.Graph.Stages[position].Excludes)
                    {
                        Holds(
                            !graph.Runs.Exists(run => run.OnDemand.HasRun[position] && run.OnDemand.HasRun[other]),
                            () => graph.Describe(seed, position)
                        );
                    }
                }
            }
        );

    [Fact]
    public void No_requirement_could_be_left_out() =>
        ForEachGraph(
            mayLack: true,
            (graph, seed) =>
            {
                for (var position = 0; position < graph.Completed.Graph.Stages.Count; position++)
                {
                    var stage = graph.Completed.Graph.Stages[position];
                    foreach (var requirement in stage.Requirements)
                    {
                        Holds(
                            graph.Runs.Exists(run =>
                                run.OnDemand.IsNeeded[position]
                                && stage.Conditions.All(run.OnDemand.Holds)
                                && stage.Requirements.All(other => other == requirement || run.OnDemand.HasValue(other))
                                && !run.OnDemand.HasValue(requirement)
                            ),
                            () => graph.Describe(seed, position)
                        );
                    }
                }
            }
        );

    [Fact]
    public void What_has_its_value_runs_only_where_it_is_needed() =>
        ForEachGraph(
            mayLack: false,
            (graph, seed) =>
            {
                // If a stage never runs, no condition states when the values that only this stage takes are needed.
                if (graph.Completed.Graph.Stages.Any(stage => stage.ConditionText == "never"))
                {
                    return;
                }

                foreach (var run in graph.Runs)
                {
                    for (var position = 0; position < graph.Completed.Graph.Stages.Count; position++)
                    {
                        Holds(
                            run.Assignment.Lacking.Count > 0
                                || graph.PrecedesCondition[position]
                                || run.IsNeeded[position]
                                || !run.OnDemand.HasRun[position],
                            () => graph.Describe(seed, position)
                        );
                    }
                }
            }
        );

    private static void ForEachGraph(bool mayLack, Action<Explored, int> check)
    {
        ForEachGraph(mayLack, withTypes: false, check);
        ForEachGraph(mayLack, withTypes: true, check);
    }

    private static void ForEachGraph(bool mayLack, bool withTypes, Action<Explored, int> check)
    {
        var checkedGraphs = 0;
        for (var seed = 0; seed < Graphs; seed++)
        {
            var completed = RandomGraph.Make(seed, mayLack, withTypes).Complete();
            var force = new BruteForce(completed);
            var order = force.Order();
            var eagerRuns = force
                .Assignments(MostAssignments)
                .Select(assignment => (Assignment: assignment, Run: force.RunEagerly(assignment, order)))
                .ToList();
            bool[] mayRun =
            [
                .. Enumerable
                    .Range(0, force.Count)
                    .Select(position => eagerRuns.Exists(eager => eager.Run.HasRun[position])),
            ];
            var runs = eagerRuns
                .Select(eager =>
                    (
                        eager.Assignment,
                        eager.Run,
                        force.RunOnDemand(eager.Assignment, order),
                        force.NeededIn(eager.Run, order, mayRun)
                    )
                )
                .ToList();
            if (runs.Count > 0)
            {
                checkedGraphs++;
                check(
                    new Explored(
                        completed,
                        runs,
                        [.. Enumerable.Range(0, force.Count).Select(force.PrecedesCondition)]
                    ),
                    seed
                );
            }
        }

        Assert.True(checkedGraphs > Graphs / 2);
    }

    // The message takes longer to build than the check and is seldom needed.
    private static void Holds(bool condition, Func<string> message)
    {
        if (!condition)
        {
            Assert.Fail(message());
        }
    }

    private sealed record Explored(
        CompletedGraph Completed,
        List<(Assignment Assignment, Run Eager, Run OnDemand, bool[] IsNeeded)> Runs,
        bool[] PrecedesCondition
    )
    {
        public string Describe(int seed, int position) => $"Seed {seed}: stage {position}.\n{Completed}";
    }
}
