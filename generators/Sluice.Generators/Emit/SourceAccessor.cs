using Sluice.Compiler.Model;

namespace Sluice.Generators.Emit;

/// <summary>
/// The private accessors through which run objects reach parameters of the primary constructor that are sources of stages.
/// </summary>
internal static class SourceAccessor
{
    /// <summary>The accessor's name, which no member of the pipeline has.</summary>
    public static string NameOf(PipelineModel model, int source)
    {
        var name = Identifiers.Pascal(model.Sources[source].Member) + "Stages";
        while (model.MemberNames.Contains(name, StringComparer.Ordinal))
        {
            name += "_";
        }

        return name;
    }

    /// <summary>Writes the accessors.</summary>
    public static void Write(SourceWriter writer, PipelineModel model)
    {
        for (var index = 0; index < model.Sources.Count; index++)
        {
            var source = model.Sources[index];
            if (source.Kind == StageSourceKind.PrimaryConstructorParameter)
            {
                writer.Line(
                    $"""

                    {GeneratedCode.Attribute}
                    private {source.TypeName} {NameOf(model, index)} => {Identifiers.Escape(source.Member)};
                    """
                );
            }
        }
    }
}
