using Sluice.Compiler.Model;

namespace Sluice.Compiler.Bind;

/// <summary>Determines the types of the values that stages and inputs provide.</summary>
internal static class ProducedType
{
    /// <summary>
    /// Returns the index of the type of a stage's output or of an input. The stage is identified by its index in the
    /// model.
    /// </summary>
    public static int Of(PipelineModel model, EntryPointModel entryPoint, Binding producer) =>
        producer.Kind switch
        {
            BindingKind.Stage => model.Stages[producer.Index].OutputType,
            BindingKind.Input => entryPoint.Inputs[producer.Index].Type,
            _ => -1,
        };

    /// <summary>Returns the type as emitted code writes it, with nullability and tuple names.</summary>
    public static string Written(PipelineModel model, EntryPointModel entryPoint, Binding producer) =>
        producer.Kind == BindingKind.Stage
            ? model.Stages[producer.Index].OutputTypeName
            : entryPoint.Inputs[producer.Index].ValueTypeName;
}
