namespace Sluice.FunctionalTests.Harness;

/// <summary>What the stages of a pipeline note, and what they wait for at the pace of the test.</summary>
/// <param name="pace">The pace.</param>
public sealed class Steps(Pace pace)
{
    private readonly List<Gate> _closed = [];

    public Pace Pace => pace;

    public IReadOnlyList<string> Entries => Journal.Entries;

    /// <summary>What has been noted, in alphabetical order: for stages between which there is no order.</summary>
    public IEnumerable<string> Sorted => Journal.Entries.Order(StringComparer.Ordinal);

    private Journal Journal { get; } = new();

    /// <summary>Notes that a stage runs.</summary>
    public void Note(string entry) => Journal.Add(entry);

    /// <summary>Notes that a stage runs, which gives a value.</summary>
    public T Note<T>(string entry, T value) => Journal.Add(entry, value);

    /// <summary>Notes that a stage runs, waits where the pace says so, and throws.</summary>
    public async ValueTask<T> FailAsync<T>(string entry, Exception exception)
    {
        _ = await NoteAsync(entry, 0).ConfigureAwait(false);
        throw exception;
    }

    /// <summary>Notes that a stage runs, and waits where the pace says so.</summary>
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

    /// <summary>Lets every stage go on until nothing waits any more, and gives the result of the run, which has ended then.</summary>
    public T Finish<T>(ValueTask<T> run)
    {
        GoOn();
        return Taken.From(run);
    }

    /// <summary>The same for a run without an output.</summary>
    public void Finish(ValueTask run)
    {
        GoOn();
        Assert.True(run.IsCompleted, "The run has not ended.");
        run.GetAwaiter().GetResult();
    }

    /// <summary>Lets every stage go on until nothing waits any more.</summary>
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
