using Sluice.Compiler.Model;

namespace Sluice.Compiler.Bind;

/// <summary>The types of what stages and inputs give.</summary>
internal static class ProducedType
{
    /// <summary>The type of a stage's output or of an input; of a stage that is known by its index in the model.</summary>
    public static int Of(PipelineModel model, EntryPointModel entryPoint, Binding producer) =>
        producer.Kind switch
        {
            BindingKind.Stage => model.Stages[producer.Index].OutputType,
            BindingKind.Input => entryPoint.Inputs[producer.Index].Type,
            _ => -1,
        };

    /// <summary>The same type as code writes it, with nullability and tuple names.</summary>
    public static string Written(PipelineModel model, EntryPointModel entryPoint, Binding producer) =>
        producer.Kind == BindingKind.Stage
            ? model.Stages[producer.Index].OutputTypeName
            : entryPoint.Inputs[producer.Index].ValueTypeName;
}
