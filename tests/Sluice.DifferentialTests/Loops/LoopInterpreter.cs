namespace Sluice.DifferentialTests.Loops;

/// <summary>Interprets programs directly: stage by stage, and round by round.</summary>
/// <remarks>
/// It calls every stage whose conditions hold and whose required values are there, whether its value is demanded or not, and goes on
/// after failures. A run may make fewer calls, but it makes those on which its output depends.
/// </remarks>
internal sealed class LoopInterpreter
{
    private static readonly Made Absent = new(MadeStatus.Absent, null, "absent", []);

    private readonly LoopProgram _program;
    private readonly Dictionary<int, Made> _made = [];
    private readonly Dictionary<int, Made> _carried = [];
    private readonly HashSet<int> _handled;
    private readonly List<string> _failures = [];
    private readonly List<Call> _calls = [];

    private LoopInterpreter(LoopProgram program)
    {
        _program = program;
        // The generator lets stages fail either where all takers take an outcome, or where a path leads to the output.
        _handled =
        [
            .. program
                .Stages.SelectMany(stage => stage.Takes)
                .SelectMany(take => take.Sources)
                .Where(source => source.MayFail)
                .Select(source => source.Stage),
        ];
    }

    private enum MadeStatus
    {
        Value,
        Absent,
        Failed,

        /// <summary>A failure that ends the run, or a value that needs that of a failed stage.</summary>
        Lost,
    }

    /// <summary>Works out what a run may do.</summary>
    public static LoopRunOutcome Run(LoopProgram program, long input)
    {
        var interpreter = new LoopInterpreter(program);
        interpreter._made[-1] = new Made(MadeStatus.Value, input, LoopConduct.Text(input), []);
        interpreter.RunRegion(-1);
        var output = interpreter._made[program.Stages[^1].Number];
        var necessary = new HashSet<Call>();
        foreach (var call in output.Calls.Concat(interpreter._calls.Where(call => call.IsUnasked)))
        {
            Need(call, necessary);
        }

        return new LoopRunOutcome(
            interpreter._failures.Count == 0 ? (long)output.Value! : null,
            interpreter._failures,
            [.. interpreter._calls.Select(call => call.Text)],
            [.. necessary.Select(call => call.Text)]
        );
    }

    private static void Need(Call call, HashSet<Call> necessary)
    {
        if (necessary.Add(call))
        {
            foreach (var other in call.Needs)
            {
                Need(other, necessary);
            }
        }
    }

    // Returns whether a failure in the region fails the run.
    private bool RunRegion(int loop)
    {
        var fails = _failures.Count;
        foreach (var stage in _program.Stages.Where(stage => stage.Loop == loop))
        {
            _made[stage.Number] = stage.IsDecision ? RunLoop(stage) : RunStage(stage);
        }

        return _failures.Count > fails;
    }

    private Made RunLoop(LoopStage decision)
    {
        // A body runs only where its decision does.
        if (Skipped(decision, isBefore: true) is { } skipped)
        {
            return skipped;
        }

        _carried[decision.Number] = _made[decision.First!.Stage];
        var before = Array.Empty<Call>();
        for (var round = 1; ; round++)
        {
            // A round with an unhandled failure is the last.
            var isLast = RunRegion(decision.Number);
            if (isLast && !_program.ContinuesOnFailure)
            {
                return new Made(MadeStatus.Lost, null, "lost", []);
            }

            if (Skipped(decision, isBefore: false) is { } lost)
            {
                return lost;
            }

            var call = Begin(decision, [.. before]);
            if (LoopConduct.Fails(call.Text, decision.FailsPercent))
            {
                return Failed(decision, call.Text, call);
            }

            if (LoopConduct.EndsLoop(call.Text, decision.EndsPercent))
            {
                return decision.IsOptional && LoopConduct.IsAbsent(call.Text)
                    ? Absent with
                    {
                        Calls = [call],
                    }
                    : Number(LoopConduct.Number(call.Text), call);
            }

            if (isLast && (round < decision.MaxRounds || decision.HasExhausted))
            {
                return Absent;
            }

            var again = call.Text + "again";
            var state =
                decision.First.Kind == LoopKind.Numbers
                    ? Numbers(LoopConduct.Items(again), call)
                    : Number(LoopConduct.Number(again), call);
            if (round == decision.MaxRounds)
            {
                if (!decision.HasExhausted)
                {
                    return Failed(decision, LoopConduct.Exhausted(decision.Name, round), call);
                }

                var end = new Call(LoopConduct.Call(-decision.Number, [state.Text]), [call], isUnasked: false);
                _calls.Add(end);
                return Number(LoopConduct.Number(end.Text), end);
            }

            _carried[decision.Number] = state;
            before = [call];
        }
    }

