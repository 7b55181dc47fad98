using Sluice.Compiler.Bind.Guards;
using Sluice.Compiler.Bind.Loops;
using Sluice.Compiler.Bind.Production;
using Sluice.Compiler.Model;
using Sluice.Compiler.Rules;

namespace Sluice.Compiler.Bind;

/// <summary>Binds one entry point: selects the stages that it runs, reports faults, and creates its graph.</summary>
internal sealed class EntryPointBinder
{
    private readonly BindingTables _tables;
    private readonly PipelineModel _model;
    private readonly PrecedenceTable _precedences;
    private readonly GuardTable _guards;
    private readonly LoopTable _loops;
    private readonly ConditionFindings _conditions;
    private readonly FindingList _findings;
    private readonly int _index;
    private readonly EntryPointModel _entryPoint;
    private StageResolutions _resolutions = null!;
    private StageInclusion _inclusion = null!;
    private EffectSelection _effects = null!;
    private Resolution[] _outputs = [];
    private LoopScopes? _scopes;
    private EffectCollections _collections = null!;

    public EntryPointBinder(
        BindingTables tables,
        PrecedenceTable precedences,
        GuardTable guards,
        LoopTable loops,
        ConditionFindings conditions,
        int entryPoint,
        FindingList findings
    )
    {
        _tables = tables;
        _model = tables.Model;
        _precedences = precedences;
        _guards = guards;
        _loops = loops;
        _conditions = conditions;
        _findings = findings;
        _index = entryPoint;
        _entryPoint = _model.EntryPoints[entryPoint];
    }

    /// <summary>The stages that run. Available after <see cref="Bind"/>.</summary>
    public IEnumerable<int> Used => _inclusion.Stages;

    /// <summary>The effects and guards that could run but are left out. Available after <see cref="Bind"/>.</summary>
    public IReadOnlyList<Omission> Omissions => _effects.Omissions;

    /// <summary>Binds the entry point. Returns its graph, or <see langword="null"/> if it has an error.</summary>
    public EntryPointGraph? Bind()
    {
        IncludeStages();
        _collections.Bind(_inclusion);
        var isBroken = ReportResolutions(new ResolutionFindings(_tables, _entryPoint, _findings));
        if (_outputs.Length == 0 && !_inclusion.Stages.Any())
        {
            isBroken = true;
            ReportNothingToRun();
        }

        foreach (var stage in _inclusion.Stages)
        {
            _precedences.Report(stage);
            _guards.Report(stage);
            isBroken |= _precedences.IsBroken(stage) || _guards.IsBroken(stage);
        }

        var graph = new PrecedenceGraph(_inclusion, _resolutions, _precedences);
        var loops = new LoopRegions(_model, _loops, _resolutions, _precedences, _inclusion);
        if (_loops.Any)
        {
            var isCyclic = StronglyConnectedComponents.Find(graph.Edges).Count > 0;
            var check = new LoopCheck(_tables, _index, _loops, _scopes!, loops, _inclusion, _resolutions, _findings);

            // The order of a loop that is broken could be a cycle, which would report the mistake again.
            if (LoopRule.Check(check, _outputs, isCyclic))
            {
                isBroken = true;
            }
            else
            {
                loops.AddOrder(graph, _model, _resolutions);
            }
        }

        isBroken |= CycleRule.Check(_tables, graph, _findings);
        isBroken |= SynchronyRule.Check(_model, _index, _inclusion, _resolutions, _findings);
        isBroken |= StaticEntryPointRule.Check(_model, _index, _inclusion, _findings);
        isBroken |= ServiceRule.Check(_model, _index, _inclusion, _findings);

        var receivers = new ReceiverTable(_model, _entryPoint, _inclusion.Stages, _resolutions, _outputs);
        isBroken |= StreamRule.Check(_model, _index, receivers, _findings);
        isBroken |= ResultFormRule.Check(_model, _tables.Producers, receivers, _findings);
        if (isBroken)
        {
            return null;
        }

        CallRequirementRule.Check(_model, _entryPoint, _inclusion, _findings);
        var regions = GuardRegions.Find(_model, graph, _resolutions, _guards);
        if (
            new GuardRule(_model, _index, graph, _resolutions, regions, _findings).Check()
            || LoopOverlapRule.Check(_model, graph, loops, regions, _findings)
        )
        {
            return null;
        }

        var bound = new GraphWriter(_tables, _index, _resolutions, receivers, regions, loops).Write(graph, _outputs);
        var complete = ProductionAnalysis.Complete(_model, bound, _findings, out isBroken);
        if (isBroken)
        {
            return null;
        }

        GuardValueRule.Check(_model, complete, _guards, _findings);
        return complete;
    }

