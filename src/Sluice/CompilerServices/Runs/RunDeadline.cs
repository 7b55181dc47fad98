namespace Sluice.CompilerServices;

/// <summary>The deadline that a nested run has from its parent: if it has passed for one of them, it has passed for both.</summary>
/// <remarks>
/// Each run has a timer, and either may tick first. If only that of the nested run ticked, its stage would fail in a parent that is not
/// cancelled yet: the parent would retry the stage or use its fallback.
/// </remarks>
/// <param name="limit">The limit of the parent. It may serve another run meanwhile.</param>
/// <param name="use">The number of the parent's use of the limit.</param>
/// <param name="parent">The deadline that the parent has from its own parent, or <see langword="null"/>.</param>
internal sealed class RunDeadline(StageTimeout limit, long use, RunDeadline? parent)
{
    /// <summary>Notes that the deadline has passed, for the outermost run first.</summary>
    public void Pass()
    {
        parent?.Pass();
        limit.Elapse(use);
    }
}
