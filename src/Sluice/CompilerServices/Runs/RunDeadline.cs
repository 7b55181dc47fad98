namespace Sluice.CompilerServices;

/// <summary>The deadline that a nested run has from its parent: where it has passed for the one, it has passed for the other.</summary>
/// <remarks>
/// Each of them has a timer, of which either may tick first. If that of the nested run did and nothing else happened, its stage would
/// fail in a run that knows of no cancellation yet: it would be tried again, or something else would take its place.
/// </remarks>
/// <param name="limit">The parent's limit. It may have been used again for another run.</param>
/// <param name="use">Which use of it was the parent's.</param>
/// <param name="parent">The deadline that the parent has from its own parent, or <see langword="null"/>.</param>
internal sealed class RunDeadline(StageTimeout limit, long use, RunDeadline? parent)
{
    /// <summary>Says that it has passed. The outermost run is told first.</summary>
    public void Pass()
    {
        parent?.Pass();
        limit.Elapse(use);
    }
}
