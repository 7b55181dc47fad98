using Sluice.Compiler.Model;
using Sluice.Compiler.Rules;

namespace Sluice.Compiler.Bind;

/// <summary>Warns about producers that may return null for receivers that do not accept it.</summary>
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

        if (declared.All is { } all)
        {
            CheckCollected(model, entryPoint, stage, parameter, all, resolution, findings);
            return;
        }

        // Null is of no type that a condition tests. An element may be null whatever the collection's nullability is, and a null collection has no elements to
        // take.
        if (declared.IsDependency && !resolution.IsNarrowed && (declared.IsEach || !AcceptsNull(declared)))
        {
            Check(
                model,
                entryPoint,
                new NodeReference(NodeKind.Stage, stage, parameter),
                Phrases.Parameter(model, stage, parameter),
                declared.IsEach
                    ? $"the elements of '{Phrases.Taken(model, stage, parameter)}'"
                    : $"'{Phrases.InForm(model, declared.Type, declared.Form)}'",
                declared.IsEach
                    ? "Let the producer provide an empty collection instead of null"
                    : $"Let it take '{Phrases.InForm(model, declared.Type, declared.Form, "?")}', or let the producer never provide null",
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
        var declared = target.Outputs[output];
        if (declared.Form != ValueForm.Nullable && !IsNullable(declared.ValueTypeName))
        {
            Check(
                model,
                target,
                new NodeReference(NodeKind.EntryPoint, entryPoint),
                Phrases.Output(target, output),
                $"'{Phrases.InForm(model, declared.Type, declared.Form)}'",
                $"Declare it as '{Phrases.InForm(model, declared.Type, declared.Form, "?")}', or let the producer never provide null",
                resolution,
                findings
            );
        }
    }

    private static void CheckCollected(
        PipelineModel model,
        EntryPointModel entryPoint,
        int stage,
        int parameter,
        AllModel all,
        Resolution resolution,
        FindingList findings
    )
    {
        if (!IsNullable(all.TypeName))
        {
            Check(
                model,
                entryPoint,
                new NodeReference(NodeKind.Stage, stage, parameter),
                Phrases.Parameter(model, stage, parameter),
                $"the elements of '{Phrases.Taken(model, stage, parameter)}'",
                $"Let its elements be '{Phrases.InForm(model, all.Type, all.Form, "?")}', or let the producer never provide null",
                resolution,
                findings
            );
        }
    }

    private static bool AcceptsNull(ParameterModel declared) =>
        declared.Form == ValueForm.Nullable || IsNullable(declared.ValueTypeName);

    private static void Check(
        PipelineModel model,
        EntryPointModel entryPoint,
        NodeReference node,
        string subject,
        string receiver,
        string remedy,
        Resolution resolution,
        FindingList findings
    )
    {
        foreach (var producer in resolution.IsBound ? resolution.Binding.Producers : [])
        {
            var type = ProducedType.Of(model, entryPoint, producer);

            // T? of a value type is a type of its own for binding; binding ignores only the annotation of references.
            if (
                type >= 0
                && model.Types[type].NullableUnderlying < 0
                && IsNullable(ProducedType.Written(model, entryPoint, producer))
            )
            {
                findings.Add(
                    Rule.NullableValue,
                    node,
                    "A value that may be null",
                    Phrases.Producer(model, entryPoint, producer),
                    subject,
                    receiver,
                    remedy
                );
            }
        }
    }

    private static bool IsNullable(string typeName) => typeName.EndsWith("?", StringComparison.Ordinal);
}
