using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Sluice.CodeFixes;

/// <summary>Finds the type of a method's output without its wrappers.</summary>
internal static class OutputTypes
{
    /// <summary>Returns the syntax of the return type without the task.</summary>
    public static TypeSyntax Find(MethodDeclarationSyntax method, SemanticModel model)
    {
        var generic = method.ReturnType switch
        {
            QualifiedNameSyntax qualified => qualified.Right,
            AliasQualifiedNameSyntax qualified => qualified.Name,
            var type => type,
        };
        return
            generic is GenericNameSyntax { TypeArgumentList.Arguments: { Count: 1 } arguments }
            && IsTask(model.GetTypeInfo(method.ReturnType).Type)
            ? arguments[0]
            : method.ReturnType;
    }

    /// <summary>Returns the type of the value inside a task, an optional, an outcome or a nullable type.</summary>
    public static ITypeSymbol ValueOf(ITypeSymbol type) =>
        type is INamedTypeSymbol { TypeArguments: { Length: 1 } arguments } named && IsWrapper(named)
            ? ValueOf(arguments[0])
            : type.WithNullableAnnotation(NullableAnnotation.NotAnnotated);

    private static bool IsWrapper(INamedTypeSymbol type) =>
        IsTask(type)
        || type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T
        || (type.Name is "Optional" or "Outcome" && SluiceNames.IsIn(type.ContainingNamespace));

    private static bool IsTask(ITypeSymbol? type) =>
        type
            is {
                Name: "Task" or "ValueTask",
                ContainingNamespace: { Name: "Tasks", ContainingNamespace.Name: "Threading" }
            };
}
