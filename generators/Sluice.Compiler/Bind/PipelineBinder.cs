using Sluice.Compiler.Bind.Guards;
using Sluice.Compiler.Bind.Loops;
using Sluice.Compiler.Bind.Production;
using Sluice.Compiler.Model;

namespace Sluice.Compiler.Bind;

/// <summary>Binds a pipeline: decides for each entry point which stages run and where every value comes from.</summary>
internal static class PipelineBinder
{
    /// <summary>Binds a pipeline. Equal models give equal results.</summary>
    /// <param name="model">The pipeline.</param>
    /// <param name="cancellationToken">The token that cancels the work. It is checked before each entry point.</param>
    public static BoundPipeline Bind(PipelineModel model, CancellationToken cancellationToken = default)
    {
        using var culture = InvariantCulture.Enter();
        var findings = new FindingList(model);
        var tables = new BindingTables(model);
        var precedences = new PrecedenceTable(tables, findings);
        var guards = new GuardTable(tables, findings);
        var loops = new LoopTable(tables);
        var conditions = new ConditionFindings(tables, findings);
        var graphs = new List<EntryPointGraph>();
        var used = new HashSet<int>();
        var omissions = new List<Omission>();

        OnlyRules.Check(model, findings);
        for (var entryPoint = 0; entryPoint < model.EntryPoints.Count; entryPoint++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var binder = new EntryPointBinder(tables, precedences, guards, loops, conditions, entryPoint, findings);
            if (binder.Bind() is { } graph)
            {
                graphs.Add(graph);
            }

            used.UnionWith(binder.Used);
            omissions.AddRange(binder.Omissions);
        }

        findings.Confirm(graphs);
        RouteCoverage.Check(tables, findings);
        ReportOwnNames(model, precedences, guards);
        AlwaysRules.Check(model, used, omissions, findings);
        UnusedStages.Check(model, used, omissions, findings);
        UnusedInputs.Check(model, graphs, findings);
        UntouchedInputs.Check(model, graphs, findings);
        return new BoundPipeline(model, graphs.ToEquatableArray(), findings.ToEquatableArray());
    }

    // A wrong name in the pipeline's own class is an error even if the stage does not run. In a class that other
    // pipelines use as well, the name may refer to a stage of theirs.
    private static void ReportOwnNames(PipelineModel model, PrecedenceTable precedences, GuardTable guards)
    {
        for (var stage = 0; stage < model.Stages.Count; stage++)
        {
            if (model.Stages[stage].Source == 0)
            {
                precedences.Report(stage);
                guards.Report(stage);
            }
        }
    }
}
