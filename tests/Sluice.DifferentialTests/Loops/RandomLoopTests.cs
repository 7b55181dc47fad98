using Sluice.DifferentialTests.Execution;
using Sluice.DifferentialTests.Graphs;
using Sluice.FunctionalTests.Harness;

namespace Sluice.DifferentialTests.Loops;

/// <summary>Compiled pipelines with nested loops, in all lowerings, against a direct interpreter.</summary>
public sealed class RandomLoopTests
{
    private const int ProgramsInBatch = 60;

    public static TheoryData<int> Batches => Setting.Batches("LOOPS", 1);

    [Theory]
    [MemberData(nameof(Batches))]
    public async Task Rounds_are_as_the_language_says(int batch)
    {
        var programs = Enumerable
            .Range(0, ProgramsInBatch)
            .Select(index => RandomLoopPrograms.Create((ulong)((batch * ProgramsInBatch) + index)))
            .ToArray();
        var faults = new List<string>();
        foreach (var pipeline in LoopPipeline.Compile(programs))
        {
            if (await CheckAsync(pipeline) is { } difference)
            {
                faults.Add(difference);
            }
        }

        Assert.True(faults.Count == 0, string.Join("\n\n", faults.OrderBy(fault => fault.Length).Take(3)));
    }

    private static async Task<string?> CheckAsync(LoopPipeline pipeline)
    {
        for (var input = 0; input < 12; input++)
        {
            var expected = LoopInterpreter.Run(pipeline.Program, input);
            if (
                expected.Failures.Count == 0
                && await CheckCancellationAsync(pipeline, input, expected).ConfigureAwait(false) is { } fault
            )
            {
                return fault;
            }

            foreach (var (waits, inLine) in new[] { (0, true), (0, false), (50, false), (100, false) })
            {
                if (inLine && pipeline.Program.IsAsynchronous)
                {
                    continue;
                }

                var run = await pipeline.RunAsync(input, waits, inLine).OrHang().ConfigureAwait(false);
                if (run.Fault(expected, pipeline.Program.ContinuesOnFailure) is { } difference)
                {
                    return $"{difference}\nInput {input}, {waits} % wait, {(inLine ? "in line" : "asynchronous")}:\n"
                        + $"{string.Join(" ", run.Calls)}\n{LoopProgramSource.File([pipeline.Program])}";
                }
            }
        }

        return null;
    }

    // The calls complete at once, so that they follow one another on the caller's thread.
    private static async Task<string?> CheckCancellationAsync(
        LoopPipeline pipeline,
        long input,
        LoopRunOutcome expected
    )
    {
        var dice = new Dice(pipeline.Program.Seed);
        var last = pipeline.Program.Stages[^1];
        // The calls for elements are not stages of their own, and a method that ends a loop is none.
        var calls = expected
            .Necessary.Where(call => !call.StartsWith("S-", StringComparison.Ordinal))
            .Where(call => !pipeline.Program.StageOf(call).Takes[0].IsEach)
            .Where(call => !LoopConduct.Fails(call, pipeline.Program.StageOf(call).FailsPercent))
            .ToArray();
        for (var count = 0; count < 3 && calls.Length > 0; count++)
        {
            var cancelsAt = dice.Pick(calls);
            foreach (var inLine in pipeline.Program.IsAsynchronous ? [false] : new[] { false, true })
            {
                var run = await pipeline.RunAsync(input, 0, inLine, cancelsAt).OrHang().ConfigureAwait(false);
                if (run.FaultOfCancelled(cancelsAt, pipeline.Program.StageOf(cancelsAt) == last) is { } fault)
                {
                    return $"{fault}\nInput {input}, {(inLine ? "in line" : "asynchronous")}:\n"
                        + $"{string.Join(" ", run.Calls)}\n{LoopProgramSource.File([pipeline.Program])}";
                }
            }
        }

        return null;
    }
}
