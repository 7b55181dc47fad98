using Sluice.Compiler.Model;
using Sluice.Compiler.Rules;

namespace Sluice.Compiler.Bind;

/// <summary>What the binding of every entry point looks things up in.</summary>
internal sealed class BindingTables(PipelineModel model)
{
    public PipelineModel Model { get; } = model;

    public ProducerTable Producers { get; } = new(model);

    public NameTable Names { get; } = new(model);

    public DifferenceTable Differences { get; } = new(model);

    public GuessBudget Guesses { get; } = new();

    /// <summary>Whether what is taken comes in through any entry point.</summary>
    public bool SomeInputFits(Taken taken) =>
        Model.EntryPoints.Any(entryPoint => entryPoint.Inputs.Any(input => Producers.Accepts(input.Type, taken)));
}
