using Sluice.Compiler.Model;
using Sluice.Compiler.Rules;
using Sluice.Compiler.Supplied;

namespace Sluice.Compiler.Bind;

/// <summary>Reports stages that take a service although their entry point has no parameter that could bring it.</summary>
internal static class ServiceRule
{
    public static bool Check(PipelineModel model, int entryPoint, StageInclusion inclusion, FindingList findings)
    {
        var target = model.EntryPoints[entryPoint];
        if (target.RunContext is not null)
        {
            return false;
        }

        var isBroken = false;
        foreach (var stage in inclusion.Stages)
        {
            foreach (var parameter in model.Stages[stage].Parameters.Where(TakesRequiredService))
            {
                isBroken = true;
                findings.Add(
                    Rule.ServiceWithoutContext,
                    new NodeReference(NodeKind.EntryPoint, entryPoint),
                    [
                        target.Name,
                        model.Stages[stage].Name,
                        parameter.Name,
                        Phrases.NeedChain(model, target, stage, inclusion),
                        model.Stages[stage].IsEffect ? ", or keep the effect out of it with Only" : "",
                    ],
                    [new NodeReference(NodeKind.Stage, stage)]
                );
            }
        }

        return isBroken;
    }

    private static bool TakesRequiredService(ParameterModel parameter) =>
        parameter.Supplied?.Need(SuppliedNeeds.Services) == true && !parameter.MayBeNull;
}
