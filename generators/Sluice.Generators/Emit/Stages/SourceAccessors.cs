using Sluice.Compiler.Model;

namespace Sluice.Generators.Emit;

/// <summary>
/// The private accessors through which run objects reach parameters of the primary constructor that are sources of stages.
/// </summary>
internal sealed class SourceAccessors
{
    private readonly PipelineModel _model;
    private readonly Dictionary<int, string> _names = [];

    /// <param name="model">The pipeline.</param>
    /// <param name="typeMembers">The names of its members.</param>
    public SourceAccessors(PipelineModel model, Identifiers typeMembers)
    {
        _model = model;
        for (var source = 0; source < model.Sources.Count; source++)
        {
            if (model.Sources[source].Kind == StageSourceKind.PrimaryConstructorParameter)
            {
                _names.Add(source, typeMembers.Take(Identifiers.Pascal(model.Sources[source].Member) + "Stages"));
            }
        }
    }

    /// <summary>The name of the accessor of a source.</summary>
    public string NameOf(int source) => _names[source];

    /// <summary>Writes the accessors.</summary>
    public void Write(SourceWriter writer)
    {
        foreach (var name in _names)
        {
            var source = _model.Sources[name.Key];
            writer.Line();
            writer.Line(GeneratedCode.Attribute);
            writer.Line($"private {source.TypeName} {name.Value} => {Identifiers.Escape(source.Member)};");
        }
    }
}
