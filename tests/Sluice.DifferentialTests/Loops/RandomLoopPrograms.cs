using Sluice.DifferentialTests.Graphs;

namespace Sluice.DifferentialTests.Loops;

/// <summary>Makes random programs with nested loops that are right by construction.</summary>
internal sealed class RandomLoopPrograms
{
    private const int DeepestLoop = 3;
    private const int MostStages = 22;

    private readonly Dice _dice;
    private readonly List<LoopStage> _stages = [];
    private readonly Dictionary<int, LoopSource> _sources = [];
    private readonly HashSet<int> _taken = [];
    private readonly int _asynchronousPercent;
    private readonly int _failsPercent;
    private readonly LoopSource _input = new(-1, IsCarried: false, LoopKind.Number, MayBeAbsent: false, MayFail: false);
    private int _next = 1;

    private RandomLoopPrograms(ulong seed)
    {
        _dice = new Dice(seed);
        _asynchronousPercent = _dice.Pick([0, 0, 20, 60]);
        _failsPercent = _dice.Pick([0, 0, 0, 3]);
    }

    /// <summary>Makes the program of a seed.</summary>
    public static LoopProgram Create(ulong seed)
    {
        var random = new RandomLoopPrograms(seed);
        random.Fill([random._input], [], loop: -1, depth: 0);
        var last = random._next++;
        random.Add(
            new LoopStage
            {
                Number = last,
                Loop = -1,
                Kind = LoopKind.Number,
                Takes = [.. random.Ends(-1).Select(random.TakeByAll)],
                IsAsynchronous = random.IsAsynchronous(),
                FailsPercent = random._failsPercent,
            },
            mayBeAbsent: false
        );
        return new LoopProgram(seed, random._stages, random._dice.Chance(20));
    }

    // Fills the body of a loop, or the outermost region. In a body, each stage takes a value of the body.
    private void Fill(List<LoopSource> visible, List<LoopSource> own, int loop, int depth)
    {
        var count = 1 + _dice.Below(depth == 0 ? 4 : 3);
        for (var index = 0; index < count || NeedsLoop(loop); index++)
        {
            var makesLoop = depth < DeepestLoop && _stages.Count < MostStages && (NeedsLoop(loop) || _dice.Chance(30));
            if (makesLoop)
            {
                MakeLoop(visible, own, loop, depth);
            }
            else
            {
                MakeStage(visible, own, loop);
            }
        }

        // The decision takes at least one stage of the body.
        if (!_stages.Exists(stage => stage.Loop == loop && stage.Kind != LoopKind.Nothing))
        {
            Pass(visible, own, loop, LoopKind.Number);
        }
    }

    private bool NeedsLoop(int loop) => loop < 0 && !_stages.Exists(stage => stage.IsDecision);

    private void MakeLoop(List<LoopSource> visible, List<LoopSource> own, int loop, int depth)
    {
        var kind = _dice.Chance(25) ? LoopKind.Numbers : LoopKind.Number;
        var firsts = (loop < 0 ? visible : own)
            .Where(source => source.Kind == kind && source is { IsCarried: false, MayFail: false, MayBeAbsent: false })
            .ToList();
        var first = firsts.Count > 0 ? _dice.Pick(firsts) : Pass(visible, own, loop, kind);
        _ = _taken.Add(first.Stage);
        var decision = _next++;
        var carried = new LoopSource(decision, IsCarried: true, kind, first.MayBeAbsent, MayFail: false);
        Fill([.. visible, carried], [carried], decision, depth + 1);

        var takes = Ends(decision).Select(TakeByAll).ToList();
        if (takes.Count == 0)
        {
            var given = _stages.Where(stage => stage.Loop == decision && stage.Kind != LoopKind.Nothing);
            takes.Add(TakeByAll(_sources[given.Last().Number]));
        }

        if (_dice.Chance(50))
        {
            takes.Add(TakeByAll(carried));
        }

        if (_dice.Chance(30))
        {
            takes.Add(TakeByAll(_dice.Pick(visible)));
        }

        var hasEffects = _stages.Exists(stage => stage.Kind == LoopKind.Nothing && stage.Number > decision);

        // Its failure skips the decision, whose failure skips what takes the result: nothing handles it.
        foreach (var take in takes.Where(take => take.Form == LoopForm.Plain && !take.Sources[0].IsCarried))
        {
            if (_stages.Find(stage => stage.Number == take.Sources[0].Stage && stage.Loop == decision) is { } taken)
            {
                taken.FailsPercent = _failsPercent;
            }
        }

        var exhausts = _dice.Chance(15);
        var stage = new LoopStage
        {
            Number = decision,
            Loop = loop,
            Kind = LoopKind.Number,
            Takes = takes,
            Conditions = hasEffects ? [] : Conditions(visible, 10),
            IsAsynchronous = IsAsynchronous(),
            ReturnsTask = _dice.Chance(30),
            TakesToken = _dice.Chance(30),
            IsOptional = _dice.Chance(20),
            FailsPercent = _failsPercent,
            First = first,
            MaxRounds = 1 + _dice.Below(5),
            HasExhausted = !exhausts,
            EndsPercent = _dice.Pick([10, 30, 60]),
        };
        var source = Add(stage, stage.IsOptional || stage.Conditions.Count > 0);
        visible.Add(source);
        own.Add(source);
    }

