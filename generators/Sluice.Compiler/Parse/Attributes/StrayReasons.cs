using Microsoft.CodeAnalysis;
using Sluice.Compiler.Policies.Intercept;

namespace Sluice.Compiler.Parse.Attributes;

/// <summary>Explains why an attribute has no effect where it stands, and what to do about it.</summary>
internal static class StrayReasons
{
    private const string NoPipeline = "the type is not a pipeline. Mark it with [Pipeline], or remove the attribute.";
    private const string NoStage = "the method is not a stage. Mark it with [Stage], or remove the attribute.";

    /// <summary>The reason for an attribute on a method's return value.</summary>
    public const string OfReturn =
        "it names the producer of an entry point's output, but the method is not an entry point. Put it on the parameter that takes the "
        + "value, or remove it.";

    /// <summary>The reason for an attribute that lists names and has an empty list.</summary>
    public const string OfNothingNamed = "it names nothing. Name a stage with 'nameof', or remove the attribute.";

    /// <summary>The reason for an attribute on a declaration inside a method's body.</summary>
    public const string OfBody = "a stage must be a member of a type. Make it a method, or remove the attribute.";

    /// <summary>Returns the reason for an attribute on a type.</summary>
    public static string OfType(string attribute) =>
        attribute == InterceptParser.AttributeName
            ? "the type has no stages. Mark its methods with [Stage], or remove the attribute."
            : NoPipeline;

    /// <summary>Returns the reason for an attribute on a field or property.</summary>
    /// <param name="isHidden">Whether the member is private and a derived type could be a pipeline.</param>
    public static string OfMember(bool isHidden) =>
        isHidden
            ? "the type is not a pipeline, and a derived pipeline cannot read a private member. Make it 'protected', or remove the "
                + "attribute."
            : NoPipeline;

    /// <summary>Returns the reason for an attribute on a method.</summary>
    public static string OfMethod(string attribute, IMethodSymbol method, bool isEntryPoint) =>
        isEntryPoint ? "the attribute applies to stages, not to entry points. Put it on the stages, or remove it."
        : attribute == AttributeExtensions.EntryPoint ? NoPipeline
        : method.MethodKind == MethodKind.Ordinary ? NoStage
        : "only an ordinary method can be a stage. Remove the attribute.";

    /// <summary>Returns the reason for an attribute on a parameter.</summary>
    /// <param name="attribute">The name of the attribute's class.</param>
    /// <param name="parameter">The parameter.</param>
    /// <param name="method">The roles of the method that has the parameter.</param>
    public static string OfParameter(string attribute, IParameterSymbol parameter, AttributePlace method)
    {
        if (attribute == AttributeExtensions.Stages)
        {
            return parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor }
                ? "only a parameter of a pipeline's primary constructor can be a source of stages. Put it on the "
                    + "field or property that stores the value, or make the constructor the primary constructor."
                : "only a parameter of a pipeline's primary constructor can be a source of stages. Put it on a field or property, or remove it.";
        }

        return (method & AttributePlace.EntryPoint) != 0
                ? "the caller provides the value of an input. Put the attribute on the parameter of the stage that takes the input, or remove it."
            : (method & (AttributePlace.Stage | AttributePlace.Condition)) != 0
                ? $"the run itself supplies a '{TypeNames.Short(parameter.Type)}'. Remove the attribute."
            : NoStage;
    }
}
