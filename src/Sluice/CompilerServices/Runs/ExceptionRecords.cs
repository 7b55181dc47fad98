namespace Sluice.CompilerServices;

/// <summary>
/// The details that are kept beside an exception: of each run that it has ended, and of stages that it is passing through. Several runs
/// may end with one exception at the same time. They are told apart by the thread, since an exception travels up the stack of one
/// thread. Thread-safe.
/// </summary>
internal sealed class ExceptionRecords
{
    private readonly PerThread<RunFailure> _runs = new();
    private readonly PerThread<List<Exception>> _parts = new();

    /// <summary>The last run that ended with the exception on this thread; if there is none, the last on any thread.</summary>
    public RunFailure? Last
    {
        get
        {
            lock (_runs)
            {
                return _runs.OfThread ?? _runs.Last;
            }
        }
    }

    /// <summary>The failures that this thread keeps beside the exception for a run; if there are none, those of the last thread.</summary>
    public List<Exception>? LastPart
    {
        get
        {
            lock (_runs)
            {
                return _parts.OfThread ?? _parts.Last;
            }
        }
    }

    /// <summary>Notes that a run ends with the exception on this thread.</summary>
    public void Add(RunFailure failure)
    {
        lock (_runs)
        {
            _runs.Set(failure);
        }
    }

    /// <summary>Keeps failures beside the exception until a run ends with it.</summary>
    public void AddPart(List<Exception> failures)
    {
        lock (_runs)
        {
            _parts.Set(failures);
        }
    }

    /// <summary>Takes the failures for the run that ends with the exception.</summary>
    /// <returns>The failures of this thread, or the only ones; <see langword="null"/> if it is not known which belong to the run.</returns>
    public List<Exception>? TakePart()
    {
        lock (_runs)
        {
            var part = _parts.OfThread ?? _parts.Only;
            if (part is not null)
            {
                _parts.Remove(part);
            }

            return part;
        }
    }
}
