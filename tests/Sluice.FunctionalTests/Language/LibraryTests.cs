using Sluice.FunctionalTests.Harness;
using Sluice.FunctionalTests.Library;

namespace Sluice.FunctionalTests.Language;

/// <summary>Stages that were compiled in another project.</summary>
public sealed partial class LibraryTests
{
    [Fact]
    public async Task A_pipeline_of_another_project_runs()
    {
        Assert.Equal(new Parcel("book", new Weight(40)), await new Packing(new Labelling()).PackAsync("book"));
    }

    [Fact]
    public async Task A_pipeline_of_another_project_is_nested_by_what_its_metadata_says()
    {
        var pipeline = new Shipping(new Packing(new Labelling()));

        Assert.Equal("book: 40 g", await pipeline.ShipAsync("book").OrHang());
        Assert.Equal(["Show", "Pack"], Shipping.Graph.Stages.Select(stage => stage.Name));
    }

    [Fact]
    public async Task A_nested_pipeline_of_another_project_gets_the_token()
    {
        using var source = new CancellationTokenSource();
        var pipeline = new Shipping(new Packing(new CancellingLabelling(source)));

        var run = pipeline.ShipAsync("book", source.Token).AsTask();

        _ = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run.OrHang());
        Assert.True(run.IsCanceled);
    }

    [Fact]
    public async Task Static_and_overridden_stages_of_another_project_take_part_with_their_default_values()
    {
        var pipeline = new Relabelling(new LoudLabelling());

        Assert.Equal(new Parcel("BOOK", new Weight(40)), await pipeline.RunAsync("book").OrHang());
        Assert.Equal(new Parcel("BOOK", new Weight(8)), await pipeline.RunAsync("book", 2).OrHang());
    }

    [Fact]
    public void Stages_that_are_inherited_from_another_project_take_part()
    {
        Assert.Equal(new Weight(21), new Tripling().Run(7));
    }

    private sealed class LoudLabelling : Labelling
    {
        public override Task<Parcel> LabelAsync(string label, Weight weight, CancellationToken cancellationToken) =>
            base.LabelAsync(label.ToUpperInvariant(), weight, cancellationToken);
    }

    private sealed class CancellingLabelling(CancellationTokenSource source) : Labelling
    {
        public override async Task<Parcel> LabelAsync(string label, Weight weight, CancellationToken cancellationToken)
        {
            await source.CancelAsync();
            return await base.LabelAsync(label, weight, cancellationToken);
        }
    }

    [Pipeline]
    private sealed partial class Shipping([Stages] Packing packing)
    {
        [return: From(nameof(Show))]
        public partial ValueTask<string> ShipAsync(string label, CancellationToken token = default);

        [Stage]
        private static string Show(Parcel parcel) => $"{parcel.Label}: {parcel.Weight.Grams} g";
    }

    [Pipeline]
    [Stages(typeof(Weighing))]
    private sealed partial class Relabelling([Stages] Labelling labelling)
    {
        public partial ValueTask<Parcel> RunAsync(string label);

        public partial ValueTask<Parcel> RunAsync(string label, int perLetter);
    }

    [Pipeline]
    private sealed partial class Tripling : Calculation
    {
        protected override int Factor => 3;

        public partial Weight Run(int number);
    }
}
