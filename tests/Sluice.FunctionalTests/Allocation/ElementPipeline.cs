namespace Sluice.FunctionalTests.Allocation;

/// <summary>A pipeline with stages that run for each element.</summary>
[Pipeline]
public sealed partial class ElementPipeline
{
    public partial Left[] Run(Root[] roots);

    public partial ValueTask<IReadOnlyList<Right>> RunAsync(Root[] roots, Gates gates);

    public partial void Note(Root[] roots);

    /// <summary>The sum that the effect has computed.</summary>
    public long Sum { get; private set; }

    [Stage]
    private static Left Double([Each] Root root) => new(root.Number * 2);

    [Stage]
    private static ValueTask<Right> WaitAsync([Each(MaxConcurrency = 1)] Root root, Gates gates) =>
        gates.Waits ? gates.Right.WaitAsync() : new(new Right(root.Number * 3));

    [Stage(Only = [nameof(Note)])]
    private void Add([Each] Root root) => Sum += root.Number;
}
