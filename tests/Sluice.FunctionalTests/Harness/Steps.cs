namespace Sluice.FunctionalTests.Harness;

/// <summary>Records the stages of a pipeline, and makes them wait according to the pace of the test.</summary>
/// <param name="pace">The pace.</param>
public sealed class Steps(Pace pace)
{
    private readonly List<Gate> _closed = [];

    public Pace Pace => pace;

    public IReadOnlyList<string> Entries => Journal.Entries;

    /// <summary>The entries in alphabetical order, for stages without an order between them.</summary>
    public IEnumerable<string> Sorted => Journal.Entries.Order(StringComparer.Ordinal);

    private Journal Journal { get; } = new();

    /// <summary>Records that a stage runs.</summary>
    public void Note(string entry) => Journal.Add(entry);

    /// <summary>Records that a stage runs, and returns its value.</summary>
    public T Note<T>(string entry, T value) => Journal.Add(entry, value);

    /// <summary>Records that a stage runs, waits if the pace requires it, and throws.</summary>
    public async ValueTask<T> FailAsync<T>(string entry, Exception exception)
    {
        _ = await NoteAsync(entry, 0).ConfigureAwait(false);
        throw exception;
    }

    /// <summary>Records that a stage runs, and waits if the pace requires it.</summary>
    public async ValueTask<T> NoteAsync<T>(string entry, T value)
    {
        Journal.Add(entry);
        if (pace is Pace.Suspended or Pace.Reversed)
        {
            var gate = new Gate();
            _closed.Add(gate);
            await gate.WaitAsync();
        }

        return value;
    }

    /// <summary>Continues stages until none is waiting, and returns the result of the run, which must have ended.</summary>
    public T Finish<T>(ValueTask<T> run)
    {
        GoOn();
        return Taken.From(run);
    }

    /// <summary>Continues stages until none is waiting. The run must have ended, and has no output.</summary>
    public void Finish(ValueTask run)
    {
        GoOn();
        Assert.True(run.IsCompleted, "The run has not ended.");
        run.GetAwaiter().GetResult();
    }

    /// <summary>Continues stages until none is waiting.</summary>
    public void GoOn()
    {
        while (_closed.Count > 0)
        {
            var index = pace == Pace.Reversed ? _closed.Count - 1 : 0;
            var gate = _closed[index];
            _closed.RemoveAt(index);
            gate.Open(0);
        }
    }
}
