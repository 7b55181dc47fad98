namespace Sluice.CompilerServices.Elements;

/// <summary>Specifies the next step of a worker in a fan-out.</summary>
internal enum ElementStep
{
    /// <summary>Look for an element.</summary>
    Claim,

    /// <summary>Take the current element of the enumerator, which this worker advanced.</summary>
    TakePulled,

    /// <summary>Call the stage for the claimed element.</summary>
    Start,

    /// <summary>Take the result of the stage.</summary>
    Settle,
}
