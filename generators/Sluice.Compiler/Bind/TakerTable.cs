using Sluice.Compiler.Model;

namespace Sluice.Compiler.Bind;

/// <summary>What takes the value of each stage and input in one entry point. Conditions only ask a value, and are not in it.</summary>
internal sealed class TakerTable
{
    private readonly PipelineModel _model;
    private readonly EntryPointModel _entryPoint;
    private readonly Dictionary<(BindingKind Kind, int Index), List<Taker>> _takers = [];

    public TakerTable(
        PipelineModel model,
        EntryPointModel entryPoint,
        IEnumerable<int> stages,
        StageResolutions resolutions,
        IReadOnlyList<Resolution> outputs
    )
    {
        _model = model;
        _entryPoint = entryPoint;
        foreach (var stage in stages)
        {
            var found = resolutions.Of(stage);
            for (var parameter = 0; parameter < found.Count; parameter++)
            {
                if (model.Stages[stage].Parameters[parameter] is { Kind: ParameterKind.Dependency } declared)
                {
                    Add(found[parameter], new Taker(stage, parameter, Taken.By(model.Stages[stage], declared)));
                }
            }
        }

        for (var output = 0; output < outputs.Count; output++)
        {
            Add(outputs[output], new Taker(-1, output, new Taken(entryPoint.Outputs[output].Type)));
        }
    }

    /// <summary>The producers that something takes from; stages by their index in the model.</summary>
    public IEnumerable<Binding> Producers => _takers.Keys.Select(key => new Binding(key.Kind, key.Index));

    /// <summary>The takers of a producer: parameters in order of declaration, then outputs.</summary>
    public IReadOnlyList<Taker> Of(Binding producer) =>
        _takers.TryGetValue((producer.Kind, producer.Index), out var takers) ? takers : [];

    /// <summary>How a message speaks of a taker.</summary>
    public string Name(Taker taker) =>
        taker.Stage < 0
            ? Phrases.Output(_entryPoint, taker.Position)
            : Phrases.Parameter(_model, taker.Stage, taker.Position);

    /// <summary>Where a taker is declared, if that is a place of its own.</summary>
    public static IEnumerable<NodeReference> Nodes(IEnumerable<Taker> takers) =>
        takers
            .Where(taker => taker.Stage >= 0)
            .Select(taker => new NodeReference(NodeKind.Stage, taker.Stage, taker.Position));

    private void Add(Resolution resolution, Taker taker)
    {
        foreach (var producer in resolution.IsBound ? resolution.Binding.Producers : [])
        {
            if (!_takers.TryGetValue((producer.Kind, producer.Index), out var takers))
            {
                _takers.Add((producer.Kind, producer.Index), takers = []);
            }

            takers.Add(taker);
        }
    }
}
