using Sluice.Compiler.Bind;
using Sluice.Compiler.Model;

namespace Sluice.Compiler.Tests.Bind.Production;

/// <summary>The values of all stages and inputs in one run.</summary>
/// <param name="Values">The value that a condition compares, by source.</param>
/// <param name="Lacking">The sources that have no value although they ran.</param>
internal sealed record Assignment(
    IReadOnlyDictionary<(BindingKind Kind, int Index), string> Values,
    IReadOnlySet<(BindingKind Kind, int Index)> Lacking
)
{
    public bool Lacks(Binding source) => Lacking.Contains((source.Kind, source.Index));

    public bool Holds(BoundCondition condition) =>
        condition.Values.Any(value => Matches(Values[(condition.Source.Kind, condition.Source.Index)], value))
        != condition.IsNegated;

    private static bool Matches(string value, ConstantModel constant) =>
        constant.IsType ? TypeWorld.Matches(value, constant.Code) : value == constant.Key;
}
