using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Sluice.CodeFixes;

/// <summary>Finds the policy attributes of a stage in its declaration.</summary>
internal static class PolicyNames
{
    /// <summary>
    /// Returns the argument of a policy attribute whose value is the given name, or <see langword="null"/>.
    /// </summary>
    /// <param name="method">The stage.</param>
    /// <param name="name">The name.</param>
    /// <param name="model">The semantic model of the document.</param>
    public static AttributeArgumentSyntax? Argument(MethodDeclarationSyntax method, string name, SemanticModel model) =>
        Attributes(method, model)
            .SelectMany(attribute => attribute.ArgumentList?.Arguments.AsEnumerable() ?? [])
            .FirstOrDefault(argument =>
                model.GetConstantValue(argument.Expression) is { HasValue: true, Value: string value }
                && string.Equals(value, name, StringComparison.Ordinal)
            );

    /// <summary>Returns the attributes of a method that any of Sluice's packages declares.</summary>
    public static IEnumerable<AttributeSyntax> Attributes(MethodDeclarationSyntax method, SemanticModel model) =>
        method
            .AttributeLists.SelectMany(list => list.Attributes)
            .Where(attribute =>
                model.GetTypeInfo(attribute).Type?.ContainingNamespace is { } space
                && (SluiceNames.IsIn(space) || SluiceNames.IsIn(space.ContainingNamespace))
            );
}
