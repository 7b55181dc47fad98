using Sluice.DifferentialTests.Reference;
using Sluice.DifferentialTests.Reference.Prediction;

namespace Sluice.DifferentialTests.Graphs;

/// <summary>Makes pipelines that are right by construction.</summary>
internal sealed class RandomPipelines
{
    private readonly Dice _dice;
    private readonly Dials _dials;
    private readonly RandomParameters _parameters;
    private readonly List<StageShape> _stages = [];
    private readonly RandomPipelines? _outer;
    private readonly int _madeFor;
    private readonly int _asynchronous;
    private readonly int _offloaded;
    private readonly int _tokens;
    private readonly int _many;
    private readonly int _entryPoints;
    private readonly bool _isStatic;
    private int _last = -1;

    private RandomPipelines(Dice dice, Dials dials, RandomPipelines? outer, IReadOnlyList<int> taken, int madeFor)
    {
        (_dice, _dials, _outer, _madeFor) = (dice, dials, outer, madeFor);
        _asynchronous = outer?._asynchronous ?? dice.Pick(dials.Asynchronous);
        _offloaded = dice.Pick(dials.Offloaded);
        _tokens = dice.Pick(dials.Tokens);
        _many = dice.Pick(dials.Collections);
        _entryPoints = 1 + dice.Below(dials.EntryPoints);
        _isStatic = dice.Chance(dials.Static);
        _parameters = new RandomParameters(dice, dials, _stages, taken);
    }

    private int Depth => _outer is null ? 0 : 1 + _outer.Depth;

    /// <summary>Makes a pipeline with some stages, those of nested pipelines not counted.</summary>
    public static PipelineShape Create(ulong seed, int smallest, int largest, Dials dials)
    {
        for (var attempt = 0ul; ; attempt++)
        {
            var dice = new Dice(Dice.Mix(seed, attempt));
            var random = new RandomPipelines(dice, dials, null, [], madeFor: -1);
            var pipeline = random.Make(seed, smallest + dice.Below(largest - smallest + 1));
            var plans = pipeline.EntryPoints.Select(entryPoint => new EntryPointPlan(pipeline, entryPoint));
            if (plans.All(plan => plan.Stages.Count > 0 && new Production(plan).IsDecidable))
            {
                return random.Declare(pipeline);
            }
        }
    }

    private PipelineShape Make(ulong seed, int count)
    {
        while (_stages.Count < count)
        {
            var kind = _dice.Below(100);
            if (kind < _dials.Branches)
            {
                AddBranches();
            }
            else if (kind < 20 && _many > 0 && _asynchronous > 0)
            {
                AddStream();
            }
            else if (_dials.Recovers)
            {
                AddRecovering(seed, count);
            }
            else
            {
                AddStage();
            }
        }

        EntryPointShape[] entryPoints = [.. Enumerable.Range(0, _entryPoints).Select(EntryPoint)];
        if (_dice.Chance(_dials.Guards))
        {
            AddGuard();
        }

        var declaration = _stages.Select(stage => stage.Id).ToArray();
        _dice.Shuffle(declaration);
        return new PipelineShape(seed, _stages, declaration, entryPoints)
        {
            IsStatic = _isStatic,
            Continues = _dice.Chance(_dials.Continues),
            Recovers = _dials.Recovers,
            Inputs = _dials.Inputs,
            NestedFor = _madeFor,
        };
    }

    private EntryPointShape EntryPoint(int index)
    {
        var producers = _parameters.Producers().ToArray();
        // A tuple as the return type means several outputs, so that no tuple can be the only one.
        var alone = producers.Where(stage => stage.Content != Content.Tuple).ToArray();
        var outputs = new List<Output>();
        var hasEffect = _stages.Any(stage => stage.IsEffect && (stage.Only < 0 || stage.Only == index));
        if (alone.Length > 0 && !(hasEffect && _dice.Chance(15)))
        {
            // The first entry point reaches deep, so that most of the graph runs; the others end anywhere.
            var first = index == 0 ? alone[^1] : _dice.Pick(alone);
            outputs.Add(new Output([first.Id], Form.Plain));
            while (_dice.Chance(_dials.FurtherOutputs))
            {
                var further = _dice.Pick(producers).Id;
                if (outputs.All(output => output.Producers[0] != further))
                {
                    outputs.Add(new Output([further], Form.Plain));
                }
            }

            var alike = _parameters.Alike(first);
            if (outputs.Count == 1 && alike.Length > 1 && _dials.Merges > 0 && _dice.Chance(40))
            {
                outputs[0] = new Output(_parameters.Merged(alike), Form.Plain);
            }
        }

        return new EntryPointShape(index, outputs)
        {
            TakesToken = _dice.Chance(_dials.EntryPointTokens),
            TakesContext = _dials.Recovers,
        };
    }

