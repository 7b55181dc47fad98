using Microsoft.CodeAnalysis;
using Sluice.Compiler.Policies.Intercept;

namespace Sluice.Compiler.Parse.Attributes;

/// <summary>Explains why an attribute has no effect where it stands, and what to do about it.</summary>
internal static class StrayReasons
{
    private const string NoPipeline = "the type is no pipeline. Mark it with [Pipeline], or remove the attribute.";
    private const string NoStage = "the method is no stage. Mark it with [Stage], or remove the attribute.";

    /// <summary>The reason for an attribute on a method's return value.</summary>
    public const string OfReturn =
        "it names the producer of an entry point's output, and the method is no entry point. Put it on the parameter that takes the "
        + "value, or remove it.";

    /// <summary>The reason for an attribute that lists names and has an empty list.</summary>
    public const string OfNothingNamed = "it names nothing. Name a stage with 'nameof', or remove the attribute.";

    /// <summary>The reason for an attribute on a declaration inside a method's body.</summary>
    public const string OfBody =
        "it is no member of a type, which stages are. Make it a method, or remove the attribute.";

    /// <summary>Returns the reason for an attribute on a type.</summary>
    public static string OfType(string attribute) =>
        attribute == InterceptParser.AttributeName
            ? "the type has no stage. Mark its methods with [Stage], or remove the attribute."
            : NoPipeline;

    /// <summary>Returns the reason for an attribute on a field or property.</summary>
    /// <param name="isHidden">Whether the member is private and a derived type could be a pipeline.</param>
    public static string OfMember(bool isHidden) =>
        isHidden
            ? "the type is no pipeline, and one that derives from it cannot read a private member. Make it 'protected', or remove the "
                + "attribute."
            : NoPipeline;

    /// <summary>Returns the reason for an attribute on a method.</summary>
    public static string OfMethod(string attribute, IMethodSymbol method, bool isEntryPoint) =>
        isEntryPoint ? "an entry point is a run, and the attribute is for stages. Put it on the stages, or remove it."
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
                ? "only a parameter of a pipeline's primary constructor brings stages in. Put it on the field or property that keeps "
                    + "the value, or make the constructor the primary one."
                : "only a parameter of a pipeline's primary constructor brings stages in. Put it on a field or property, or remove it.";
        }

        return (method & AttributePlace.EntryPoint) != 0
                ? "the caller gives an input as it is. Put the attribute on the parameter of the stage that takes the input, or remove it."
            : (method & (AttributePlace.Stage | AttributePlace.Condition)) != 0
                ? $"the run itself supplies a '{TypeNames.Short(parameter.Type)}'. Remove the attribute."
            : NoStage;
    }
}
