using Sluice.Compiler.Model;

namespace Sluice.Compiler.Lower;

/// <summary>How a stage runs for each element of a collection.</summary>
/// <param name="Execution">How the elements follow one another.</param>
/// <param name="ResultForm">The form in which the results are taken.</param>
/// <param name="Collection">How the elements are reached.</param>
/// <param name="ElementName">The type of the elements of the collection as code writes it.</param>
/// <param name="IsMemoryOfItems">Whether the memory that holds the elements can be passed on as it is.</param>
/// <param name="ResultsMayKeepToken">Whether a result could use the run's token after the run.</param>
/// <param name="CapturesPipeline">Whether the call for one element needs the pipeline instance.</param>
internal sealed record ElementCall(
    ElementExecution Execution,
    ValueForm ResultForm,
    CollectionKind Collection,
    string ElementName,
    bool IsMemoryOfItems,
    bool ResultsMayKeepToken,
    bool CapturesPipeline
);
