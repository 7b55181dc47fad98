namespace Sluice.CompilerServices;

/// <summary>
/// What is kept beside an exception: of each run that it ended, and of stages that it is on its way through. Runs may share an
/// exception, and end with it at the same time. They are told apart by the thread, as an exception goes up on one. Thread-safe.
/// </summary>
internal sealed class ExceptionRecords
{
    private readonly PerThread<RunFailure> _runs = new();
    private readonly PerThread<List<Exception>> _parts = new();

    /// <summary>The last run that ended with the exception on this thread, otherwise the last of all.</summary>
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

    /// <summary>What is kept beside the exception on its way through a stage: by this thread, otherwise the last.</summary>
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

    /// <summary>Says that a run ends with the exception on this thread.</summary>
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

    /// <summary>Takes the failures for the run that ends with the exception. Nobody's where it cannot be told whose they are.</summary>
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
