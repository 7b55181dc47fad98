using Sluice.Compiler.Model;

namespace Sluice.Compiler.Policies.Intercept;

/// <summary>An interceptor around the calls of a stage.</summary>
/// <param name="TypeName">Its type, as emitted code writes it.</param>
/// <param name="DisplayName">Its type, as messages and the graph show it.</param>
/// <param name="IsValueType">Whether it is a struct. A struct is created for each call if no member holds it.</param>
/// <param name="IsSynchronous">Whether it wraps this stage without making it asynchronous.</param>
/// <param name="Member">
/// The member that holds it, without keyword escaping, or <see langword="null"/> if its constructor creates it.
/// </param>
/// <param name="MemberIsStatic">Whether that member is static.</param>
/// <param name="IsOnPipeline">
/// Whether the member belongs to the pipeline itself; otherwise to the type that declares the stage.
/// </param>
internal sealed record InterceptPolicy(
    string TypeName,
    string DisplayName,
    bool IsValueType,
    bool IsSynchronous,
    string? Member,
    bool MemberIsStatic,
    bool IsOnPipeline
) : PolicyModel
{
    /// <summary>
    /// Whether calls must name its method. They do if it is a class, because calls through a type parameter share their
    /// code between all classes. They cannot if it implements its interface explicitly, because the method then has no
    /// name.
    /// </summary>
    public bool IsCalledByName { get; init; }

    public override PolicyLayer Layer => PolicyLayer.Interceptors;

    public override string Display => $"Intercept<{DisplayName}>";

    public override PolicyNeeds Needs => PolicyNeeds.Scope | PolicyNeeds.Context | PolicyNeeds.CallStruct;

    public override WaitReason? Wait =>
        IsSynchronous
            ? null
            : new WaitReason(
                $"is awaited by interceptor '{DisplayName}'",
                $"let '{DisplayName}' implement 'ISynchronousStageInterceptor' as well"
            );

    public override EquatableArray<PolicyMember> Members =>
        Member is null ? default : new([new PolicyMember(Member, MemberIsStatic, IsOnPipeline)]);

    public override string? KeepsState =>
        IsValueType || Member is not null ? null : $"make '{DisplayName}' a struct because each instance has its own";
}
