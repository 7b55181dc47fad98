using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Sluice.CodeFixes;

/// <summary>A stage that runs for certain values of a route.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Condition">The attribute that names the route and the values.</param>
internal sealed record Branch(MethodDeclarationSyntax Stage, AttributeSyntax Condition)
{
    /// <summary>
    /// Returns the last stage of a type that a route selects, or <see langword="null"/> if there is none.
    /// </summary>
    public static Branch? FindLast(TypeDeclarationSyntax type, IMethodSymbol route, SemanticModel model)
    {
        var name = SluiceNames.WithoutAsync(route.Name);
        var given = route
            .GetAttributes()
            .SelectMany(attribute => attribute.NamedArguments)
            .Where(argument => string.Equals(argument.Key, "Name", StringComparison.Ordinal))
            .Select(argument => argument.Value.Value as string)
            .FirstOrDefault();
        return type
            .Members.OfType<MethodDeclarationSyntax>()
            .Select(stage => Of(stage, model, named => named == name || named == given))
            .LastOrDefault(branch => branch is not null);
    }

    private static Branch? Of(MethodDeclarationSyntax stage, SemanticModel model, Predicate<string> isRoute)
    {
        var condition = stage
            .AttributeLists.SelectMany(list => list.Attributes)
            .FirstOrDefault(attribute =>
                (
                    SluiceNames.Is(attribute, SluiceNames.When, model)
                    || SluiceNames.Is(attribute, SluiceNames.Unless, model)
                )
                && attribute.ArgumentList is { Arguments: { Count: > 1 } arguments }
                && model.GetConstantValue(arguments[0].Expression).Value is string named
                && isRoute(SluiceNames.WithoutAsync(named))
            );
        return condition is null ? null : new Branch(stage, condition);
    }
}
