using Sluice.FunctionalTests.Harness;

namespace Sluice.FunctionalTests.Shapes;

/// <summary>The input of a run in any shape: what its stages do beside noting that they run.</summary>
/// <param name="pace">How they complete.</param>
public sealed class Script(Pace pace)
{
    private readonly Dictionary<string, Action<StageContext>> _actions = [];

    public Steps Steps { get; } = new(pace);

    /// <summary>What has been noted: by each stage its name, and what the test notes itself.</summary>
    public IReadOnlyList<string> Entries => Steps.Entries;

    /// <summary>Lets a stage do something before it ends, when it has waited.</summary>
    public void In(string stage, Action<StageContext> action) => _actions.Add(stage, action);

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

    private void Act(string stage, StageContext context)
    {
        if (_actions.TryGetValue(stage, out var action))
        {
            action(context);
        }
    }
}
