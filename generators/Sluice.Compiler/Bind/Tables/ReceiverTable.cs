using Sluice.Compiler.Model;

namespace Sluice.Compiler.Bind;

/// <summary>
/// The receivers of each stage's and input's value in one entry point. Conditions only read a value and are not
/// included.
/// </summary>
internal sealed class ReceiverTable
{
    private readonly PipelineModel _model;
    private readonly EntryPointModel _entryPoint;
    private readonly Dictionary<(BindingKind Kind, int Index), List<Receiver>> _receivers = [];

    public ReceiverTable(
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
                if (model.Stages[stage].Parameters[parameter] is { IsDependency: true } declared)
                {
                    Add(found[parameter], new Receiver(stage, parameter, Taken.By(model.Stages[stage], declared)));
                }
            }
        }

        for (var output = 0; output < outputs.Count; output++)
        {
            Add(outputs[output], new Receiver(-1, output, new Taken(entryPoint.Outputs[output].Type)));
        }
    }

    /// <summary>The producers that have a receiver. Stages are identified by their index in the model.</summary>
    public IEnumerable<Binding> Producers => _receivers.Keys.Select(key => new Binding(key.Kind, key.Index));

    /// <summary>Returns the receivers of a producer: parameters in declaration order, then outputs.</summary>
    public IReadOnlyList<Receiver> Of(Binding producer) =>
        _receivers.TryGetValue((producer.Kind, producer.Index), out var receivers) ? receivers : [];

    /// <summary>Returns a receiver as messages name it.</summary>
    public string Name(Receiver receiver) =>
        receiver.Stage < 0
            ? Phrases.Output(_entryPoint, receiver.Position)
            : Phrases.Parameter(_model, receiver.Stage, receiver.Position);

    /// <summary>Returns the nodes of the receivers that are parameters.</summary>
    public static IEnumerable<NodeReference> Nodes(IEnumerable<Receiver> receivers) =>
        receivers
            .Where(receiver => receiver.Stage >= 0)
            .Select(receiver => new NodeReference(NodeKind.Stage, receiver.Stage, receiver.Position));

    private void Add(Resolution resolution, Receiver receiver)
    {
        foreach (var producer in resolution.IsBound ? resolution.Binding.Producers : [])
        {
            if (!_receivers.TryGetValue((producer.Kind, producer.Index), out var receivers))
            {
                _receivers.Add((producer.Kind, producer.Index), receivers = []);
            }

            receivers.Add(receiver);
        }
    }
}
