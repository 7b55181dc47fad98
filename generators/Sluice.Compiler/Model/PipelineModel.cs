namespace Sluice.Compiler.Model;

/// <summary>
/// A pipeline as it was written, with every name resolved and nothing decided: what Parse makes of symbols. It holds no symbol,
/// no syntax and no location, so that two models are equal when the same pipeline was written.
/// </summary>
/// <param name="Declaration">How the emitted part re-opens the type.</param>
/// <param name="Name">The pipeline's name for messages and for the graph: namespace, containing types, name, type parameters.</param>
/// <param name="IsStatic">Whether the class is static, so that there is no instance to call on.</param>
/// <param name="Types">Every type that a stage, input or output has, once each by identity. A type is known by its index here.</param>
/// <param name="Conversions">The implicit reference conversions between <paramref name="Types"/> that binding may ask for.</param>
/// <param name="Sources">Where stages come from. The first is always the pipeline itself.</param>
/// <param name="Stages">The stages that are well formed, in order of source, then of declaration.</param>
/// <param name="EntryPoints">The entry points that are well formed, in order of declaration.</param>
/// <param name="RejectedSignatures">
/// The declarations of entry points that are not well formed. They get a body that throws, so that the finding stands alone.
/// </param>
/// <param name="MemberNames">
/// Names that emitted members must not take: of the type's own members, those that it inherits, and its type parameters. Sorted.
/// </param>
/// <param name="GraphName">The name of the property that gives the graph.</param>
/// <param name="HidesInheritedGraph">Whether a base class is a pipeline whose property has that name.</param>
/// <param name="Findings">What is wrong with the declarations themselves.</param>
internal sealed record PipelineModel(
    PipelineDeclaration Declaration,
    string Name,
    bool IsStatic,
    EquatableArray<TypeModel> Types,
    EquatableArray<TypeConversion> Conversions,
    EquatableArray<StageSource> Sources,
    EquatableArray<StageModel> Stages,
    EquatableArray<EntryPointModel> EntryPoints,
    EquatableArray<string> RejectedSignatures,
    EquatableArray<string> MemberNames,
    string GraphName,
    bool HidesInheritedGraph,
    EquatableArray<Finding> Findings
)
{
    /// <summary>What binding does not see of the types that it may bring together.</summary>
    public EquatableArray<TypeDifference> Differences { get; init; }

    /// <summary>The methods that could make an output if they were stages, where otherwise an input could be the output.</summary>
    public EquatableArray<UnmarkedMethod> UnmarkedMethods { get; init; }

    /// <summary>Whether a run goes on with what does not need a stage that failed.</summary>
    public bool ContinuesOnFailure { get; init; }

    /// <summary>Whether the compiler checks that every language can use what the assembly shows.</summary>
    public bool IsCheckedForOtherLanguages { get; init; }

    /// <summary>Whether its runs give spans and metrics.</summary>
    public bool HasTelemetry { get; init; }

    /// <summary>The name of the method that reads the outputs of stages from a run's report.</summary>
    public string ViewName { get; init; } = "StagesOf";

    /// <summary>The aliases of references by which names in the emitted file begin. Sorted.</summary>
    public EquatableArray<string> ExternAliases { get; init; }

    /// <summary>
    /// The ids of diagnostics that what the emitted file names would give there: of what is experimental, or obsolete under an id of
    /// its own. Sorted.
    /// </summary>
    public EquatableArray<string> DiagnosticIds { get; init; }

    /// <summary>Whether a base class is a pipeline whose method has that name.</summary>
    public bool HidesInheritedView { get; init; }
}
