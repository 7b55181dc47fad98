using Sluice.Compiler.Model;

namespace Sluice.Compiler.Policies;

/// <summary>
/// A policy of a stage: one layer of code around its calls. It provides everything that binding, planning and emission
/// need as data, so that these do not depend on the individual policies.
/// </summary>
internal abstract record PolicyModel
{
    /// <summary>The layer of the policy. Only interceptors can share one.</summary>
    public abstract PolicyLayer Layer { get; }

    /// <summary>The policy in the form of its attribute, for the graph, comments and documentation.</summary>
    public abstract string Display { get; }

    /// <summary>The parts of the run and of other layers that the policy needs.</summary>
    public virtual PolicyNeeds Needs => PolicyNeeds.None;

    /// <summary>
    /// The reason why the stage may complete after its call has returned, or <see langword="null"/> if the policy never
    /// waits.
    /// </summary>
    public virtual WaitReason? Wait => null;

    /// <summary>The methods that it names.</summary>
    public virtual EquatableArray<PolicyMethodModel> Methods => default;

    /// <summary>The fields and properties that it names.</summary>
    public virtual EquatableArray<PolicyMember> Members => default;

    /// <summary>
    /// The change that avoids the state which each instance of the pipeline keeps for the policy, or
    /// <see langword="null"/> if there is no state.
    /// </summary>
    public virtual string? KeepsState => null;

    /// <summary>
    /// The reason why the run cannot dispose of the stage's output, with the remedy, or <see langword="null"/> if it
    /// can.
    /// </summary>
    public virtual string? ReasonAgainstDisposal => null;

    /// <summary>
    /// The reason why the stage cannot be compensated, with the remedy, or <see langword="null"/> if it can.
    /// </summary>
    public virtual string? ReasonAgainstCompensation => null;
}
