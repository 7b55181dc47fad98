namespace Sluice.CompilerServices;

/// <content>The rounds that the loops of the run are in.</content>
public partial class RunScope
{
    private RoundNumbers _rounds = new();

    /// <summary>Notes that a loop has a further round.</summary>
    /// <param name="decision">The index of the stage that decides the loop.</param>
    public void NextRound(int decision) => _rounds.Next(decision, _stages.Names.Length, Gate);

    /// <summary>Notes that a loop begins anew, since the loop that contains it has a further round.</summary>
    /// <param name="decision">The index of the stage that decides the loop.</param>
    public void RestartLoop(int decision)
    {
        lock (Gate)
        {
            _rounds.Restart(decision);
        }
    }

    /// <summary>The round of the innermost loop that a stage is in, from 1, and whether it is the last.</summary>
    internal (int Round, bool IsLast) RoundOf(int use, int stage)
    {
        lock (Gate)
        {
            ThrowUnlessIn(use);
            var decision = _stages.LoopOf(stage);
            if (decision < 0)
            {
                return (1, true);
            }

            var round = _rounds.Of(decision);
            return (round, round >= _stages.MaxRounds[decision]);
        }
    }
}
