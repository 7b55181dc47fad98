namespace Sluice.CompilerServices.Elements;

/// <summary>How a fan-out runs.</summary>
/// <param name="MaxConcurrency">How many elements may be under way at once, or 0.</param>
/// <param name="IsOffloaded">Whether elements start on the thread pool.</param>
/// <param name="ResultsMayKeepToken">Whether the results could use the elements' token after the fan-out has ended.</param>
/// <param name="Token">The token of the run.</param>
internal readonly record struct ElementSettings(
    int MaxConcurrency,
    bool IsOffloaded,
    bool ResultsMayKeepToken,
    CancellationToken Token
)
{
    /// <summary>How many elements may be under way at once.</summary>
    public int Limit =>
        MaxConcurrency > 0 ? MaxConcurrency
        : IsOffloaded ? Environment.ProcessorCount
        : int.MaxValue;
}
