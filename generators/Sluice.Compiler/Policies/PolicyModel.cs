using Sluice.Compiler.Model;

namespace Sluice.Compiler.Policies;

/// <summary>
/// A policy of a stage: one layer of code around its calls. It carries as data everything that binding, planning and emission need to
/// know of it, so that none of them knows which policies there are.
/// </summary>
internal abstract record PolicyModel
{
    /// <summary>The layer that it is. Only interceptors share one.</summary>
    public abstract PolicyLayer Layer { get; }

    /// <summary>The policy as a reader of its attribute would write it: in the graph, in comments and in documentation.</summary>
    public abstract string Display { get; }

    /// <summary>What it needs from the run and from other layers.</summary>
    public virtual PolicyNeeds Needs => PolicyNeeds.None;

    /// <summary>Why the stage may end later than its call returns, or <see langword="null"/> if the policy never waits.</summary>
    public virtual WaitReason? Wait => null;

    /// <summary>The methods that it names.</summary>
    public virtual EquatableArray<PolicyMethodModel> Methods => default;

    /// <summary>The fields and properties that it names.</summary>
    public virtual EquatableArray<PolicyMember> Members => default;

    /// <summary>
    /// How to do without the state that each instance of the pipeline keeps for it, or <see langword="null"/> if it keeps none.
    /// </summary>
    public virtual string? KeepsState => null;

    /// <summary>
    /// Why the run cannot dispose of the stage's output, with the remedy, or <see langword="null"/> if it can.
    /// </summary>
    public virtual string? ReasonAgainstDisposal => null;

    /// <summary>Why the stage cannot be compensated, with the remedy, or <see langword="null"/> if it can.</summary>
    public virtual string? ReasonAgainstCompensation => null;
}
