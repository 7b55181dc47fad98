using Sluice.Compiler.Bind.Guards;
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
    private readonly ConditionFindings _conditions;
    private readonly FindingList _findings;
    private readonly int _index;
    private readonly EntryPointModel _entryPoint;
    private readonly StageResolutions _resolutions;
    private readonly StageInclusion _inclusion;
    private readonly EffectSelection _effects;
    private readonly Resolution[] _outputs;

    public EntryPointBinder(
        BindingTables tables,
        PrecedenceTable precedences,
        GuardTable guards,
        ConditionFindings conditions,
        int entryPoint,
        FindingList findings
    )
    {
        _tables = tables;
        _model = tables.Model;
        _precedences = precedences;
        _guards = guards;
        _conditions = conditions;
        _findings = findings;
        _index = entryPoint;
        _entryPoint = _model.EntryPoints[entryPoint];

        var names = new NameSearch(_model, _entryPoint, tables.Producers, tables.Names);
        var conditionSearch = new ConditionSearch(_model, _entryPoint, names);
        var narrowing = new TypeNarrowing(_model, conditionSearch);
        var search = new ProducerSearch(_model, _entryPoint, tables.Producers, names, narrowing);
        _resolutions = new StageResolutions(_model, search, conditionSearch);
        _inclusion = new StageInclusion(_resolutions, _model.Stages.Count);
        _effects = new EffectSelection(tables, entryPoint, _resolutions, _inclusion);
        _outputs = [.. _entryPoint.Outputs.Select(search.Output)];
    }

    /// <summary>The stages that run. Available after <see cref="Bind"/>.</summary>
    public IEnumerable<int> Used => _inclusion.Stages;

    /// <summary>The effects and guards that could run but are left out. Available after <see cref="Bind"/>.</summary>
    public IReadOnlyList<Omission> Omissions => _effects.Omissions;

    /// <summary>Binds the entry point. Returns its graph, or <see langword="null"/> if it has an error.</summary>
    public EntryPointGraph? Bind()
    {
        var collections = new EffectCollections(_model, _resolutions);
        IncludeStages();
        collections.Bind(_inclusion);
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
        isBroken |= CycleRule.Check(_model, graph, _findings);
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
        if (new GuardRule(_model, _index, graph, _resolutions, regions, _findings).Check())
        {
            return null;
        }

        var bound = new GraphWriter(_tables, _index, _resolutions, receivers, regions).Write(graph, _outputs);
        var complete = ProductionAnalysis.Complete(_model, bound, _findings, out isBroken);
        if (isBroken)
        {
            return null;
        }

        GuardValueRule.Check(_model, complete, _guards, _findings);
        return complete;
    }

    private void IncludeStages()
    {
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
