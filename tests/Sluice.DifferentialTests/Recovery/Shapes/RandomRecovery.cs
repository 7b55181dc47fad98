using System.Globalization;
using Sluice.DifferentialTests.Graphs;

namespace Sluice.DifferentialTests.Recovery.Shapes;

/// <summary>Makes pipelines with guards, compensations, clean-ups and pipelines within pipelines.</summary>
internal sealed class RandomRecovery
{
    private const int MostDepth = 2;

    private readonly Dice _dice;
    private readonly string _name;
    private int _last = -1;

    private RandomRecovery(ulong seed) =>
        (_dice, _name) = (new Dice(seed), string.Create(CultureInfo.InvariantCulture, $"Recovery{seed:x16}"));

    /// <summary>Makes a pipeline with some stages, those of nested pipelines not counted.</summary>
    public static RecoveryPipeline Create(ulong seed, int smallest, int largest)
    {
        var random = new RandomRecovery(seed);
        var isSynchronous = random._dice.Chance(15);
        return random.Pipeline(
            random._name,
            smallest + random._dice.Below(largest - smallest + 1),
            [],
            0,
            madeFor: -1,
            isSynchronous
        );
    }

    private RecoveryPipeline Pipeline(
        string name,
        int count,
        IReadOnlyList<int> outer,
        int depth,
        int madeFor,
        bool isSynchronous
    )
    {
        var stages = new List<RecoveryStage>();
        for (var index = 0; index < count; index++)
        {
            var id = ++_last;
            var isLast = index == count - 1;
            var mayNest = depth < MostDepth && count > 1 && !(isLast && madeFor >= 0);
            var takes = Takes(stages, outer, isLast);
            // A run that is nested in a nested run is found by the calls of the latter.
            mayNest &= depth == 0 || takes.Any(id => stages.Exists(stage => stage.Id == id && stage.Nested is null));
            stages.Add(
                mayNest && _dice.Chance(depth == 0 ? 25 : 15)
                    ? Nest(id, takes, depth, isSynchronous)
                    : Method(id, takes, isSynchronous) with
                    {
                        MadeFor = isLast ? madeFor : -1,
                    }
            );
        }

        var last = stages[^1].Id;
        if (_dice.Chance(60))
        {
            AddGuard(stages, isSynchronous);
        }

        var needsTask = stages.Any(stage => stage.Return != ReturnStyle.Synchronous);
        return new RecoveryPipeline(
            name,
            _dice.Chance(25),
            stages,
            last,
            needsTask ? _dice.Pick([ReturnStyle.ValueTask, ReturnStyle.ValueTask, ReturnStyle.Task])
                : isSynchronous ? ReturnStyle.Synchronous
                : ReturnStyle.ValueTask,
            depth == 0 && _dice.Chance(50)
        );
    }

    private RecoveryStage Method(int id, int[] takes, bool isSynchronous) =>
        new(id, Style(isSynchronous))
        {
            Takes = takes,
            IsCompensated = _dice.Chance(40),
            CleansUp = _dice.Chance(30),
            TakesToken = _dice.Chance(50),
        };

    private RecoveryStage Nest(int id, int[] takes, int depth, bool isSynchronous)
    {
        var nested = Pipeline(
            string.Create(CultureInfo.InvariantCulture, $"{_name}N{id}"),
            1 + _dice.Below(4),
            takes,
            depth + 1,
            id,
            isSynchronous
        );
        // An input that nothing takes is a warning.
        var taken = nested.SelfAndNested().SelectMany(pipeline => pipeline.Stages).SelectMany(stage => stage.Takes);
        return new RecoveryStage(id, nested.Return) { Takes = [.. takes.Where(taken.Contains)], Nested = nested };
    }

    private void AddGuard(List<RecoveryStage> stages, bool isSynchronous)
    {
        var checkedStage = _dice.Pick(stages);
        var before = new HashSet<int> { checkedStage.Id };
        foreach (var stage in Enumerable.Reverse(stages).Where(stage => before.Contains(stage.Id)).ToArray())
        {
            before.UnionWith(stage.Takes);
        }

        stages.Add(
            new RecoveryStage(++_last, Style(isSynchronous))
            {
                Takes = [checkedStage.Id],
                Retried = _dice.Pick([.. stages.Where(stage => before.Contains(stage.Id)).Select(stage => stage.Id)]),
                Attempts = 2 + _dice.Below(3),
                TakesToken = _dice.Chance(30),
                CleansUp = _dice.Chance(15),
            }
        );
    }

    private ReturnStyle Style(bool isSynchronous) =>
        isSynchronous || _dice.Chance(30)
            ? ReturnStyle.Synchronous
            : _dice.Pick([ReturnStyle.ValueTask, ReturnStyle.ValueTask, ReturnStyle.Task]);

    private int[] Takes(List<RecoveryStage> stages, IReadOnlyList<int> outer, bool isLast)
    {
        var candidates = stages.Select(stage => stage.Id).Concat(outer).ToArray();
        if (isLast)
        {
            // All that nobody has taken yet, so that no stage is left over.
            var taken = stages.SelectMany(stage => stage.Takes).ToHashSet();
            return [.. candidates.Where(id => !taken.Contains(id))];
        }

        _dice.Shuffle(candidates);
        return [.. candidates.Take(_dice.Below(3)).Order()];
    }
}
