namespace Sluice.JsonLines;

/// <summary>Tracks the unfinished runs whose events arrive in batches. Not thread-safe, except for its count.</summary>
internal sealed class OpenRuns(int limit)
{
    private readonly Dictionary<Guid, RunRecord> _byId = [];
    private readonly LinkedList<RunRecord> _inOrder = [];

    public int Count => _byId.Count;

    /// <summary>Adds an event. If it is the last of its run, the run's lines are added to the buffer.</summary>
    public void Add(in RunEvent runEvent, LineBuffer lines, int maxTextLength)
    {
        if (!_byId.TryGetValue(runEvent.RunId, out var run))
        {
            run = Open(runEvent.RunId, lines, maxTextLength);
        }

        run.Add(in runEvent);
        if (runEvent.Kind == RunEventKind.RunCompleted)
        {
            Close(run, lines, maxTextLength);
        }
    }

    /// <summary>Adds the lines of all unfinished runs to the buffer.</summary>
    public void CloseAll(LineBuffer lines, int maxTextLength)
    {
        while (_inOrder.First is { } oldest)
        {
            Close(oldest.Value, lines, maxTextLength);
        }
    }

    private RunRecord Open(Guid id, LineBuffer lines, int maxTextLength)
    {
        if (_byId.Count == limit)
        {
            Close(_inOrder.First!.Value, lines, maxTextLength);
        }

        var run = RunRecord.Rent();
        _byId.Add(id, run);
        _inOrder.AddLast(run.Place);
        return run;
    }

    private void Close(RunRecord run, LineBuffer lines, int maxTextLength)
    {
        _byId.Remove(run.RunId);
        _inOrder.Remove(run.Place);
        lines.Add(run, maxTextLength);
        run.Return();
    }
}
