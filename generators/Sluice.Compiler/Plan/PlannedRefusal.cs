using Sluice.Compiler.Model;

namespace Sluice.Compiler.Plan;

/// <summary>
/// A guard without which a stage must not run in a run that goes on after failures: where the guard has failed, or could not be asked
/// as something has failed that it needs. A guard that its conditions, or those of what it needs, leave out refuses nothing.
/// </summary>
/// <param name="Guard">The guard's place.</param>
/// <param name="Failing">The places of the stages whose failure refuses: the guard, and what it needs, directly or not.</param>
internal sealed record PlannedRefusal(int Guard, EquatableArray<int> Failing);
