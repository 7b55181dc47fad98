using System.ComponentModel;
using System.Runtime.ExceptionServices;

namespace Sluice.CompilerServices;

/// <summary>The failures that a run goes on after, in the order in which they happened. Not thread-safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
#pragma warning disable CA1815 // Nobody compares two of them.
public struct StageFailures
#pragma warning restore CA1815
{
    private List<Exception>? _failures;

    /// <summary>Whether there is none.</summary>
    public readonly bool IsEmpty => _failures is null;

    /// <summary>Adds one.</summary>
    /// <param name="exception">What a stage failed with.</param>
    public void Add(Exception exception) => (_failures ??= []).Add(exception);

    /// <summary>Throws the first, as it was thrown by its stage, where there is one.</summary>
    public readonly void ThrowFirst()
    {
        if (_failures is not null)
        {
            ExceptionDispatchInfo.Throw(_failures[0]);
        }
    }

    /// <summary>The first, or what ended the run where there is none: the first recorded cause wins.</summary>
    /// <param name="exception">What ended the run.</param>
    /// <returns>What the run ends with.</returns>
    public readonly Exception FirstOr(Exception exception) => _failures is null ? exception : _failures[0];

    internal readonly IReadOnlyList<Exception>? Without(Exception exception) =>
        _failures?.Where(failure => !ReferenceEquals(failure, exception)).ToList();
}
