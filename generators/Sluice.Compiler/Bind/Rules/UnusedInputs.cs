using Sluice.Compiler.Model;
using Sluice.Compiler.Rules;

namespace Sluice.Compiler.Bind;

/// <summary>Warns about inputs that nothing in their entry point takes.</summary>
/// <remarks>
/// Nothing is reported if there are errors, because an error may be the reason why an input is unused, or if an
/// interface or a base class prescribes the signature. A name that begins with an underscore indicates that the input
/// is unused intentionally.
/// </remarks>
internal static class UnusedInputs
{
    public static void Check(PipelineModel model, IReadOnlyList<EntryPointGraph> graphs, FindingList findings)
    {
        if (findings.HasErrors)
        {
            return;
        }

        foreach (var graph in graphs)
        {
            var entryPoint = model.EntryPoints[graph.EntryPoint];
            if (entryPoint.IsContract)
            {
                continue;
            }

            var taken = new HashSet<int>(
                graph
                    .Outputs.Concat(graph.Stages.SelectMany(Taken))
                    .SelectMany(binding => binding.Producers)
                    .Where(producer => producer.Kind == BindingKind.Input)
                    .Select(producer => producer.Index)
            );
            for (var index = 0; index < entryPoint.Inputs.Count; index++)
            {
                var input = entryPoint.Inputs[index];
                if (!taken.Contains(index) && !input.Name.StartsWith("_", StringComparison.Ordinal))
                {
                    findings.Add(
                        Rule.UnusedInput,
                        new NodeReference(NodeKind.EntryPoint, graph.EntryPoint, input.Position),
                        entryPoint.Name,
                        input.Name,
                        Remedy(model, input)
                    );
                }
            }
        }
    }

    private static IEnumerable<Binding> Taken(BoundStage stage) =>
        stage.Arguments.Concat(stage.Conditions.Select(condition => condition.Source));

    private static string Remedy(PipelineModel model, InputModel input) =>
        input.IsObserver
            ? $"it would not observe the run: take the observer as in {ObserverForm.Text}"
            : $"let a stage take a '{Phrases.DisplayName(model, input.Type)}', or remove the parameter";
}
