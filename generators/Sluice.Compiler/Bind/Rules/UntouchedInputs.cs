using Sluice.Compiler.Model;
using Sluice.Compiler.Rules;

namespace Sluice.Compiler.Bind;

/// <summary>Warns about outputs that are an unchanged input without an indication that this is intended.</summary>
/// <remarks>
/// It is intended if <c>[return: From]</c> or the name of a tuple's element names the input. Otherwise a stage is
/// probably missing if there is a method that could be that stage, or if the entry point runs nothing at all.
/// </remarks>
internal static class UntouchedInputs
{
    public static void Check(PipelineModel model, IReadOnlyList<EntryPointGraph> graphs, FindingList findings)
    {
        if (findings.HasErrors)
        {
            return;
        }

        foreach (var graph in graphs)
        {
            for (var output = 0; output < graph.Outputs.Count; output++)
            {
                Check(model, graph, output, findings);
            }
        }
    }

    private static void Check(PipelineModel model, EntryPointGraph graph, int position, FindingList findings)
    {
        var entryPoint = model.EntryPoints[graph.EntryPoint];
        var output = entryPoint.Outputs[position];
        if (output.From.Count > 0 || graph.Outputs[position] is not { Kind: BindingKind.Input } binding)
        {
            return;
        }

        var input = entryPoint.Inputs[binding.Index];
        if (string.Equals(input.Name, output.Name, StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        var candidates = Candidates(model, entryPoint, output.Type).ToList();
        if (candidates.Count == 0 && (entryPoint.IsTuple || graph.Stages.Count > 0))
        {
            return;
        }

        var stage = candidates.Count == 0 ? "the method that produces it" : $"method {Phrases.List(candidates, "or")}";
        findings.Add(
            new Finding(
                Rule.UntouchedInput,
                new NodeReference(NodeKind.EntryPoint, graph.EntryPoint),
                new EquatableArray<string>([
                    Phrases.Output(entryPoint, position),
                    input.Name,
                    Phrases.DisplayName(model, output.Type),
                    $"Mark {stage} with [Stage], or confirm that this is intended "
                        + (
                            entryPoint.IsTuple
                                ? $"by the name '{input.Name}' for the tuple's element"
                                : $"with [return: From(nameof({input.Name}))]"
                        ),
                ]),
                default
            )
            {
                Choices = new EquatableArray<string>([input.Name]),
                Output = position,
            }
        );
    }

    private static IEnumerable<string> Candidates(PipelineModel model, EntryPointModel entryPoint, int type)
    {
        var available = new HashSet<int>(
            entryPoint.Inputs.Select(input => input.Type).Concat(model.Stages.Select(stage => stage.OutputType))
        );
        return model
            .UnmarkedMethods.Where(method => method.OutputType == type && method.ParameterTypes.All(available.Contains))
            .Select(method => method.Name)
            .Distinct(StringComparer.Ordinal);
    }
}
