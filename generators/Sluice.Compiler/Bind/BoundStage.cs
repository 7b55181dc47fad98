using Sluice.Compiler.Model;

namespace Sluice.Compiler.Bind;

/// <summary>A stage of an <see cref="EntryPointGraph"/>.</summary>
/// <param name="Stage">The index of the stage in the model.</param>
/// <param name="Arguments">What each parameter is bound to, in order.</param>
/// <param name="Predecessors">
/// The stages that must have ended before it starts, for their value or because <c>[After]</c> says so: positions in
/// <see cref="EntryPointGraph.Stages"/>, ascending, once each.
/// </param>
internal sealed record BoundStage(int Stage, EquatableArray<Binding> Arguments, EquatableArray<int> Predecessors);
