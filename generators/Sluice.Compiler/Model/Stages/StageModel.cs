using Sluice.Compiler.Policies;
using Sluice.Compiler.Supplied;

namespace Sluice.Compiler.Model;

/// <summary>A stage as the user declared it.</summary>
/// <param name="Source">
/// The index of the source that contributes it. Source and method together are its identity.
/// </param>
/// <param name="MethodName">The method's name as declared, without keyword escaping.</param>
/// <param name="SimpleName">The method's name without <c>Async</c>, or the name that the attribute sets.</param>
/// <param name="Name">
/// The name that is unique in the pipeline: the simple name, or <c>member.Simple</c> if two sources share the simple
/// name.
/// </param>
/// <param name="IsStatic">Whether the method is static.</param>
/// <param name="Return">The way in which the method returns its output.</param>
/// <param name="OutputType">The index of its output's type, or -1 for an effect.</param>
/// <param name="OutputTypeName">
/// The output's type as emitted code writes it, with nullability and tuple names; empty for an effect.
/// </param>
/// <param name="IsOffloaded">Whether it runs on the thread pool.</param>
/// <param name="Parameters">Its parameters in declaration order.</param>
/// <param name="After">The names of stages that must come first, as written.</param>
/// <param name="Only">The names of the entry points that may run it, as written; empty if it is not restricted.</param>
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
    /// The form in which it returns its output. If it is an optional or an outcome, <see cref="OutputType"/> is the
    /// type of the value inside. If <see cref="Each"/> is set, this is the form of one result.
    /// </summary>
    public ValueForm Form { get; init; }

    /// <summary>Whether the method may return null instead of a task, which counts as a failure.</summary>
    public bool TaskMayBeNull { get; init; }

    /// <summary>Its conditions, all of which must hold.</summary>
    public EquatableArray<ConditionModel> Conditions { get; init; }

    /// <summary>
    /// Whether it is a plain method that a condition names. It runs if a condition needs it, and no parameter binds to
    /// it.
    /// </summary>
    public bool IsCondition { get; init; }

    /// <summary>
    /// Its fan-out over the elements of a collection, or <see langword="null"/>. With a fan-out,
    /// <see cref="OutputType"/> is an array of the results.
    /// </summary>
    public EachModel? Each { get; init; }

    /// <summary>Whether it is an entry point of a nested pipeline, so a call of it is a run of its own.</summary>
    public bool IsEntryPoint { get; init; }

    /// <summary>
    /// Whether it has optional parameters and overloads, so a call that omits an argument may resolve to another
    /// method.
    /// </summary>
    public bool IsOverloaded { get; init; }

    /// <summary>The policies that are compiled around its calls, outermost first.</summary>
    public EquatableArray<PolicyModel> Policies { get; init; }

    /// <summary>
    /// The way in which its output is disposed of. An output of the entry point is disposed of only if the run fails.
    /// </summary>
    public Disposal Disposal { get; init; }

    /// <summary>Its behaviour as a guard, or <see langword="null"/> if it is not one.</summary>
    public GuardModel? Guard { get; init; }

    /// <summary>The loop that it decides, or <see langword="null"/>.</summary>
    public LoopModel? Loop { get; init; }

    /// <summary>The method that compensates it, or <see langword="null"/>.</summary>
    public PolicyMethodModel? Compensation { get; init; }

    /// <summary>Whether it is an effect or a guard that adds the stages it needs to every entry point that can run it.</summary>
    public bool RunsAlways { get; init; }

    /// <summary>Whether it returns an outcome and promises that the outcome is never skipped.</summary>
    public bool NeverSkips { get; init; }

    /// <summary>The requirements of a call of its method.</summary>
    public CallRequirement Requirements { get; init; }

    /// <summary>
    /// <see cref="Requirements"/> together with those of the methods that its policies and its compensation name.
    /// </summary>
    public CallRequirement AllRequirements =>
        Policies
            .Methods()
            .Aggregate(
                Requirements
                    | (Compensation?.Requirements ?? CallRequirement.None)
                    | (Loop?.Exhausted?.Requirements ?? CallRequirement.None),
                (all, method) => all | method.Requirements
            );

    /// <summary>
    /// Its policies in the form of their attributes: first those around its calls, outermost first, then the others.
    /// </summary>
    public IEnumerable<string> PolicyDisplays =>
        [
            .. Policies.Select(policy => policy.Display),
            .. Compensation is null ? [] : (string[])[PolicyDisplay.Of("Compensate", Compensation.MethodName)],
            .. Guard is null ? [] : (string[])[Guard.Display],
            .. Loop is null ? [] : (string[])[Loop.Display],
            .. RunsAlways ? (string[])["Always"] : [],
        ];

    public bool IsEffect => OutputType < 0;

    /// <summary>Whether a parameter that the run supplies has one of the needs.</summary>
    public bool TakesSupplied(SuppliedNeeds needs) =>
        Parameters.Any(parameter => parameter.Supplied?.Need(needs) == true);

    /// <summary>
    /// Returns the depth at which a parameter takes values of its producer: 0 for the value itself, 1 for its elements,
    /// 2 for the elements of those.
    /// </summary>
    public int LevelOf(ParameterModel parameter) =>
        !parameter.IsEach ? 0
        : Each is { Flatten: true } ? 2
        : 1;

    /// <summary>Whether it runs whenever its inputs are available, even if nothing uses its output.</summary>
    public bool RunsUnasked => IsEffect || (Guard is not null && !IsCondition);

    /// <summary>The way in which a call of it, with its policies, returns its output.</summary>
    public ReturnShape CallReturn =>
        Policies.Count == 0 ? Return
        : Return != ReturnShape.Synchronous || Policies.MayWait() ? ReturnShape.ValueTask
        : ReturnShape.Synchronous;

    public bool IsAsynchronous => CallReturn != ReturnShape.Synchronous || IsOffloaded;
}
