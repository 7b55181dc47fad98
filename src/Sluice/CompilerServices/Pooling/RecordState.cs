using System.ComponentModel;

namespace Sluice.CompilerServices;

/// <summary>
/// The state of the policies of a pipeline that is a record. It is a field of the record but no part of its value: it equals the state
/// of every other instance. A copy of the record begins with the field of the original and gets a state of its own.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class RecordState
{
    private object? _owner;

    /// <summary>Gets the state of an instance.</summary>
    /// <typeparam name="TState">The type of the state.</typeparam>
    /// <param name="field">The field of the instance. If it belongs to another instance, it is replaced.</param>
    /// <param name="owner">The instance.</param>
    /// <returns>The same object each time.</returns>
    public static TState Of<TState>(ref TState field, object owner)
        where TState : RecordState
    {
        ArgumentNullException.ThrowIfNull(owner);
        var state = Volatile.Read(ref field);
        return ReferenceEquals(state._owner, owner) ? state : Claim(ref field, state, owner);
    }

    /// <inheritdoc />
    public sealed override bool Equals(object? obj) => obj is not null && obj.GetType() == GetType();

    /// <inheritdoc />
    public sealed override int GetHashCode() => 0;

    /// <summary>Makes an empty state.</summary>
    /// <returns>An object of the same type.</returns>
    protected abstract RecordState Create();

    // The original and its copies share a field at first. The first of them that asks keeps the object.
    private static TState Claim<TState>(ref TState field, TState state, object owner)
        where TState : RecordState
    {
        var claimant = Interlocked.CompareExchange(ref state._owner, owner, null);
        if (claimant is null || ReferenceEquals(claimant, owner))
        {
            return state;
        }

        var own = (TState)state.Create();
        own._owner = owner;
        var present = Interlocked.CompareExchange(ref field, own, state);
        return ReferenceEquals(present, state) ? own : present;
    }
}
