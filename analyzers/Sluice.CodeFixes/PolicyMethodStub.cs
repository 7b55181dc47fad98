using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Sluice.CodeFixes;

/// <summary>Writes the declaration of a method that a policy names and that there is not yet.</summary>
internal static class PolicyMethodStub
{
    private const string Exception = "global::System.Exception exception";

    /// <summary>The method, or <see langword="null"/> where the policy names no method.</summary>
    /// <param name="stage">The stage.</param>
    /// <param name="argument">The argument that names the method.</param>
    /// <param name="name">The name.</param>
    /// <param name="model">What the compiler knows of the document.</param>
    public static MethodDeclarationSyntax? Of(
        MethodDeclarationSyntax stage,
        AttributeArgumentSyntax argument,
        string name,
        SemanticModel model
    )
    {
        var policy = PolicyNames.NameOf((AttributeSyntax)argument.Parent!.Parent!, model);
        var result = stage.ReturnType.WithoutTrivia().ToString();
        var isAsynchronous = model.GetTypeInfo(stage.ReturnType).Type?.Name is nameof(Task) or "ValueTask";
        return (policy, argument.NameEquals?.Name.Identifier.ValueText) switch
        {
            ("Fallback", null) => Method(result, [.. Taken(stage, model), Exception, .. Token(stage, model)]),
            ("Compensate", null) => Method(
                isAsynchronous ? "global::System.Threading.Tasks.ValueTask" : "void",
                [.. Taken(stage, model), .. isAsynchronous ? Token(stage, model) : []]
            ),
            ("Retry", "When") => Method("bool", [Exception]),
            ("Cached", "Key") => Method("string", [.. Taken(stage, model)]),
            _ => null,
        };

        MethodDeclarationSyntax? Method(string returnType, string[] parameters)
        {
            var isStatic = stage.Modifiers.Any(SyntaxKind.StaticKeyword) ? "static " : "";
            var text =
                $"private {isStatic}{returnType} {SluiceNames.Escaped(name)}({string.Join(", ", parameters)}) => throw new global::System.NotImplementedException();";
            return SyntaxFactory.ParseMemberDeclaration(text) is MethodDeclarationSyntax method
                ? method.ReplaceNodes(
                    method.DescendantNodes().OfType<NameSyntax>().Where(type => type.Parent is not NameSyntax),
                    (_, type) =>
                        type.WithAdditionalAnnotations(Microsoft.CodeAnalysis.Simplification.Simplifier.Annotation)
                )
                : null;
        }
    }

    // Without attributes and defaults, which say where the stage's own values come from.
    private static IEnumerable<string> Taken(MethodDeclarationSyntax stage, SemanticModel model) =>
        stage
            .ParameterList.Parameters.Where(parameter => !IsSupplied(parameter, model))
            .Select(parameter => $"{parameter.Type} {parameter.Identifier}");

    private static IEnumerable<string> Token(MethodDeclarationSyntax stage, SemanticModel model) =>
        stage
            .ParameterList.Parameters.Where(parameter => TypeOf(parameter, model) is nameof(CancellationToken))
            .Select(parameter => $"{parameter.Type} {parameter.Identifier}");

    private static bool IsSupplied(ParameterSyntax parameter, SemanticModel model) =>
        TypeOf(parameter, model) is nameof(CancellationToken) or "StageContext" or "RunContext";

    private static string? TypeOf(ParameterSyntax parameter, SemanticModel model) =>
        parameter.Type is null ? null : model.GetTypeInfo(parameter.Type).Type?.Name;
}
