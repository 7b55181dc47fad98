using Sluice.Compiler.Model;
using Sluice.Compiler.Rules;

namespace Sluice.Compiler.Bind;

/// <summary>The look-up tables that the binders of all entry points share.</summary>
internal sealed class BindingTables(PipelineModel model)
{
    public PipelineModel Model { get; } = model;

    public ProducerTable Producers { get; } = new(model);

    public NameTable Names { get; } = new(model);

    public DifferenceTable Differences { get; } = new(model);

    public RouteTypeTable RouteTypes { get; } = new(model);

    public GuessBudget Guesses { get; } = new();

    /// <summary>Whether any entry point has an input that can provide the value.</summary>
    public bool SomeInputFits(Taken taken) =>
        Model.EntryPoints.Any(entryPoint => entryPoint.Inputs.Any(input => Producers.Accepts(input.Type, taken)));
}
