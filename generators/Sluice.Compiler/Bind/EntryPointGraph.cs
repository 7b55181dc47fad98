using Sluice.Compiler.Model;

namespace Sluice.Compiler.Bind;

/// <summary>What one entry point runs: an acyclic graph.</summary>
/// <param name="EntryPoint">The index of the entry point in the model.</param>
/// <param name="Stages">The stages that run, and no others, in order of declaration.</param>
/// <param name="Outputs">What the outputs are bound to, one for each output of the entry point.</param>
internal sealed record EntryPointGraph(
    int EntryPoint,
    EquatableArray<BoundStage> Stages,
    EquatableArray<Binding> Outputs
);
