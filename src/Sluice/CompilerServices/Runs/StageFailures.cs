using System.ComponentModel;
using System.Runtime.ExceptionServices;

namespace Sluice.CompilerServices;

/// <summary>The failures of stages that a run goes on after, in the order in which they happened. Not thread-safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
#pragma warning disable CA1815 // Failures are never compared.
public struct StageFailures
#pragma warning restore CA1815
{
    private List<Exception>? _failures;

    /// <summary>Whether there are no failures.</summary>
    public readonly bool IsEmpty => _failures is null;

    /// <summary>Adds the failure of a stage.</summary>
    /// <param name="exception">The failure.</param>
    public void Add(Exception exception) => (_failures ??= []).Add(exception);

    /// <summary>Throws the first failure, with the stack trace of its stage, if there is one.</summary>
    public readonly void ThrowFirst()
    {
        if (_failures is not null)
        {
            ExceptionDispatchInfo.Throw(_failures[0]);
        }
    }

    /// <summary>Chooses the exception that the run ends with: the first failure, or the exception that ended the run if there is none.</summary>
    /// <param name="exception">The exception that ended the run.</param>
    /// <returns>The exception that the run ends with.</returns>
    public readonly Exception FirstOr(Exception exception) => _failures is null ? exception : _failures[0];

    internal readonly IReadOnlyList<Exception>? Without(Exception exception) =>
        _failures?.Where(failure => !ReferenceEquals(failure, exception)).ToList();
}
