using Sluice.FunctionalTests.Harness;

namespace Sluice.FunctionalTests.Shapes;

/// <summary>The input of a run in any shape: records the stages that run, and the actions that a test adds to them.</summary>
/// <param name="pace">The way in which the stages complete.</param>
public sealed class Script(Pace pace)
{
    private readonly Dictionary<string, Action<StageContext>> _actions = [];
    private readonly Dictionary<string, Action> _undoActions = [];
    private readonly List<Undone> _undone = [];

    public Steps Steps { get; } = new(pace);

    /// <summary>The recorded entries: the name of each stage that ran, and the entries of the test.</summary>
    public IReadOnlyList<string> Entries => Steps.Entries;

    /// <summary>Adds an action to a stage, which runs after the stage's wait and before its end.</summary>
    public void In(string stage, Action<StageContext> action) => _actions.Add(stage, action);

    /// <summary>Lets a stage fail after its wait.</summary>
    public void FailIn(string stage, Exception exception) => In(stage, _ => throw exception);

    /// <summary>Lets the compensation of a stage fail.</summary>
    public void FailInUndoing(string stage, Exception exception) => InUndoing(stage, () => throw exception);

    /// <summary>Adds an action to the compensation of a stage, which runs after the compensation's wait and before its end.</summary>
    public void InUndoing(string stage, Action action) => _undoActions.Add(stage, action);

    /// <summary>The arguments of the compensations, in the order of their calls.</summary>
    public IReadOnlyList<Undone> Undone => _undone;

    public void Note(string entry) => Steps.Note(entry);

    public int Step(string stage, StageContext context)
    {
        Steps.Note(stage);
        Act(stage, context);
        return 1;
    }

    public async ValueTask<int> StepAsync(string stage, StageContext context)
    {
        _ = await Steps.NoteAsync(stage, 0).ConfigureAwait(false);
        Act(stage, context);
        return 1;
    }

    public void Undo(string stage, int output, Exception exception, CancellationToken token)
    {
        Steps.Note($"undo {stage}");
        EndUndoing(stage, output, exception, token);
    }

    public async ValueTask UndoAsync(string stage, int output, Exception exception, CancellationToken token)
    {
        _ = await Steps.NoteAsync($"undo {stage}", 0).ConfigureAwait(false);
        EndUndoing(stage, output, exception, token);
    }

    private void EndUndoing(string stage, int output, Exception exception, CancellationToken token)
    {
        _undone.Add(new Undone(stage, output, exception, token.IsCancellationRequested));
        if (_undoActions.TryGetValue(stage, out var action))
        {
            action();
        }
    }

    private void Act(string stage, StageContext context)
    {
        if (_actions.TryGetValue(stage, out var action))
        {
            action(context);
        }
    }
}
