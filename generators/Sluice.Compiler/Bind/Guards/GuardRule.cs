using Sluice.Compiler.Model;
using Sluice.Compiler.Rules;

namespace Sluice.Compiler.Bind.Guards;

/// <summary>Reports guards that cannot retry the stage that they name within an entry point.</summary>
internal sealed class GuardRule(
    PipelineModel model,
    int entryPoint,
    PrecedenceGraph graph,
    StageResolutions resolutions,
    GuardRegions regions,
    FindingList findings
)
{
    private bool _isBroken;

    /// <summary>Reports the guards.</summary>
    /// <returns>Whether a guard has been reported.</returns>
    public bool Check()
    {
        var retrying = regions.Guards.Where(guard => Stage(guard).Guard is { Retry: not null }).ToList();
        foreach (var guard in retrying)
        {
            if (!regions.Of(guard).Contains(regions.Retried(guard)))
            {
                Report(guard, ReasonWhereItIsNotBefore(guard));
            }
            else if (FirstWithStream(guard) is { } stream)
            {
                Report(
                    guard,
                    $"stage '{stream}' produces or reads a stream, which can be read only once. "
                        + "Collect its items in an earlier stage, or name a later stage."
                );
            }
        }

        for (var index = 0; index < retrying.Count && !_isBroken; index++)
        {
            foreach (var other in retrying.Take(index).Where(other => OverlapInPart(retrying[index], other)))
            {
                Report(
                    retrying[index],
                    "the stages that it would retry partly overlap with those of guard "
                        + $"'{Stage(other).Name}', so each guard would discard values that the other has passed. "
                        + "Let one guard contain the other completely: name the stage at which the longer retry begins."
                );
            }
        }

        return _isBroken;
    }

    private StageModel Stage(int position) => model.Stages[graph.Stages[position]];

    private string ReasonWhereItIsNotBefore(int guard)
    {
        var name = model.EntryPoints[entryPoint].Name;
        return regions.Retried(guard) < 0
            ? $"entry point '{name}' runs the guard without it. Name a stage that the guard needs."
            : $"it does not come before the guard in entry point '{name}'. Let the guard take its value, or name a stage that the "
                + "guard needs.";
    }

    private string? FirstWithStream(int guard) =>
        regions
            .Of(guard)
            .Where(position => GivesStream(Stage(position)) || ReadsStream(position))
            .Select(position => Stage(position).Name)
            .FirstOrDefault();

    private bool GivesStream(StageModel stage) => !stage.IsEffect && model.Types[stage.OutputType].IsStream;

    private bool ReadsStream(int position)
    {
        var parameters = Stage(position).Parameters;
        var found = resolutions.Of(graph.Stages[position]);
        return Enumerable
            .Range(0, parameters.Count)
            .Where(index => parameters[index].IsDependency && found[index].IsBound)
            .Any(index =>
                parameters[index].IsEach
                    ? found[index]
                        .Binding.Producers.Select(producer =>
                            ProducedType.Of(model, model.EntryPoints[entryPoint], producer)
                        )
                        .Any(type => model.Types[type].Collection == CollectionKind.AsyncEnumerable)
                    : model.Types[parameters[index].Type].IsStream
            );
    }

    private bool OverlapInPart(int one, int other) =>
        regions.Of(one).Any(regions.Of(other).Contains)
        && !regions.Of(one).All(regions.Of(other).Contains)
        && !regions.Of(other).All(regions.Of(one).Contains);

    private void Report(int guard, string reason)
    {
        _isBroken = true;
        findings.Add(
            Rule.GuardCannotRetry,
            new NodeReference(NodeKind.Stage, graph.Stages[guard]),
            Stage(guard).Name,
            Stage(guard).Guard!.Retry!,
            reason
        );
    }
}