    // An entry point that does not run the decision of a loop takes what the loop carries as an ordinary value. That a
    // decision does not run is known only when the stages are, so these are then included anew.
    private void IncludeStages()
    {
        IReadOnlyCollection<int> decisions = _loops.Decisions;
        Include(decisions);
        while (decisions.Any(decision => !_inclusion.Contains(decision)))
        {
            decisions = [.. decisions.Where(_inclusion.Contains)];
            Include(decisions);
        }
    }

    private void Include(IReadOnlyCollection<int> decisions)
    {
        _scopes = _loops.Any ? new LoopScopes(_model, _loops, decisions) : null;
        var names = new NameSearch(_model, _entryPoint, _tables.Producers, _tables.Names);
        var conditions = new ConditionSearch(_model, _entryPoint, names);
        var narrowing = new TypeNarrowing(_model, conditions);
        var search = new ProducerSearch(_model, _entryPoint, _tables.Producers, names, narrowing, _scopes);
        _resolutions = new StageResolutions(_model, search, conditions, _scopes);
        _inclusion = new StageInclusion(_resolutions, _model.Stages.Count);
        _effects = new EffectSelection(_tables, _index, _resolutions, _inclusion);
        _scopes?.Settle(search, _resolutions, _precedences);
        _outputs = [.. _entryPoint.Outputs.Select(search.Output)];
        _collections = new EffectCollections(_model, _resolutions);
        if (_outputs.Length == 0)
        {
            _effects.AddAsRoots();
            return;
        }

        foreach (var output in _outputs)
        {
            foreach (var producer in output.Stages)
            {
                _inclusion.Include(producer);
            }
        }

        _effects.AddToOutputs();
    }

    private bool ReportResolutions(ResolutionFindings report)
    {
        var isBroken = false;
        var differences = new DifferenceRule(_tables, _entryPoint, _findings);
        for (var output = 0; output < _outputs.Length; output++)
        {
            isBroken |= !_outputs[output].IsBound;
            report.AddOutput(_index, output, _outputs[output]);
            NullabilityRule.CheckOutput(_model, _index, output, _outputs[output], _findings);
            differences.CheckOutput(_index, output, _outputs[output]);
        }

        foreach (var stage in _inclusion.Stages)
        {
            var found = _resolutions.Of(stage);
            for (var parameter = 0; parameter < found.Count; parameter++)
            {
                isBroken |= !found[parameter].IsBound;
                report.AddParameter(stage, parameter, found[parameter]);
                NullabilityRule.CheckParameter(_model, _entryPoint, stage, parameter, found[parameter], _findings);
                differences.CheckParameter(stage, parameter, found[parameter]);
            }

            var conditions = _resolutions.ConditionsOf(stage);
            for (var condition = 0; condition < conditions.Count; condition++)
            {
                isBroken |= !conditions[condition].IsBound;
                _conditions.Add(_entryPoint, stage, condition, conditions[condition]);
            }
        }

        return isBroken;
    }

    private void ReportNothingToRun()
    {
        if (_findings.HasRejectedStages)
        {
            return;
        }

        var reasons = _effects.Omissions.Take(3).Select(omission => UnusedStages.Reason(_model, omission)).ToList();
        _findings.Add(
            Rule.NothingToRun,
            new NodeReference(NodeKind.EntryPoint, _index),
            _entryPoint.Name,
            reasons.Count > 0 ? string.Join(", and ", reasons)
                : _model.Stages.Any(stage => stage.IsEffect) ? "Only excludes every effect from it"
                : "the pipeline has no stage that returns nothing"
        );
    }
}
