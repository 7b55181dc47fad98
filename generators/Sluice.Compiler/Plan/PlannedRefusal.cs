using Sluice.Compiler.Model;

namespace Sluice.Compiler.Plan;

/// <summary>
/// A guard that can prevent a stage from running in a run that continues after failures: if the guard has failed, or
/// could not run because a stage that it needs has failed. A guard that is skipped because of its own conditions, or of
/// those of the stages it needs, prevents nothing.
/// </summary>
/// <param name="Guard">The place of the guard.</param>
/// <param name="Failing">
/// The places of the stages whose failure prevents the stage from running: the guard and the stages that it needs,
/// directly or indirectly.
/// </param>
internal sealed record PlannedRefusal(int Guard, EquatableArray<int> Failing);
