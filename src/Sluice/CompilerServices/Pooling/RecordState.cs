using System.ComponentModel;

namespace Sluice.CompilerServices;

/// <summary>
/// What the policies of a pipeline that is a record keep for an instance. It is a field of the record, but no part of its value: it
/// equals that of every other instance, and a copy of the record, which has the field in common with the original, gets its own.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class RecordState
{
    private object? _owner;

    /// <summary>What the policies of an instance keep.</summary>
    /// <typeparam name="TState">The type of it.</typeparam>
    /// <param name="field">The field of the instance. It is written where it came from a copy.</param>
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

    /// <summary>Makes another one, with nothing in it.</summary>
    /// <returns>An object of the same type.</returns>
    protected abstract RecordState Create();

    // Whoever asks first, the original or a copy of it, keeps the object that they have in common.
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
