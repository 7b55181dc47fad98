using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Sluice.CodeFixes;

/// <summary>Finds the policies of a stage in its declaration.</summary>
internal static class PolicyNames
{
    /// <summary>The argument of a policy's attribute that has a name as its value, or <see langword="null"/>.</summary>
    /// <param name="method">The stage.</param>
    /// <param name="name">The name.</param>
    /// <param name="model">What the compiler knows of the document.</param>
    public static AttributeArgumentSyntax? Argument(MethodDeclarationSyntax method, string name, SemanticModel model) =>
        Attributes(method, model)
            .SelectMany(attribute => attribute.ArgumentList?.Arguments.AsEnumerable() ?? [])
            .FirstOrDefault(argument =>
                model.GetConstantValue(argument.Expression) is { HasValue: true, Value: string value }
                && string.Equals(value, name, StringComparison.Ordinal)
            );

    /// <summary>The attributes of a method that are Sluice's, of whichever of its packages.</summary>
    public static IEnumerable<AttributeSyntax> Attributes(MethodDeclarationSyntax method, SemanticModel model) =>
        method
            .AttributeLists.SelectMany(list => list.Attributes)
            .Where(attribute =>
                model.GetTypeInfo(attribute).Type?.ContainingNamespace is { } space
                && (SluiceNames.IsIn(space) || SluiceNames.IsIn(space.ContainingNamespace))
            );
}
