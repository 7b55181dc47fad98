using Microsoft.CodeAnalysis;

namespace Sluice.Generators.Tests.Harness;

/// <summary>The reasons for the outputs of each tracked step in a run.</summary>
internal sealed class StepReasons
{
    private static readonly string[] StepNames =
    [
        TrackingNames.Parse,
        TrackingNames.Bind,
        TrackingNames.Plan,
        TrackingNames.Emit,
    ];

    private readonly Dictionary<string, IncrementalStepRunReason[]> _reasons;
    private readonly IncrementalStepRunReason[] _outputs;

    private StepReasons(Dictionary<string, IncrementalStepRunReason[]> reasons, IncrementalStepRunReason[] outputs)
    {
        _reasons = reasons;
        _outputs = outputs;
    }

    public IReadOnlyList<IncrementalStepRunReason> Parse => _reasons[TrackingNames.Parse];

    public IReadOnlyList<IncrementalStepRunReason> Bind => _reasons[TrackingNames.Bind];

    public IReadOnlyList<IncrementalStepRunReason> Plan => _reasons[TrackingNames.Plan];

    public IReadOnlyList<IncrementalStepRunReason> Emit => _reasons[TrackingNames.Emit];

    /// <summary>Reads the reasons of one generator's steps. The generator must track every step of the compiler.</summary>
    public static StepReasons Of(GeneratorDriver driver, Func<GeneratorRunResult, bool> generator)
    {
        var result = driver.GetRunResult().Results.Single(generator);
        return new StepReasons(
            StepNames.ToDictionary(name => name, name => ReasonsOf(result.TrackedSteps[name])),
            ReasonsOf(result.TrackedOutputSteps.Values.SelectMany(steps => steps))
        );
    }

    /// <summary>Asserts that nothing changed: Parse ran again at most to produce an equal model, and no later step ran.</summary>
    public void AssertNothingRan()
    {
        Assert.NotEmpty(Parse);
        Assert.All(Parse, AssertKept);
        foreach (var step in new[] { Bind, Plan, Emit })
        {
            Assert.Equal(Parse.Count, step.Count);
            Assert.All(step, reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
        }

        Assert.All(_outputs, AssertKept);
    }

    private static void AssertKept(IncrementalStepRunReason reason) =>
        Assert.True(
            reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged,
            $"A step's output is {reason}, not Cached or Unchanged."
        );

    private static IncrementalStepRunReason[] ReasonsOf(IEnumerable<IncrementalGeneratorRunStep> steps) =>
        [.. steps.SelectMany(step => step.Outputs).Select(output => output.Reason)];
}
