using System.Text.RegularExpressions;
using Sluice.DifferentialTests.Branching.Execution;
using Sluice.DifferentialTests.Branching.Reference;
using Sluice.DifferentialTests.Branching.Shapes;
using Sluice.DifferentialTests.Execution;
using Sluice.DifferentialTests.Graphs;

namespace Sluice.DifferentialTests.Branching;

public sealed class Hunt
{
    private static int Env(string name, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), out var value) ? value : usual;

    [Fact]
    public async Task Everything()
    {
        if (Environment.GetEnvironmentVariable("HUNT") is null)
        {
            return;
        }

        var found = new Dictionary<string, int>();
        var until = DateTime.UtcNow.AddSeconds(Env("HUNT_SECONDS", 120));
        var seed = (ulong)Env("HUNT", 0);
        var ran = 0;
        while (DateTime.UtcNow < until)
        {
            var pipelines = Enumerable
                .Range(0, 40)
                .Select(index =>
                    RandomBranching.Create(Dice.Mix(seed, (ulong)index), Env("HUNT_FROM", 1), Env("HUNT_TO", 8))
                )
                .ToArray();
            seed++;
            foreach (var (pipeline, underTest) in Load(pipelines, found, until))
            {
                var plan = new BranchingPlan(pipeline);
                var demand = new Demand(plan);
                foreach (var scenario in RandomBranchingTests.Mixed(plan))
                {
                    ran++;
                    if (await BranchingDriver.DriveAsync(underTest, plan, demand, scenario) is { } complaint)
                    {
                        var key = Key(complaint);
                        if (Note(found, key) && found.Count < 8)
                        {
                            var start = DateTime.UtcNow;
                            var (smallest, last) = await Shrinker.ShrinkAsync(
                                pipeline,
                                complaint,
                                static shape => BranchingShrinker.Simpler(shape),
                                async candidate =>
                                    (DateTime.UtcNow - start).TotalSeconds < 10
                                    && await TryAsync(candidate, scenario) is { } text
                                    && Key(text) == key
                                        ? text
                                        : null
                            );
                            Write($"{scenario} seed {pipeline.Seed:x}\n{last}\n{BranchingSource.Pipeline(smallest)}");
                        }

                        break;
                    }
                }
            }
        }

        Write(
            $"SUMMARY after {ran} runs, next seed {seed}\n"
                + string.Join(
                    "\n",
                    found.OrderByDescending(pair => pair.Value).Select(pair => $"{pair.Value} x {pair.Key}")
                )
        );
    }

    private static IEnumerable<(BranchingPipeline, BranchingUnderTest)> Load(
        BranchingPipeline[] pipelines,
        Dictionary<string, int> found,
        DateTime until
    )
    {
        string message;
        System.Reflection.Assembly? assembly = null;
        try
        {
            assembly = InMemoryCompiler.Load(BranchingSource.File(pipelines));
            message = "";
        }
        catch (Exception exception)
        {
            message = exception.Message;
        }

        if (assembly is not null)
        {
            return [.. pipelines.Select(pipeline => (pipeline, BranchingCampaign.Instance(assembly, pipeline)))];
        }

        if (pipelines.Length == 1)
        {
            var key = Key(message);
            if (Note(found, key) && found.Count < 8)
            {
                var start = DateTime.UtcNow;
                var (smallest, last) = Shrinker
                    .ShrinkAsync(
                        pipelines[0],
                        message,
                        static shape => BranchingShrinker.Simpler(shape),
                        candidate =>
                            Task.FromResult(
                                (DateTime.UtcNow - start).TotalSeconds < 5
                                && BranchingCampaign.Compile(candidate) is { } text
                                && Key(text) == key
                                    ? text
                                    : null
                            )
                    )
                    .Result;
                Write($"DOES NOT COMPILE seed {pipelines[0].Seed:x}\n{last}\n{BranchingSource.Pipeline(smallest)}");
            }

            return [];
        }

        // Most of them are named in the messages.
        var named = pipelines
            .Where(pipeline => message.Contains(pipeline.ClassName, StringComparison.Ordinal))
            .ToArray();
        if (named.Length > 0 && named.Length < pipelines.Length)
        {
            return
            [
                .. named.SelectMany(pipeline => Load([pipeline], found, until)),
                .. Load([.. pipelines.Except(named)], found, until),
            ];
        }

        var half = pipelines.Length / 2;
        return [.. Load(pipelines[..half], found, until), .. Load(pipelines[half..], found, until)];
    }

    private static async Task<string?> TryAsync(BranchingPipeline pipeline, BranchingScenario scenario)
    {
        try
        {
            var underTest = BranchingCampaign.Instance(
                InMemoryCompiler.Load(BranchingSource.File([pipeline])),
                pipeline
            );
            var plan = new BranchingPlan(pipeline);
            var demand = new Demand(plan);
            for (var attempts = scenario.Mode == RunMode.Free || plan.IsRacing ? 60 : 1; attempts > 0; attempts--)
            {
                if (await BranchingDriver.DriveAsync(underTest, plan, demand, scenario) is { } complaint)
                {
                    return complaint;
                }
            }
        }
        catch (CompilationFailedException) { }

        return null;
    }

    private static string Key(string complaint)
    {
        var line = complaint.Split('\n')[0];
        line = Regex.Replace(line, "Pipeline[0-9a-f]{16}(-[0-9a-f]+)?", "P");
        line = Regex.Replace(line, "-?[0-9]+:[0-9a-f]+", "V");
        line = Regex.Replace(line, "[0-9]+", "N");
        return line[..Math.Min(150, line.Length)];
    }

    private static bool Note(Dictionary<string, int> found, string key)
    {
        found[key] = found.GetValueOrDefault(key) + 1;
        return found[key] == 1;
    }

    private static void Write(string text) =>
        File.AppendAllText(
            Environment.GetEnvironmentVariable("HUNT_FILE") ?? "/tmp/hunt-differential.txt",
            text + "\n==========\n"
        );
}
