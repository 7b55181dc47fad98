using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Sluice.Compiler.Parse;
using Sluice.Compiler.Parse.Attributes;
using Sluice.Compiler.Rules;

namespace Sluice.Analyzers;

/// <summary>
/// Reports attributes without an effect outside pipelines: on types that are not pipelines, and inside bodies,
/// which Parse does not read.
/// </summary>
internal static class StrayAttributeReport
{
    /// <summary>The kinds of declarations inside bodies that may have attributes.</summary>
    public static ImmutableArray<SyntaxKind> Declarations { get; } =
        ImmutableArray.Create(SyntaxKind.LocalFunctionStatement, SyntaxKind.ParenthesizedLambdaExpression);

    /// <summary>Reports the attributes of a type that is not a pipeline.</summary>
    public static void Report(SymbolAnalysisContext context, INamedTypeSymbol type)
    {
        foreach (var stray in StrayAttributes.Of(type, context.CancellationToken))
        {
            if (stray.Attribute.ApplicationSyntaxReference is { } place)
            {
                context.ReportDiagnostic(Create(place.SyntaxTree.GetLocation(place.Span), stray.Name, stray.Arguments));
            }
        }
    }

    /// <summary>Reports the attributes of a local function or lambda, where none has a meaning.</summary>
    public static void Report(SyntaxNodeAnalysisContext context)
    {
        var (kind, lists, parameters) = context.Node switch
        {
            LocalFunctionStatementSyntax function => (
                $"local function '{function.Identifier.ValueText}'",
                function.AttributeLists,
                function.ParameterList
            ),
            ParenthesizedLambdaExpressionSyntax lambda => ("a lambda", lambda.AttributeLists, lambda.ParameterList),
            _ => default,
        };
        foreach (
            var attribute in lists
                .Concat(parameters.Parameters.SelectMany(parameter => parameter.AttributeLists))
                .SelectMany(list => list.Attributes)
        )
        {
            if (
                context.SemanticModel.GetTypeInfo(attribute, context.CancellationToken).Type is INamedTypeSymbol type
                && AttributeTable.NameOf(type) is { } name
            )
            {
                name = AttributeExtensions.WithoutSuffix(name);
                context.ReportDiagnostic(Create(attribute.GetLocation(), name, [kind, name, StrayReasons.OfBody]));
            }
        }
    }

    private static Diagnostic Create(Location location, string name, string[] arguments) =>
        Diagnostic.Create(
            Descriptors.Of(Rule.StrayAttribute),
            location,
            ImmutableDictionary<string, string?>.Empty.Add(FixProperties.Name, name),
            [.. arguments]
        );
}
