using Sluice.Compiler.Model;
using Sluice.Compiler.Rules;

namespace Sluice.Compiler.Bind;

/// <summary>
/// Warns about connections between types that binding treats as the same although they differ in nullability inside or
/// in the order of tuple elements.
/// </summary>
internal sealed class DifferenceRule(BindingTables tables, EntryPointModel entryPoint, FindingList findings)
{
    private PipelineModel Model => tables.Model;

    public void CheckParameter(int stage, int parameter, Resolution resolution)
    {
        var declared = Model.Stages[stage].Parameters[parameter];
        if (declared.IsDependency)
        {
            Check(
                new NodeReference(NodeKind.Stage, stage, parameter),
                Phrases.Parameter(Model, stage, parameter),
                declared.ValueTypeName,
                Model.Stages[stage].LevelOf(declared),
                resolution
            );
        }
    }

    public void CheckOutput(int index, int output, Resolution resolution) =>
        Check(
            new NodeReference(NodeKind.EntryPoint, index),
            Phrases.Output(entryPoint, output),
            entryPoint.Outputs[output].ValueTypeName,
            level: 0,
            resolution
        );

    private void Check(NodeReference node, string subject, string taken, int level, Resolution resolution)
    {
        foreach (var producer in resolution.IsBound ? resolution.Binding.Producers : [])
        {
            if (
                producer.Kind is BindingKind.Stage or BindingKind.Input
                && tables.Differences.Between(ProducedType.Written(Model, entryPoint, producer), taken, level)
                    is { } difference
            )
            {
                Add(node, subject, Phrases.Producer(Model, entryPoint, producer), difference);
            }
        }
    }

    private void Add(NodeReference node, string subject, string producer, TypeDifference difference)
    {
        var given =
            difference.Level == 0 ? $"'{difference.FromDisplay}'" : $"elements of type '{difference.FromDisplay}'";
        if (difference.IsOfNullability)
        {
            findings.Add(
                Rule.NullableValue,
                node,
                $"A value of type '{difference.FromDisplay}'",
                producer,
                subject,
                $"'{difference.ToDisplay}'",
                "Use the same nullability in both types"
            );
        }

        if (difference is { MovedElement: { } moved, ElementInItsPlace: { } inItsPlace })
        {
            findings.Add(
                Rule.TupleElementsMoved,
                node,
                producer,
                given,
                subject,
                difference.ToDisplay,
                moved,
                inItsPlace
            );
        }
    }
}