    /// <summary>Gives each output a form that says whether it may be absent, and each entry point one that suits its stages.</summary>
    private PipelineShape Declare(PipelineShape pipeline) =>
        pipeline with
        {
            EntryPoints = [.. pipeline.EntryPoints.Select(entryPoint => Declare(pipeline, entryPoint))],
        };

    private EntryPointShape Declare(PipelineShape pipeline, EntryPointShape entryPoint)
    {
        var plan = new EntryPointPlan(pipeline, entryPoint);
        var givesResult = entryPoint.Outputs.Count > 0 && Depth == 0 && _dice.Chance(_dials.Results);
        return entryPoint with
        {
            // A result says itself which output is absent.
            Outputs = givesResult || _dials.Recovers ? entryPoint.Outputs : Declare(plan, entryPoint.Outputs),
            GivesResult = givesResult,
            Name = _madeFor < 0 ? entryPoint.Name : $"S{_madeFor}",
            Return =
                !plan.IsAsynchronous && _dice.Chance(70) ? ReturnStyle.Synchronous
                : _dice.Chance(30) ? ReturnStyle.Task
                : ReturnStyle.ValueTask,
        };
    }

    private Output[] Declare(EntryPointPlan plan, IReadOnlyList<Output> outputs)
    {
        var production = new Production(plan);
        return
        [
            .. outputs.Select(output =>
                output with
                {
                    Form =
                        production.MayBeAbsent(output) ? _dice.Pick([Form.Optional, Form.Outcome, Form.Nullable])
                        : _dials.Forms.Count == 1 ? Form.Plain
                        : _dice.Pick([Form.Plain, Form.Plain, Form.Plain, Form.Optional, Form.Outcome]),
                }
            ),
        ];
    }

    private void AddStage()
    {
        var isPredicate = _dice.Chance(_dials.Predicates);
        var content =
            isPredicate ? Content.Flag
            : _dice.Chance(_dials.Effects) ? Content.None
            : _dice.Chance(_many) ? _dice.Pick(Contents.Collections)
            : _dice.Pick(_dials.Contents);
        var parameters = _parameters.Several();
        var maximum = 0;
        if (!isPredicate && _dice.Chance(_many))
        {
            parameters.Insert(_dice.Below(parameters.Count + 1), _parameters.Each());
            content = content == Content.None ? content : _dice.Pick([Content.Item, Content.Own]);
            maximum = _dice.Pick([0, 0, 1, 2, 5]);
        }

        var stage = Stage(content, parameters);
        var others = _stages.Where(other => !other.IsPredicate).ToArray();
        Add(
            stage with
            {
                Form = isPredicate || stage.IsEffect ? Form.Plain : _dice.Pick(_dials.ReturnedForms),
                IsPredicate = isPredicate,
                TakesContext = !isPredicate && stage.TakesContext,
                IsOffloaded = !isPredicate && stage.IsOffloaded,
                Conditions = isPredicate ? [] : _parameters.Conditions(),
                After = !isPredicate && others.Length > 0 && _dice.Chance(_dials.After) ? [_dice.Pick(others).Id] : [],
                Only = stage.IsEffect && _dice.Chance(20) ? _dice.Below(_entryPoints) : -1,
                MaxConcurrency = maximum,
            }
        );
    }

    /// <summary>Adds stages of which each runs for some values of a route, and one that takes the output that is there.</summary>
    private void AddBranches()
    {
        var route = _dice.Pick(_parameters.Routes());
        var open = Enumerable.Range(0, Routes.Nameable(_parameters.ContentOf(route))).ToList();
        var branches = new List<int>();
        while (open.Count > 1 || (open.Count == 1 && _dice.Chance(85)))
        {
            var kind = branches.Count > 0 && _dice.Chance(35) ? ConditionKind.Otherwise : ConditionKind.When;
            int[] values =
                kind == ConditionKind.Otherwise ? [] : [.. open.Take(1 + _dice.Below(Math.Min(2, open.Count)))];
            open.RemoveAll(value => kind == ConditionKind.Otherwise || values.Contains(value));
            if (_dice.Chance(5))
            {
                continue;
            }

            var branch = Stage(Content.Item, _parameters.Several()) with
            {
                Conditions = [_parameters.Condition(kind, route, values)],
            };
            branches.Add(branch.Id);
            Add(branch);
        }

        if (branches.Count > 1)
        {
            var form = _dice.Chance(70) ? Form.Plain : _parameters.AnyForm();
            Add(Stage(_dice.Pick([Content.Item, Content.Own]), [new Parameter(branches, form)]));
        }
    }