    private void MakeStage(List<LoopSource> visible, List<LoopSource> own, int loop)
    {
        var takes = new List<LoopTake>();
        var isEach = false;
        var lists = (own.Count > 0 ? own : visible)
            .Where(source => source is { Kind: LoopKind.Numbers, MayFail: false })
            .ToList();
        if (lists.Count > 0 && _dice.Chance(40))
        {
            isEach = true;
            takes.Add(new LoopTake([_dice.Pick(lists)], LoopForm.Plain, IsEach: true));
        }
        else
        {
            takes.Add(Take(_dice.Pick(own.Count > 0 ? own : visible)));
        }

        for (var more = _dice.Below(3); more > 0; more--)
        {
            takes.Add(_dice.Chance(25) && Merge(visible) is { } merge ? merge : Take(_dice.Pick(visible)));
        }

        if (isEach)
        {
            takes = [.. takes.Where((take, index) => index == 0 || take.Form == LoopForm.Plain)];
        }

        var handled = !isEach && _dice.Chance(15);
        var kind =
            isEach ? LoopKind.Numbers
            : handled ? LoopKind.Number
            : _dice.Pick([
                LoopKind.Number,
                LoopKind.Number,
                LoopKind.Flag,
                LoopKind.Flag,
                LoopKind.Numbers,
                LoopKind.Nothing,
            ]);
        var conditions = Conditions(visible, 35);
        var isOptional = kind is LoopKind.Number or LoopKind.Flag && _dice.Chance(15);
        var stage = new LoopStage
        {
            Number = _next++,
            Loop = loop,
            Kind = kind,
            Takes = takes,
            Conditions = conditions,
            IsAsynchronous = IsAsynchronous(),
            ReturnsTask = _dice.Chance(30),
            TakesToken = _dice.Chance(30),
            IsOptional = isOptional,
            FailsPercent =
                handled ? 30
                : kind == LoopKind.Nothing ? _failsPercent
                : 0,
        };
        var source = Add(
            stage,
            conditions.Count > 0 || isOptional || takes.Exists(take => take.Form == LoopForm.Plain && IsAbsent(take)),
            handled
        );
        if (kind != LoopKind.Nothing)
        {
            visible.Add(source);
            own.Add(source);
        }
    }

    // A stage that gives a value of a kind.
    private LoopSource Pass(List<LoopSource> visible, List<LoopSource> own, int loop, LoopKind kind)
    {
        var stage = new LoopStage
        {
            Number = _next++,
            Loop = loop,
            Kind = kind,
            Takes = [TakeByAll(_dice.Pick(own.Count > 0 ? own : visible))],
            IsAsynchronous = IsAsynchronous(),
        };
        var source = Add(stage, mayBeAbsent: false);
        visible.Add(source);
        own.Add(source);
        return source;
    }

    private LoopSource Add(LoopStage stage, bool mayBeAbsent, bool mayFail = false)
    {
        var source = new LoopSource(stage.Number, IsCarried: false, stage.Kind, mayBeAbsent, mayFail);
        _stages.Add(stage);
        _sources.Add(stage.Number, source);
        // An effect asks for nothing: what only an effect takes does not lead to the decision.
        if (stage.Kind != LoopKind.Nothing)
        {
            _taken.UnionWith(
                stage
                    .Takes.SelectMany(take => take.Sources)
                    .Where(taken => !taken.IsCarried)
                    .Select(taken => taken.Stage)
            );
            _taken.UnionWith(stage.Conditions.Select(condition => condition.Stage));
        }

        return source;
    }

    // What nothing needs would not run, and is no part of a loop. The decisions lead to the output in a form that does not
    // handle their failure.
    private IEnumerable<LoopSource> Ends(int loop) =>
        _stages
            .Where(stage => stage.Loop == loop && stage.Kind != LoopKind.Nothing)
            .Where(stage => stage.IsDecision || !_taken.Contains(stage.Number))
            .Select(stage => _sources[stage.Number]);

    private List<(int Stage, bool Value)> Conditions(List<LoopSource> visible, int percent)
    {
        var flags = visible.Where(source => source is { Kind: LoopKind.Flag, MayFail: false }).ToList();
        return flags.Count > 0 && _dice.Chance(percent) ? [(_dice.Pick(flags).Stage, _dice.Chance(50))] : [];
    }

    private LoopTake? Merge(List<LoopSource> visible)
    {
        var absent = visible
            .Where(source => source is { MayBeAbsent: true, MayFail: false, IsCarried: false, Kind: LoopKind.Number })
            .ToList();
        if (absent.Count == 0)
        {
            return null;
        }

        var first = _dice.Pick(absent);
        var others = visible
            .Where(source =>
                source is { MayFail: false, IsCarried: false, Kind: LoopKind.Number } && source.Stage != first.Stage
            )
            .ToList();
        return others.Count == 0
            ? null
            : new LoopTake([first, _dice.Pick(others)], _dice.Pick([LoopForm.Plain, LoopForm.Optional]));
    }

    private LoopTake Take(LoopSource source) =>
        new(
            [source],
            source.MayFail ? LoopForm.Outcome
                : _dice.Chance(60) ? LoopForm.Plain
                : _dice.Pick([LoopForm.Optional, LoopForm.Outcome])
        );

    // A take that never keeps its stage from running.
    private LoopTake TakeByAll(LoopSource source) =>
        new(
            [source],
            source.MayFail ? LoopForm.Outcome
                : source.MayBeAbsent ? LoopForm.Optional
                : LoopForm.Plain
        );

    private static bool IsAbsent(LoopTake take) => take.Sources.All(source => source.MayBeAbsent);

    private bool IsAsynchronous() => _dice.Chance(_asynchronousPercent);
}
