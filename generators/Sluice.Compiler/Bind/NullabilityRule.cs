using Sluice.Compiler.Model;

namespace Sluice.Compiler.Bind;

/// <summary>Warns where a producer may give null and the receiver does not say that it takes it.</summary>
internal static class NullabilityRule
{
    public static void CheckParameter(
        PipelineModel model,
        EntryPointModel entryPoint,
        int stage,
        int parameter,
        Resolution resolution,
        FindingList findings
    )
    {
        var declared = model.Stages[stage].Parameters[parameter];
        if (declared.Kind == ParameterKind.Dependency)
        {
            Check(
                model,
                entryPoint,
                new NodeReference(NodeKind.Stage, stage, parameter),
                Phrases.Parameter(model, stage, parameter),
                (declared.Type, declared.TypeName),
                resolution,
                findings
            );
        }
    }

    public static void CheckOutput(
        PipelineModel model,
        int entryPoint,
        int output,
        Resolution resolution,
        FindingList findings
    )
    {
        var target = model.EntryPoints[entryPoint];
        Check(
            model,
            target,
            new NodeReference(NodeKind.EntryPoint, entryPoint),
            Phrases.Output(target, output),
            (target.Outputs[output].Type, target.Outputs[output].TypeName),
            resolution,
            findings
        );
    }

    private static void Check(
        PipelineModel model,
        EntryPointModel entryPoint,
        NodeReference node,
        string subject,
        (int Type, string Name) receiver,
        Resolution resolution,
        FindingList findings
    )
    {
        var producer = resolution.Binding;
        var (type, typeName) = !resolution.IsBound
            ? (-1, string.Empty)
            : producer.Kind switch
            {
                BindingKind.Stage => (
                    model.Stages[producer.Index].OutputType,
                    model.Stages[producer.Index].OutputTypeName
                ),
                BindingKind.Input => (
                    entryPoint.Inputs[producer.Index].Type,
                    entryPoint.Inputs[producer.Index].TypeName
                ),
                _ => (-1, string.Empty),
            };

        // T? of a value type is a type of its own and binds as one; only a reference's question mark is lost in binding.
        if (type >= 0 && model.Types[type].NullableUnderlying < 0 && IsNullable(typeName) && !IsNullable(receiver.Name))
        {
            findings.Add(
                Rule.NullableValue,
                node,
                Phrases.Producer(model, entryPoint, producer),
                subject,
                Phrases.DisplayName(model, receiver.Type)
            );
        }
    }

    private static bool IsNullable(string typeName) => typeName.EndsWith("?", StringComparison.Ordinal);
}
