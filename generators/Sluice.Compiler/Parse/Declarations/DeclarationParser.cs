using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Sluice.Compiler.Model;
using Sluice.Compiler.Rules;

namespace Sluice.Compiler.Parse;

/// <summary>
/// Reads the declaration of the pipeline's type and reports anything that prevents it from being re-opened.
/// </summary>
internal static class DeclarationParser
{
    public static PipelineDeclaration Parse(ParseContext context, CancellationToken cancellationToken)
    {
        var pipeline = context.Pipeline;
        var canBeReopened = true;
        if (pipeline.TypeKind != TypeKind.Class)
        {
            ReportUnsupported("only a class or a record class can be a pipeline: declare it as one");
        }

        foreach (var type in pipeline.SelfAndContainingTypes())
        {
            if (type.IsFileLocal)
            {
                ReportUnsupported(
                    $"'{type.Name}' is file-local, but the compiler adds its other part in another file: remove 'file'"
                );
                break;
            }
        }

        // Each mention of the type in emitted code would repeat the error of its constraint.
        if (
            pipeline
                .SelfAndContainingTypes()
                .SelectMany(type => type.TypeParameters)
                .SelectMany(parameter => parameter.ConstraintTypes)
                .Select(UnresolvedTypes.ReasonAgainst)
                .FirstOrDefault(reason => reason is not null) is
            { } unresolved
        )
        {
            context.ReportOfCompiler(
                Rule.UnsupportedPipelineType,
                new NodeReference(NodeKind.Pipeline),
                [pipeline.Name, $"a constraint has {unresolved}"],
                []
            );
        }

        if (FirstThatIsNotPartial(pipeline, cancellationToken) is { } notPartial)
        {
            context.Report(Rule.PipelineNotPartial, new NodeReference(NodeKind.Pipeline), notPartial.Name);
            canBeReopened = false;
        }

        if (context.Compilation is CSharpCompilation { LanguageVersion: < LanguageVersion.CSharp12 and var version })
        {
            context.Report(
                Rule.UnsupportedPipelineType,
                new NodeReference(NodeKind.Pipeline),
                pipeline.Name,
                $"its project is compiled as C# {version.ToDisplayString()}, but the generated code needs C# 12: set <LangVersion> "
                    + "to 12 or newer, or remove it"
            );

            // Before C# 9, a partial method cannot have an accessibility modifier or return a value, so it cannot be an
            // entry point.
            canBeReopened &= version >= LanguageVersion.CSharp9;
        }

        return new PipelineDeclaration(
            TypeNames.Namespace(pipeline.ContainingNamespace),
            pipeline.SelfAndContainingTypes().Skip(1).Reverse().Select(Header).ToEquatableArray(),
            Header(pipeline),
            context.Names.CodeWithoutAnnotation(pipeline),
            HintName.Of(pipeline),
            // The C# compiler reports a type that has no name yet.
            canBeReopened
                && pipeline.SelfAndContainingTypes().All(type => type.Name.Length > 0)
                && HasName(pipeline.ContainingNamespace)
        )
        {
            IsRecord = pipeline.IsRecord,
            HidesVar = HidesVar(pipeline),
        };

        void ReportUnsupported(string reason)
        {
            context.Report(Rule.UnsupportedPipelineType, new NodeReference(NodeKind.Pipeline), pipeline.Name, reason);
            canBeReopened = false;
        }
    }

    private static bool HasName(INamespaceSymbol? containing) =>
        containing is null or { IsGlobalNamespace: true }
        || (containing.Name.Length > 0 && HasName(containing.ContainingNamespace));

    private static bool HidesVar(INamedTypeSymbol pipeline)
    {
        const string Var = "var";
        foreach (var type in pipeline.SelfAndContainingTypes())
        {
            if (
                type.TypeParameters.Any(parameter => string.Equals(parameter.Name, Var, StringComparison.Ordinal))
                || type.SelfAndBaseTypes().Any(declaring => !declaring.GetTypeMembers(Var).IsEmpty)
            )
            {
                return true;
            }
        }

        for (var current = pipeline.ContainingNamespace; current is not null; current = current.ContainingNamespace)
        {
            if (!current.GetTypeMembers(Var).IsEmpty)
            {
                return true;
            }
        }

        return false;
    }

    private static INamedTypeSymbol? FirstThatIsNotPartial(
        INamedTypeSymbol pipeline,
        CancellationToken cancellationToken
    ) =>
        pipeline
            .SelfAndContainingTypes()
            .FirstOrDefault(type =>
                !type.DeclaringSyntaxReferences.Any(reference =>
                    reference.GetSyntax(cancellationToken) is TypeDeclarationSyntax declaration
                    && declaration.Modifiers.Any(SyntaxKind.PartialKeyword)
                )
            );

    private static string Header(INamedTypeSymbol type)
    {
        var header = $"partial {Keyword(type)} {Keywords.EscapeType(type.Name)}";
        return type.TypeParameters.Length == 0
            ? header
            : $"{header}<{string.Join(", ", type.TypeParameters.Select(TypeParameter))}>";
    }

    private static string Keyword(INamedTypeSymbol type) =>
        type.TypeKind switch
        {
            TypeKind.Interface => "interface",
            TypeKind.Struct => type.IsRecord ? "record struct" : "struct",
            _ => type.IsRecord ? "record" : "class",
        };

    private static string TypeParameter(ITypeParameterSymbol parameter)
    {
        var name = Keywords.EscapeType(parameter.Name);
        return parameter.Variance switch
        {
            VarianceKind.In => "in " + name,
            VarianceKind.Out => "out " + name,
            _ => name,
        };
    }
}
