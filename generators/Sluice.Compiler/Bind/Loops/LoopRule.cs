using Sluice.Compiler.Model;
using Sluice.Compiler.Rules;

namespace Sluice.Compiler.Bind.Loops;

/// <summary>Reports mistakes in the loops that one entry point runs.</summary>
internal sealed class LoopRule(
    BindingTables tables,
    int entryPoint,
    LoopTable table,
    LoopScopes scopes,
    LoopRegions regions,
    StageInclusion inclusion,
    StageResolutions resolutions,
    FindingList findings
)
{
    private bool _isBroken;

    private PipelineModel Model => tables.Model;

    private EntryPointModel EntryPoint => Model.EntryPoints[entryPoint];

    /// <summary>Reports the mistakes.</summary>
    /// <param name="outputs">The bindings of the outputs.</param>
    /// <returns>Whether there are any.</returns>
    public bool Check(IReadOnlyList<Resolution> outputs)
    {
        foreach (var (stage, parameter) in table.Carried.Where(carried => inclusion.Contains(carried.Stage)))
        {
            CheckReference(stage, parameter);
        }

        foreach (var decision in regions.Decisions)
        {
            CheckStarts(decision);
            CheckFirst(decision);
            CheckBody(decision);
            CheckStreams(decision);
            CheckOutside(decision, outputs);
        }

        return _isBroken;
    }

    private void CheckReference(int stage, int parameter)
    {
        var found = table.LoopsOf(stage, parameter);
        if (found.Count == 1)
        {
            return;
        }

        var declared = Model.Stages[stage].Parameters[parameter];
        var type = Phrases.Taken(Model, stage, parameter);
        Report(
            Rule.InvalidLoopReference,
            new NodeReference(NodeKind.Stage, stage, parameter),
            $"[Carried] on parameter '{declared.Name}' of stage '{Model.Stages[stage].Name}'",
            found.Count > 1
                    ? $"the loops of {Names(found)} carry a '{type}'. Name one: [Carried(\"{Model.Stages[found[0]].SimpleName}\")]."
                : declared.Carried!.Loop is { } name
                    ? $"it names '{name}', which decides no loop that carries a '{type}'. Name a stage that returns a 'Loop<{type}, TResult>'."
                : $"no loop of the pipeline carries a '{type}'. Let a stage with [Loop] return a 'Loop<{type}, TResult>', or remove [Carried]."
        );
    }

    private void CheckStarts(int decision)
    {
        foreach (var name in table.UnknownStarts(tables, decision))
        {
            Report(
                Rule.InvalidLoopReference,
                new NodeReference(NodeKind.Stage, decision),
                $"[Loop(From = ...)] on stage '{Name(decision)}'",
                $"it names '{name}', which is not exactly one stage of the pipeline. Name a stage at which the body begins."
            );
        }
    }

    private void CheckFirst(int decision)
    {
        var loop = Model.Stages[decision].Loop!;
        if (!loop.HasState || scopes.First(decision) is { IsBound: true })
        {
            return;
        }

        var first = scopes.First(decision);
        var type = Phrases.DisplayName(Model, loop.StateType);
        var remedy =
            first is { Kind: ResolutionKind.Ambiguous }
                ? $"{Phrases.List(Model, EntryPoint, first.Candidates, "and")} produce the type. Name one with [Loop(First = ...)]."
            : loop.First is { } name
                ? $"[Loop(First = ...)] names '{name}', which produces no '{type}' outside of the loop. Name a stage or an input that does."
            : $"nothing outside of the loop produces it. Add an input or a stage that does, or take an 'Optional<{type}>'.";
        foreach (var (stage, parameter) in Takers(decision))
        {
            var declared = Model.Stages[stage].Parameters[parameter];
            if (loop.First is not null || first is not null || (declared.IsEach || !declared.IsOptional))
            {
                Report(
                    Rule.NoFirstValue,
                    new NodeReference(NodeKind.Stage, stage, parameter),
                    declared.Name,
                    Name(stage),
                    type,
                    Name(decision),
                    remedy
                );
            }
        }
    }

    private void CheckBody(int decision)
    {
        if (regions.BodyOf(decision).Count == 1)
        {
            Report(
                Rule.StageWithoutWayToDecision,
                new NodeReference(NodeKind.Stage, decision),
                Name(decision),
                Name(decision),
                "it is the only stage of the loop, so that nothing would change from one round to the next. Write the loop in its "
                    + "method, or let a stage that it needs take the value with [Carried]."
            );
        }

        foreach (var start in table.Starts(decision).Where(inclusion.Contains))
        {
            if (!regions.IsInBody(decision, start))
            {
                Report(
                    Rule.StageWithoutWayToDecision,
                    new NodeReference(NodeKind.Stage, start),
                    Name(start),
                    Name(decision),
                    $"'{Name(decision)}' does not need it. Let '{Name(decision)}' take its value, or remove it from the loop."
                );
            }
        }

        if (scopes.First(decision) is not { IsBound: true } first)
        {
            return;
        }

        foreach (var stage in regions.BodyOf(decision))
        {
            var found = resolutions.Of(stage);
            for (var parameter = 0; parameter < found.Count; parameter++)
            {
                var declared = Model.Stages[stage].Parameters[parameter];
                if (
                    declared is { Carried: null, From.Count: 0 }
                    && found[parameter].IsBound
                    && found[parameter].Binding with { IsEach = false } == first.Binding
                )
                {
                    Report(
                        Rule.FirstValueInBody,
                        new NodeReference(NodeKind.Stage, stage, parameter),
                        declared.Name,
                        Name(stage),
                        Phrases.UniqueName(Model, EntryPoint, first.Binding),
                        Name(decision)
                    );
                }
            }
        }
    }

    private void CheckStreams(int decision)
    {
        var loop = Model.Stages[decision].Loop!;
        if (
            (loop.HasState && Model.Types[loop.StateType].IsStream)
            || Model.Types[Model.Stages[decision].OutputType].IsStream
        )
        {
            Report(
                Rule.StreamAcrossRounds,
                new NodeReference(NodeKind.Stage, decision),
                $"Stage '{Name(decision)}' answers with a stream",
                Name(decision)
            );
        }

        foreach (var stage in regions.BodyOf(decision))
        {
            var found = resolutions.Of(stage);
            for (var parameter = 0; parameter < found.Count; parameter++)
            {
                if (
                    found[parameter].IsBound
                    && found[parameter].Binding.Producers.Any(producer => IsStreamFromOutside(decision, producer))
                )
                {
                    Report(
                        Rule.StreamAcrossRounds,
                        new NodeReference(NodeKind.Stage, stage, parameter),
                        $"Parameter '{Model.Stages[stage].Parameters[parameter].Name}' of stage '{Name(stage)}' takes a stream",
                        Name(decision)
                    );
                }
            }
        }
    }

    private bool IsStreamFromOutside(int decision, Binding producer)
    {
        var type = ProducedType.Of(Model, EntryPoint, producer);
        return type >= 0
            && Model.Types[type].IsStream
            && !(producer.Kind == BindingKind.Stage && regions.IsInBody(decision, producer.Index));
    }

    private void CheckOutside(int decision, IReadOnlyList<Resolution> outputs)
    {
        for (var output = 0; output < outputs.Count; output++)
        {
            foreach (var taken in outputs[output].Stages.Where(taken => IsHidden(decision, taken)))
            {
                Report(
                    Rule.LoopValueOutside,
                    new NodeReference(NodeKind.EntryPoint, entryPoint),
                    $"The output of entry point '{EntryPoint.Name}'",
                    Name(taken),
                    Name(decision)
                );
            }
        }

        foreach (var stage in inclusion.Stages.Where(stage => !regions.IsInBody(decision, stage)))
        {
            var found = resolutions.Of(stage);
            for (var parameter = 0; parameter < found.Count; parameter++)
            {
                foreach (var taken in found[parameter].Stages.Where(taken => IsHidden(decision, taken)))
                {
                    Report(
                        Rule.LoopValueOutside,
                        new NodeReference(NodeKind.Stage, stage, parameter),
                        $"Parameter '{Model.Stages[stage].Parameters[parameter].Name}' of stage '{Name(stage)}'",
                        Name(taken),
                        Name(decision)
                    );
                }
            }

            foreach (
                var condition in resolutions.ConditionsOf(stage).Where(condition => IsHidden(decision, condition.Stage))
            )
            {
                Report(
                    Rule.LoopValueOutside,
                    new NodeReference(NodeKind.Stage, stage),
                    $"A condition of stage '{Name(stage)}'",
                    Name(condition.Stage),
                    Name(decision)
                );
            }
        }
    }

    private bool IsHidden(int decision, int taken) =>
        taken >= 0 && taken != decision && regions.IsInBody(decision, taken);

    private IEnumerable<(int Stage, int Parameter)> Takers(int decision) =>
        table.Carried.Where(carried =>
            inclusion.Contains(carried.Stage) && table.LoopOf(carried.Stage, carried.Parameter) == decision
        );

    private string Name(int stage) => Model.Stages[stage].Name;

    private string Names(IEnumerable<int> stages) =>
        Phrases.List([.. stages.Select(stage => $"'{Name(stage)}'")], "and");

    private void Report(Rule rule, NodeReference node, params string[] arguments)
    {
        _isBroken = true;
        findings.Add(rule, node, arguments);
    }
}
