namespace Sluice.CompilerServices.Elements;

/// <summary>What a worker of a fan-out does next.</summary>
internal enum ElementStep
{
    /// <summary>Look for an element.</summary>
    Claim,

    /// <summary>Take what the enumerator, which it has moved on, is at.</summary>
    TakePulled,

    /// <summary>Call the stage for the element that it has.</summary>
    Start,

    /// <summary>Take what the stage returned.</summary>
    Settle,
}
