namespace Sluice.CompilerServices.Elements;

/// <summary>Stores the result of an element that may have none.</summary>
internal struct ElementSlot<TResult>
{
    public TResult Result;
    public bool HasResult;
}
