using Sluice.FunctionalTests.Observing.Troubled;
using Sluice.FunctionalTests.Shapes;

namespace Sluice.FunctionalTests.Observing;

/// <summary>Case 39: which events a run has, to the last, and in which order.</summary>
public sealed class EventSequenceTests
{
    [Fact]
    public void Dump()
    {
        var text = new System.Text.StringBuilder();
        foreach (var trouble in Enum.GetValues<ShapeTrouble>())
        foreach (var shape in Enum.GetValues<Shape>())
        {
            using var source = new CancellationTokenSource();
            var run = new ShapeRun(shape, isObserved: true);
            run.MakeTrouble(trouble, source);
            run.ToEnd();
            text.AppendLine($"{trouble} | {string.Join(", ", run.Describe())} | {shape}");
        }
        foreach (Shape shape in TroubledRuns.Shapes().Select(row => row.Data))
        {
            using var source = new CancellationTokenSource();
            var run = TroubledRuns.Of(shape, isObserved: true);
            run.MakeTrouble(ShapeTrouble.None, source);
            Assert.Equal(TroubledRuns.Expected, run.ToEnd().Value);
            text.AppendLine($"Troubled | {string.Join(", ", run.Describe())} | {shape}");
        }
        File.WriteAllText("/tmp/sequences.txt", text.ToString());
    }
}
