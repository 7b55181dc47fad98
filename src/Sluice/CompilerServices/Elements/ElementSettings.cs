namespace Sluice.CompilerServices.Elements;

/// <summary>The settings of a fan-out.</summary>
/// <param name="MaxConcurrency">The maximum number of concurrent elements, or 0 for the default.</param>
/// <param name="IsOffloaded">Whether elements start on the thread pool.</param>
/// <param name="ResultsMayKeepToken">
/// Whether the results may use the elements' token after the fan-out has ended.
/// </param>
/// <param name="Token">The token of the run.</param>
internal readonly record struct ElementSettings(
    int MaxConcurrency,
    bool IsOffloaded,
    bool ResultsMayKeepToken,
    CancellationToken Token
)
{
    /// <summary>The effective maximum number of concurrent elements.</summary>
    public int Limit =>
        MaxConcurrency > 0 ? MaxConcurrency
        : IsOffloaded ? Environment.ProcessorCount
        : int.MaxValue;
}
