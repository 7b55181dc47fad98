namespace Sluice.CompilerServices.Elements;

/// <summary>Collects nothing, for effects.</summary>
internal readonly struct NoResultCollector : IElementCollector<NoResult, NoResult>
{
    public bool LeavesOut => false;

    public bool TakesFailures => false;

    public bool TryTake(NoResult returned, out NoResult result)
    {
        result = default;
        return false;
    }

    public NoResult TakeFailure(Exception exception) => throw new NotSupportedException();
}