    private Made RunStage(LoopStage stage)
    {
        if (Skipped(stage, isBefore: false) is { } skipped)
        {
            return skipped;
        }

        if (stage.Takes[0].IsEach)
        {
            var items = (long[])Taken(stage.Takes[0]).Value!;
            var calls = items.Select(item => Begin(stage, [], LoopConduct.Text(item))).ToArray();
            foreach (var failed in calls.Where(call => LoopConduct.Fails(call.Text, stage.FailsPercent)))
            {
                _failures.Add(failed.Text);
            }

            return calls.Any(call => LoopConduct.Fails(call.Text, stage.FailsPercent))
                ? Unhandled(_failures[^1], calls)
                : Numbers([.. calls.Select(call => LoopConduct.Number(call.Text))], calls);
        }

        var call = Begin(stage, []);
        if (LoopConduct.Fails(call.Text, stage.FailsPercent))
        {
            return Failed(stage, call.Text, call);
        }

        if (stage.IsOptional && LoopConduct.IsAbsent(call.Text))
        {
            return Absent with { Calls = [call] };
        }

        return stage.Kind switch
        {
            LoopKind.Flag => new Made(
                MadeStatus.Value,
                LoopConduct.Flag(call.Text),
                LoopConduct.Text(LoopConduct.Flag(call.Text)),
                [call]
            ),
            LoopKind.Numbers => Numbers(LoopConduct.Items(call.Text), call),
            _ => Number(LoopConduct.Number(call.Text), call),
        };
    }

    // What a stage gives that does not run. Before the rounds of a loop, only the values from outside are known, and failures
    // are not: the body begins while a stage outside may still fail.
    private Made? Skipped(LoopStage stage, bool isBefore)
    {
        var isLost = false;
        var isAbsent = false;
        foreach (var (condition, value) in stage.Conditions)
        {
            Add(_made[condition], isNeeded: true);
            isAbsent |= _made[condition].Value is bool flag && flag != value;
        }

        foreach (var take in stage.Takes.Where(take => !isBefore || IsFromOutside(stage, take)))
        {
            Add(Taken(take), take.Form == LoopForm.Plain);
        }

        return isLost ? new Made(MadeStatus.Lost, null, "lost", [])
            : isAbsent ? Absent
            : null;

        void Add(Made made, bool isNeeded)
        {
            isLost |= made.Status == MadeStatus.Lost && !isBefore;
            isAbsent |=
                isNeeded && (made.Status == MadeStatus.Absent || (made.Status == MadeStatus.Failed && !isBefore));
        }
    }

    private bool IsFromOutside(LoopStage decision, LoopTake take) =>
        take.Sources.All(source =>
            source.Stage != decision.Number
            && (
                source.IsInput
                || source.IsCarried
                || _program.Stages.Single(stage => stage.Number == source.Stage).Loop != decision.Number
            )
        );

    private Made Taken(LoopTake take)
    {
        var all = take
            .Sources.Select(source => source.IsCarried ? _carried[source.Stage] : _made[source.Stage])
            .ToArray();
        return Array.Find(all, made => made.Status == MadeStatus.Lost)
            ?? Array.Find(all, made => made.Status == MadeStatus.Value)
            ?? all[0];
    }

    private Call Begin(LoopStage stage, Call[] before, string? item = null)
    {
        var taken = stage.Takes.Select(Taken).ToArray();
        var arguments = stage.Takes.Select(
            (take, index) =>
                take.IsEach ? item!
                : take.Form == LoopForm.Optional && taken[index].Status == MadeStatus.Failed ? "absent"
                : taken[index].Text
        );
        var call = new Call(
            LoopConduct.Call(stage.Number, arguments),
            [
                .. before,
                .. taken.SelectMany(made => made.Calls),
                .. stage.Conditions.SelectMany(condition => _made[condition.Stage].Calls),
            ],
            stage.Kind == LoopKind.Nothing
        );
        _calls.Add(call);
        return call;
    }

    private Made Failed(LoopStage stage, string message, Call call)
    {
        if (_handled.Contains(stage.Number))
        {
            return new Made(MadeStatus.Failed, null, LoopConduct.TextOfFailure(message), [call]);
        }

        _failures.Add(message);
        return Unhandled(message, call);
    }

    private Made Unhandled(string message, params Call[] calls) =>
        _program.ContinuesOnFailure
            ? new Made(MadeStatus.Failed, null, LoopConduct.TextOfFailure(message), calls)
            : new Made(MadeStatus.Lost, null, "lost", calls);

    private static Made Number(long value, params Call[] calls) =>
        new(MadeStatus.Value, value, LoopConduct.Text(value), calls);

    private static Made Numbers(long[] value, params Call[] calls) =>
        new(MadeStatus.Value, value, LoopConduct.Text(value), calls);

    private sealed record Made(MadeStatus Status, object? Value, string Text, IReadOnlyList<Call> Calls);

    // A reference: the same call may be made in several rounds.
    private sealed class Call(string text, IReadOnlyList<Call> needs, bool isUnasked)
    {
        public string Text { get; } = text;

        public IReadOnlyList<Call> Needs { get; } = needs;

        public bool IsUnasked { get; } = isUnasked;
    }
}