    private void AddStream()
    {
        var stream = Stage(Content.Stream, _parameters.Several()) with
        {
            Return = ReturnStyle.Synchronous,
            IsOffloaded = false,
            TakesToken = false,
            TakesContext = false,
            Conditions = _dice.Chance(20) ? _parameters.Conditions() : [],
        };
        Add(stream);
        var isEach = _dice.Chance(50);
        var taker = new Parameter(
            [stream.Id],
            Form.Plain,
            isEach ? Take.Each : Take.Value,
            Buffer: isEach ? 0 : _dice.Pick([0, 1, 3])
        );
        Add(
            Stage(_dice.Pick([Content.Item, Content.Own]), [taker, .. _parameters.Several()]) with
            {
                IsOffloaded = false,
                TakesToken = false,
                Return = isEach
                    ? _dice.Pick([ReturnStyle.Synchronous, ReturnStyle.Synchronous, ReturnStyle.ValueTask])
                    : _dice.Pick([ReturnStyle.Task, ReturnStyle.ValueTask]),
                MaxConcurrency = isEach ? _dice.Pick([0, 1, 2]) : 0,
            }
        );
    }

    /// <summary>Adds a stage that may be undone and may register a clean-up, or a nested pipeline.</summary>
    private void AddRecovering(ulong seed, int count)
    {
        var isLast = _stages.Count == count - 1;
        var parameters = isLast ? _parameters.Rest() : _parameters.Several();
        if (MayNest(count, isLast, parameters) && _dice.Chance(_dials.Nested[Depth]))
        {
            Add(Nest(seed, ++Outermost()._last, parameters));
            return;
        }

        Add(
            Stage(_dice.Pick(_dials.Contents), parameters) with
            {
                IsCompensated = _dice.Chance(_dials.Compensated),
                CleansUp = _dice.Chance(_dials.CleanUps),
                MadeFor = isLast ? _madeFor : -1,
            }
        );
    }

    // A run that is nested in a nested run is found by the calls of the latter.
    private bool MayNest(int count, bool isLast, List<Parameter> parameters) =>
        Depth < _dials.Nested.Count
        && count > 1
        && !(isLast && _madeFor >= 0)
        && (
            Depth == 0
            || parameters.Exists(parameter =>
                _stages.Exists(stage => stage.Id == parameter.Producers[0] && stage.Nested is null)
            )
        );

    private StageShape Nest(ulong seed, int id, List<Parameter> parameters)
    {
        int[] producers = [.. parameters.SelectMany(parameter => parameter.Producers).Distinct()];
        var random = new RandomPipelines(_dice, _dials, this, producers, id);
        var nested = random.Declare(random.Make(seed, 1 + _dice.Below(4)));
        // An input that nothing takes is a warning.
        var taken = nested
            .SelfAndNested()
            .SelectMany(pipeline => pipeline.Stages)
            .SelectMany(stage => stage.Parameters)
            .SelectMany(parameter => parameter.Producers);
        return new StageShape(id, nested.EntryPoints[0].Return, Content.Derived)
        {
            Parameters =
            [
                .. producers
                    .Where(taken.Contains)
                    .Select(producer => new Parameter([producer], Form.Plain) { Style = ParameterStyle.Type }),
            ],
            Nested = nested,
        };
    }

    private void AddGuard()
    {
        var guarded = _dice.Pick(_stages);
        var before = new HashSet<int> { guarded.Id };
        foreach (var stage in Enumerable.Reverse(_stages).Where(stage => before.Contains(stage.Id)).ToArray())
        {
            before.UnionWith(stage.Parameters.SelectMany(parameter => parameter.Producers));
        }

        Add(
            Stage(Content.Flag, [_parameters.Take(guarded.Id)]) with
            {
                Retried = _dice.Pick([.. _stages.Where(stage => before.Contains(stage.Id)).Select(stage => stage.Id)]),
                Attempts = 2 + _dice.Below(3),
                CleansUp = _dice.Chance(_dials.CleanUps / 2),
            }
        );
    }

    private StageShape Stage(Content content, IReadOnlyList<Parameter> parameters) =>
        new(
            ++Outermost()._last,
            _dice.Chance(_asynchronous)
                ? _dice.Pick([ReturnStyle.Task, ReturnStyle.ValueTask, ReturnStyle.ValueTask])
                : ReturnStyle.Synchronous,
            content
        )
        {
            IsOffloaded = _asynchronous > 0 && _dice.Chance(_offloaded),
            IsStatic = _isStatic || _dice.Chance(30),
            TakesToken = _dice.Chance(_tokens),
            TakesContext = _dice.Chance(_dials.Contexts),
            TakesRun = _dice.Chance(_dials.Runs),
            Parameters = parameters,
        };

    private void Add(StageShape stage) => _stages.Add(stage);

    private RandomPipelines Outermost() => _outer?.Outermost() ?? this;
}
