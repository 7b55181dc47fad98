using Sluice.DifferentialTests.Graphs;

namespace Sluice.DifferentialTests.Reference.Prediction;

/// <summary>
/// Decides whether outputs may be absent by trying every combination of choices and of skipping stages. It knows nothing of
/// failures: a failure that reaches an output fails the run.
/// </summary>
public sealed class Production
{
    private const int MostCombinations = 20_000;

    private readonly EntryPointPlan _plan;
    private readonly List<(int Id, bool IsChoice, int Bound)> _atoms = [];

    public Production(EntryPointPlan plan)
    {
        _plan = plan;
        var sources = plan
            .Stages.SelectMany(stage => stage.Conditions)
            .Select(condition => condition.Source)
            .Distinct();
        _atoms.AddRange(sources.Select(id => (id, true, Routes.Choices(plan.Pipeline.ContentOf(id)))));
        _atoms.AddRange(plan.Stages.Where(MaySkip).Select(stage => (stage.Id, false, 2)));
        _atoms.Add((Inputs.Maybe, false, 2));
    }

    /// <summary>Whether there are few enough combinations to try them all.</summary>
    public bool IsDecidable =>
        _atoms.Aggregate(1L, (product, atom) => Math.Min(product * atom.Bound, int.MaxValue)) <= MostCombinations;

    /// <summary>Whether an output may be absent.</summary>
    public bool MayBeAbsent(Output output) => Worlds().Any(world => !output.Producers.Any(world.Produced.Contains));

    /// <summary>Whether a stage is ever run.</summary>
    public bool MayRun(int id) => Worlds().Any(world => world.Run.Contains(id));

    private static bool MaySkip(StageShape stage) => stage.Form != Form.Plain && stage.Each is null;

    private IEnumerable<(HashSet<int> Run, HashSet<int> Produced)> Worlds()
    {
        var atoms = _atoms.ToDictionary(atom => (atom.Id, atom.IsChoice), _ => 0);
        while (true)
        {
            yield return World(atoms);
            var place = 0;
            while (place < _atoms.Count && ++atoms[Key(place)] == _atoms[place].Bound)
            {
                atoms[Key(place++)] = 0;
            }

            if (place == _atoms.Count)
            {
                yield break;
            }
        }
    }

    private (int Id, bool IsChoice) Key(int place) => (_atoms[place].Id, _atoms[place].IsChoice);

    private (HashSet<int> Run, HashSet<int> Produced) World(Dictionary<(int Id, bool IsChoice), int> atoms)
    {
        HashSet<int> run = [];
        HashSet<int> produced = [.. Inputs.All];
        if (atoms[(Inputs.Maybe, false)] == 0)
        {
            produced.Remove(Inputs.Maybe);
        }

        foreach (var stage in _plan.Stages)
        {
            var runs =
                stage.Conditions.All(condition =>
                    produced.Contains(condition.Source)
                    && _plan.Holds(stage, condition, atoms[(condition.Source, true)])
                )
                && stage
                    .Parameters.Where(parameter => parameter.Form == Form.Plain)
                    .All(parameter => parameter.Producers.Any(produced.Contains));
            if (runs)
            {
                run.Add(stage.Id);
            }

            if (runs && (!MaySkip(stage) || atoms[(stage.Id, false)] == 1))
            {
                produced.Add(stage.Id);
            }
        }

        return (run, produced);
    }
}
