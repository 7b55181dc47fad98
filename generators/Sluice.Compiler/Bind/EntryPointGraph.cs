using Sluice.Compiler.Model;

namespace Sluice.Compiler.Bind;

/// <summary>The acyclic graph of the stages that one entry point runs.</summary>
/// <param name="EntryPoint">The index of the entry point in the model.</param>
/// <param name="Stages">The stages that run, in declaration order.</param>
/// <param name="Outputs">The bindings of the entry point's outputs.</param>
internal sealed record EntryPointGraph(
    int EntryPoint,
    EquatableArray<BoundStage> Stages,
    EquatableArray<Binding> Outputs
);
