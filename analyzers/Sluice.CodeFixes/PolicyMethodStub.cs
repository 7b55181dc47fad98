using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Sluice.Compiler.Rules;

namespace Sluice.CodeFixes;

/// <summary>Writes the declaration of a missing method that a policy names.</summary>
internal static class PolicyMethodStub
{
    private const string Exception = "global::System.Exception exception";

    /// <summary>Returns the method, or <see langword="null"/> if it cannot be written.</summary>
    /// <param name="stage">The stage.</param>
    /// <param name="missing">The declaration that the policy requires.</param>
    /// <param name="name">The name.</param>
    /// <param name="model">The semantic model of the document.</param>
    public static MethodDeclarationSyntax? Of(
        MethodDeclarationSyntax stage,
        MissingMethod missing,
        string name,
        SemanticModel model
    )
    {
        var isAsynchronous = model.GetTypeInfo(stage.ReturnType).Type?.Name is nameof(Task) or "ValueTask";
        var isCompletion = missing.Returns == MissingMethod.Completion;
        var returned =
            missing.Returns == MissingMethod.Output ? stage.ReturnType.WithoutTrivia().ToString()
            : !isCompletion ? missing.Returns
            : isAsynchronous ? "global::System.Threading.Tasks.ValueTask"
            : "void";
        string[] parameters =
        [
            .. missing.TakesInputs ? Taken(stage, model) : [],
            .. missing.TakesException ? (string[])[Exception] : [],
            .. missing.TakesToken && (isAsynchronous || !isCompletion) ? Token(stage, model) : [],
        ];
        var isStatic = stage.Modifiers.Any(SyntaxKind.StaticKeyword) ? "static " : "";
        var text =
            $"private {isStatic}{returned} {SluiceNames.Escaped(name)}({string.Join(", ", parameters)}) => throw new global::System.NotImplementedException();";
        return SyntaxFactory.ParseMemberDeclaration(text) is MethodDeclarationSyntax method
            ? method.ReplaceNodes(
                method.DescendantNodes().OfType<NameSyntax>().Where(type => type.Parent is not NameSyntax),
                (_, type) => type.WithAdditionalAnnotations(Microsoft.CodeAnalysis.Simplification.Simplifier.Annotation)
            )
            : null;
    }

    // Attributes and default values are omitted, because they only describe where the stage's own values come from.
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
