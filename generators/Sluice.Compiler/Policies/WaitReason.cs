namespace Sluice.Compiler.Policies;

/// <summary>Why a stage may end later than its call returns, or has to be awaited after its run.</summary>
/// <param name="Text">A clause that says it.</param>
/// <param name="Remedy">How to change the stage so that it ends when its call returns.</param>
internal sealed record WaitReason(string Text, string Remedy);
