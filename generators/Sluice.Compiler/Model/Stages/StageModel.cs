using Sluice.Compiler.Policies;

namespace Sluice.Compiler.Model;

/// <summary>A stage as it was written.</summary>
/// <param name="Source">The index of the source that brings it in. (Source, method) is its identity.</param>
/// <param name="MethodName">The method's name, as declared and not escaped.</param>
/// <param name="SimpleName">The method's name without <c>Async</c>, or the name that the attribute gives.</param>
/// <param name="Name">
/// The name that is unique in the pipeline: the simple one, or <c>member.Simple</c> where two sources share the simple one.
/// </param>
/// <param name="IsStatic">Whether the method is static.</param>
/// <param name="Return">How it gives back its output.</param>
/// <param name="OutputType">The index of its output's type, or -1 for an effect.</param>
/// <param name="OutputTypeName">The output's type as code writes it, with nullability and tuple names; empty for an effect.</param>
/// <param name="IsOffloaded">Whether it runs on the thread pool.</param>
/// <param name="Parameters">Its parameters in order.</param>
/// <param name="After">Names of stages that come first, as written.</param>
/// <param name="Only">Names of the entry points that may run it, as written; empty where it is not restricted.</param>
internal sealed record StageModel(
    int Source,
    string MethodName,
    string SimpleName,
    string Name,
    bool IsStatic,
    ReturnShape Return,
    int OutputType,
    string OutputTypeName,
    bool IsOffloaded,
    EquatableArray<ParameterModel> Parameters,
    EquatableArray<string> After,
    EquatableArray<string> Only
)
{
    /// <summary>
    /// In which form it returns its output. Where that is an optional or an outcome, <see cref="OutputType"/> is that of the value
    /// inside; of a stage with <see cref="Each"/> it is the form of one result.
    /// </summary>
    public ValueForm Form { get; init; }

    /// <summary>Whether the method may give back null where its task is expected, which is a failure.</summary>
    public bool TaskMayBeNull { get; init; }

    /// <summary>Its conditions: all must hold.</summary>
    public EquatableArray<ConditionModel> Conditions { get; init; }

    /// <summary>
    /// Whether it is a plain method that a condition names: it runs where a condition needs it, and no parameter binds to it.
    /// </summary>
    public bool IsCondition { get; init; }

    /// <summary>
    /// How it runs for each element of a collection, or <see langword="null"/>. <see cref="OutputType"/> is an array of its results
    /// then.
    /// </summary>
    public EachModel? Each { get; init; }

    /// <summary>Whether it is an entry point of a nested pipeline, so that a call of it is a run of its own.</summary>
    public bool IsEntryPoint { get; init; }

    /// <summary>
    /// Whether it has parameters that a call may leave out and other methods have its name, so that a call which leaves one out may reach
    /// another.
    /// </summary>
    public bool IsOverloaded { get; init; }

    /// <summary>The policies that are compiled around its calls, outermost first.</summary>
    public EquatableArray<PolicyModel> Policies { get; init; }

    /// <summary>How what it produces is disposed of: of an output of the entry point only where the run fails.</summary>
    public Disposal Disposal { get; init; }

    /// <summary>What it does for others where it guards them, or <see langword="null"/>.</summary>
    public GuardModel? Guard { get; init; }

    /// <summary>The method that undoes it, or <see langword="null"/>.</summary>
    public PolicyMethodModel? Compensation { get; init; }

    /// <summary>Whether it is an effect or a guard that brings in all that it needs.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Whether it promises, where it returns an outcome, that this is never skipped.</summary>
    public bool NeverSkips { get; init; }

    /// <summary>What a call of its method requires.</summary>
    public CallRequirement Requirements { get; init; }

    /// <summary>The same, with what the calls of the methods require that its policies name.</summary>
    public CallRequirement AllRequirements =>
        Policies
            .Methods()
            .Aggregate(
                Requirements | (Compensation?.Requirements ?? CallRequirement.None),
                (all, method) => all | method.Requirements
            );

    /// <summary>Its policies as a reader would write them: those around its calls, outermost first, then those beside them.</summary>
    public IEnumerable<string> PolicyDisplays =>
        [
            .. Policies.Select(policy => policy.Display),
            .. Compensation is null ? [] : (string[])[PolicyDisplay.Of("Compensate", Compensation.MethodName)],
            .. Guard is null ? [] : (string[])[Guard.Display],
            .. IsRequired ? (string[])["Required"] : [],
        ];

    public bool IsEffect => OutputType < 0;

    /// <summary>How deep inside of its producer a parameter takes: 0 as it is, 1 the elements, 2 the elements of those.</summary>
    public int LevelOf(ParameterModel parameter) =>
        !parameter.IsEach ? 0
        : Each is { Flatten: true } ? 2
        : 1;

    /// <summary>Whether it runs wherever what it takes is there, although nobody asks for its output.</summary>
    public bool RunsUnasked => IsEffect || (Guard is not null && !IsCondition);

    /// <summary>How a call of it, with its policies, gives back its output.</summary>
    public ReturnShape CallReturn =>
        Policies.Count == 0 ? Return
        : Return != ReturnShape.Synchronous || Policies.MayWait() ? ReturnShape.ValueTask
        : ReturnShape.Synchronous;

    public bool IsAsynchronous => CallReturn != ReturnShape.Synchronous || IsOffloaded;
}
