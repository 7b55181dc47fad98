namespace Sluice.CompilerServices.Elements;

/// <summary>Where the result of an element is kept that may have none.</summary>
internal struct ElementSlot<TResult>
{
    public TResult Result;
    public bool HasResult;
}
