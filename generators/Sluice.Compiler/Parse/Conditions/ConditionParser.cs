using Microsoft.CodeAnalysis;
using Sluice.Compiler.Model;
using Sluice.Compiler.Rules;

namespace Sluice.Compiler.Parse;

/// <summary>Reads <c>[When]</c>, <c>[Unless]</c> and <c>[Otherwise]</c>.</summary>
/// <param name="context">The state that the parsers share.</param>
internal sealed class ConditionParser(ParseContext context)
{
    private const string Remedy = "compare it with constants of an enum, a bool, a string or an int, or with a type";

    /// <summary>
    /// Reads the conditions of a stage and reports invalid ones. The C# compiler reports unfinished attributes.
    /// </summary>
    /// <param name="attributes">The condition attributes.</param>
    /// <param name="name">The stage's name.</param>
    /// <param name="node">The stage.</param>
    /// <param name="further">The nodes that belong to a finding, such as the source of the stage.</param>
    public EquatableArray<ConditionModel> Parse(
        List<AttributeData> attributes,
        string name,
        NodeReference node,
        IEnumerable<NodeReference> further
    )
    {
        if (attributes.Count == 0)
        {
            return default;
        }

        var conditions = new List<ConditionModel>();
        foreach (var attribute in attributes)
        {
            if (attribute.FirstArgument() is not { Kind: TypedConstantKind.Primitive } condition)
            {
                continue;
            }

            // Null is treated as an unknown name and is reported as such.
            var conditionName = condition.Value as string ?? "";
            if (ReasonAgainst(attribute) is { } reason)
            {
                context.Report(Rule.InvalidCondition, node, [name, conditionName, reason], further);
            }
            else if (Values(attribute) is { } values)
            {
                conditions.Add(new ConditionModel(Kind(attribute), conditionName, values));
            }
        }

        return conditions.ToEquatableArray();
    }

    private static ConditionKind Kind(AttributeData attribute) =>
        attribute.Name() switch
        {
            AttributeExtensions.Unless => ConditionKind.Unless,
            AttributeExtensions.Otherwise => ConditionKind.Otherwise,
            _ => ConditionKind.When,
        };

    private string? ReasonAgainst(AttributeData attribute)
    {
        foreach (var value in Constants(attribute))
        {
            if (value.IsNull && value.Kind != TypedConstantKind.Error)
            {
                return $"it is compared with null, which is not supported: {Remedy}";
            }

            if (value is { Kind: TypedConstantKind.Type, Value: ITypeSymbol named })
            {
                if (RouteTypeRules.ReasonAgainst(named, context) is { } reason)
                {
                    return reason;
                }

                continue;
            }

            if (value is { Kind: not TypedConstantKind.Error, Type: { } type } && !ConstantParser.CanParse(value))
            {
                return $"it is compared with a constant of type '{TypeNames.Short(type)}', which is not supported: {Remedy}";
            }
        }

        return null;
    }

    /// <summary>Returns the constants, or <see langword="null"/> if one of them is not resolved.</summary>
    private EquatableArray<ConstantModel>? Values(AttributeData attribute)
    {
        var values = new List<ConstantModel>();
        foreach (var constant in Constants(attribute))
        {
            if (
                constant is { Kind: TypedConstantKind.Type, Value: ITypeSymbol { TypeKind: TypeKind.Error } }
                || ConstantParser.Parse(constant, context.Types, context.Names) is not { } value
            )
            {
                return null;
            }

            values.Add(value);
        }

        return values.ToEquatableArray();
    }

    private static IEnumerable<TypedConstant> Constants(AttributeData attribute) =>
        attribute.ConstructorArguments.Length < 2 ? []
        : attribute.ConstructorArguments[1] is { Kind: TypedConstantKind.Array, IsNull: false } values
        // An array that is passed as the single value is not a list of values.
        && attribute.AttributeConstructor?.Parameters[1].IsParams == true
            ? values.Values
        : attribute.ConstructorArguments.Skip(1);
}
