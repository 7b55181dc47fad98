using Sluice.Compiler.Model;
using Sluice.Compiler.Rules;

namespace Sluice.Compiler.Bind;

/// <summary>Finds what is wrong with a condition that names types.</summary>
internal sealed class TypeMistakes(PipelineModel model)
{
    /// <summary>The types of the routes.</summary>
    public RouteTypeTable Types { get; } = new(model);

    /// <summary>Returns the rule that a condition breaks and the rest of its message, or <see langword="null"/>.</summary>
    /// <param name="source">The stage whose value is compared, or <see langword="null"/> if it is an input.</param>
    /// <param name="type">The index of the type of the value.</param>
    /// <param name="values">The constants of the condition, of which at least one is a type.</param>
    /// <param name="named">All types that conditions name for the value.</param>
    public (Rule Rule, string Text)? Find(
        StageModel? source,
        int type,
        EquatableArray<ConstantModel> values,
        IReadOnlyList<int> named
    )
    {
        var name = Phrases.DisplayName(model, type);
        if (values.FirstOrDefault(value => !value.IsType) is { } other)
        {
            return (
                Rule.InvalidCondition,
                $"it is compared with a type and with {other.Display}. Compare it either with types or with constants."
            );
        }

        if (source is { Each: not null } || model.Types[type].IsStream)
        {
            return (
                Rule.InvalidCondition,
                $"its value is a sequence of type '{name}', whose own type is not known. Name a stage that returns a single object."
            );
        }

        if (model.Types[type].Route != RouteKind.None)
        {
            return (
                Rule.InvalidCondition,
                $"it has the type '{name}', but {values[0].Display} is a type. Compare it with constants of '{name}'."
            );
        }

        if (Types.Route(type) is not { } route)
        {
            return (
                Rule.InvalidCondition,
                $"its values are of type '{name}', which cannot be tested for other types. Name a value of a class or interface type."
            );
        }

        foreach (var value in values)
        {
            if (!route.CanBe.Contains(value.Type))
            {
                return (Rule.TypeCannotOccur, value.Display);
            }
        }

        return new TypeCombinations(Types, route, named).Find() is not null
            ? null
            : (
                Rule.InvalidCondition,
                "the conditions on it name too many interfaces that a value can combine. Name classes, or let a stage return an enum instead."
            );
    }
}
