namespace Sluice.Compiler.Policies;

/// <summary>
/// The reason why a stage may complete after its call has returned, or must be awaited when its run ends.
/// </summary>
/// <param name="Text">A clause that states the reason.</param>
/// <param name="Remedy">The change after which the stage completes when its call returns.</param>
internal sealed record WaitReason(string Text, string Remedy);
