namespace Sluice.Compiler.Model;

/// <summary>
/// A pipeline as the user wrote it, with every type resolved and nothing decided. Parse makes it from symbols. It holds
/// no symbol, syntax or location, so that equal declarations give equal models.
/// </summary>
/// <param name="Declaration">The declaration with which the emitted part re-opens the type.</param>
/// <param name="Name">
/// The pipeline's name for messages and for the graph: namespace, containing types, name and type parameters.
/// </param>
/// <param name="IsStatic">Whether the class is static, so there is no instance.</param>
/// <param name="Types">
/// The types of stages, inputs and outputs, each once by identity. Other parts of the model refer to a type by its
/// index here.
/// </param>
/// <param name="Conversions">
/// The implicit reference conversions between <paramref name="Types"/> that binding may need.
/// </param>
/// <param name="Sources">The sources of stages. The first is always the pipeline itself.</param>
/// <param name="Stages">The well-formed stages, ordered by source and then by declaration.</param>
/// <param name="EntryPoints">The well-formed entry points in declaration order.</param>
/// <param name="RejectedSignatures">
/// The declarations of malformed entry points. They get a body that throws, so that the finding is the only error.
/// </param>
/// <param name="MemberNames">
/// The names that emitted members must not take: those of the type's own and inherited members and of its type
/// parameters. Sorted.
/// </param>
/// <param name="GraphName">The name of the property that returns the graph.</param>
/// <param name="HidesInheritedGraph">
/// Whether a base class is a pipeline that has a graph property of the same name.
/// </param>
/// <param name="Findings">The faults of the declarations themselves.</param>
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
    /// <summary>
    /// The differences between types that binding ignores: nullability inside them and tuple element names.
    /// </summary>
    public EquatableArray<TypeDifference> Differences { get; init; }

    /// <summary>
    /// Methods that could produce an output if they were stages, kept for outputs that would otherwise be an input.
    /// </summary>
    public EquatableArray<UnmarkedMethod> UnmarkedMethods { get; init; }

    /// <summary>Whether a run continues with the stages that do not depend on a failed one.</summary>
    public bool ContinuesOnFailure { get; init; }

    /// <summary>
    /// Whether the assembly or module is marked <c>[CLSCompliant(true)]</c>, so the C# compiler checks its public
    /// members.
    /// </summary>
    public bool IsCheckedForOtherLanguages { get; init; }

    /// <summary>Whether runs produce spans and metrics.</summary>
    public bool HasTelemetry { get; init; }

    /// <summary>The name of the method that reads the stages' outputs from a run's report.</summary>
    public string ViewName { get; init; } = "StagesOf";

    /// <summary>The aliases of references with which names in the emitted file begin. Sorted.</summary>
    public EquatableArray<string> ExternAliases { get; init; }

    /// <summary>
    /// The ids of the diagnostics that naming experimental members, or members that are obsolete under an id of their
    /// own, would cause in the emitted file. Sorted.
    /// </summary>
    public EquatableArray<string> DiagnosticIds { get; init; }

    /// <summary>Whether a base class is a pipeline that has a view method of the same name.</summary>
    public bool HidesInheritedView { get; init; }

    /// <summary>
    /// The types that conditions name, and those of the values that they compare with types. Empty if no condition
    /// names a type.
    /// </summary>
    public EquatableArray<RouteTypeModel> RouteTypes { get; init; }

    /// <summary>The types of the values that conditions compare with types.</summary>
    public EquatableArray<TypeRouteModel> TypeRoutes { get; init; }

    /// <summary>Whether the runs of an entry point have an observer.</summary>
    /// <param name="entryPoint">The entry point.</param>
    public bool IsObserved(EntryPointModel entryPoint) => entryPoint.ObserverType is not null || HasTelemetry;
}
