using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Sluice.Compiler.Model;

namespace Sluice.Compiler.Parse;

/// <summary>Reads the entry points of a pipeline.</summary>
/// <param name="context">What the parts of Parse share.</param>
internal sealed class EntryPointParser(ParseContext context)
{
    private readonly HashSet<string> _declared = new(StringComparer.Ordinal);
    private readonly List<EntryPointModel> _models = [];
    private bool _hasAny;
    private string? _hint;

    /// <summary>The methods behind the models.</summary>
    public List<IMethodSymbol> Symbols { get; } = [];

    /// <summary>The declarations of those that are not well formed.</summary>
    public List<string> RejectedSignatures { get; } = [];

    /// <summary>Reads all, and reports where there is none.</summary>
    /// <param name="canHaveOne">Whether the type could have an entry point: of one that is not partial, that is the finding.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public EquatableArray<EntryPointModel> Parse(bool canHaveOne, CancellationToken cancellationToken)
    {
        foreach (var member in context.Pipeline.GetMembers())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (member is IMethodSymbol { MethodKind: MethodKind.Ordinary } method)
            {
                ParseMember(method, cancellationToken);
            }
        }

        if (!_hasAny && canHaveOne)
        {
            context.Report(
                Rule.NoEntryPoint,
                new NodeReference(NodeKind.Pipeline),
                context.Pipeline.Name,
                _hint
                    ?? "declare what it produces as a partial method without a body, such as "
                        + "'public partial ValueTask<Output> RunAsync(Input input);'"
            );
        }

        return _models.Select(WithUniqueName).ToEquatableArray();
    }

    private void ParseMember(IMethodSymbol method, CancellationToken cancellationToken)
    {
        if (!method.IsPartialDefinition || !EntryPointRecognizer.IsEntryPoint(method, cancellationToken))
        {
            if (method.Has(AttributeExtensions.EntryPoint))
            {
                Reject(method, -1, "it has a body, which Sluice is to write: declare it partial and without a body");
            }
            else
            {
                _hint ??= EntryPointRecognizer.ReasonForPassingOver(method, cancellationToken);
            }

            return;
        }

        _hasAny = true;

        // What has no name yet, or the same signature twice, has an error of the compiler's own and cannot be implemented.
        if (
            method.Name.Length == 0
            || method.Parameters.Any(parameter => parameter.Name.Length == 0)
            || EntryPointRecognizer.Declaration(method, cancellationToken) is not { } declaration
            || !_declared.Add(Key(method))
        )
        {
            return;
        }

        var signature = SignatureWriter.Write(method, declaration, cancellationToken);
        if (ReasonAgainst(method, out var position) is { } reason)
        {
            Reject(method, position, reason);
            RejectedSignatures.Add(signature);
            return;
        }

        Symbols.Add(method);
        _models.Add(Model(method, declaration, signature));
    }

    private EntryPointModel Model(IMethodSymbol method, MethodDeclarationSyntax declaration, string signature)
    {
        var returnType = ReturnType.Of(method);
        var elements = TupleElements(returnType.Output);
        return new EntryPointModel(
            method.Name,
            method.Name,
            signature,
            method.IsStatic,
            DocumentationComment.IsOn(declaration),
            returnType.Shape,
            returnType.Output is null ? "" : context.Types.Code(returnType.Output),
            elements.Length > 0,
            Outputs(method, returnType.Output, elements).ToEquatableArray(),
            method
                .Parameters.Where(parameter => !KnownTypes.IsCancellationToken(parameter.Type))
                .Select(parameter => new InputModel(
                    parameter.Name,
                    context.Types.Intern(parameter.Type),
                    context.Types.Code(parameter.Type)
                ))
                .ToEquatableArray(),
            method.Parameters.FirstOrDefault(parameter => KnownTypes.IsCancellationToken(parameter.Type))?.Name
        );
    }

    private IEnumerable<OutputModel> Outputs(IMethodSymbol method, ITypeSymbol? output, IFieldSymbol[] elements)
    {
        if (output is null)
        {
            return [];
        }

        return elements.Length > 0
            ? elements.Select(element =>
                Output(element.IsExplicitlyNamedTupleElement ? element.Name : null, element.Type, [])
            )
            : [Output(null, output, From(method)?.Texts() ?? [])];
    }

    private OutputModel Output(string? name, ITypeSymbol type, IEnumerable<string> from) =>
        new(name, context.Types.Intern(type), context.Types.Code(type), from.ToEquatableArray());

    private static string? ReasonAgainst(IMethodSymbol method, out int position)
    {
        position = -1;
        if (method.Has(AttributeExtensions.Stage))
        {
            return "it is marked as a stage too, and would need itself: remove [Stage]";
        }

        if (SignatureRules.ReasonAgainst(method) is { } reason)
        {
            return reason;
        }

        foreach (var parameter in method.Parameters)
        {
            if (ReasonAgainst(parameter) is { } parameterReason)
            {
                position = parameter.Ordinal;
                return parameterReason;
            }
        }

        if (method.Parameters.Count(parameter => KnownTypes.IsCancellationToken(parameter.Type)) > 1)
        {
            return "it takes more than one CancellationToken: take one, linked to the others where there are several";
        }

        return ReasonAgainstOutput(method, ReturnType.Of(method).Output);
    }

    private static string? ReasonAgainst(IParameterSymbol parameter)
    {
        if (KnownTypes.IsStageContext(parameter.Type))
        {
            return $"input '{parameter.Name}' is a StageContext, which each run makes for its stages: "
                + "take it in the stage that needs it";
        }

        return ReturnType.IsTask(parameter.Type)
            ? $"input '{parameter.Name}' is a task: await it first and pass its result"
            : SignatureRules.ReasonAgainst(parameter);
    }

    private static string? ReasonAgainstOutput(IMethodSymbol method, ITypeSymbol? output)
    {
        var isNamed = From(method) is not null;
        if (output is null)
        {
            return isNamed ? "[return: From] names the producer of an output, and there is none: remove it" : null;
        }

        if (
            output.Name is "PipelineResult"
            && (output.TypeKind == TypeKind.Error || output.ContainingNamespace.IsNamed("Sluice"))
        )
        {
            return "PipelineResult is not supported yet: return the value, and catch what a stage throws";
        }

        var elements = TupleElements(output);
        if (isNamed && elements.Length > 0)
        {
            return "[return: From] names one producer, and the output is a tuple: name the tuple's elements as the producers";
        }

        return elements.Length == 0
            ? SignatureRules.ReasonAgainstOutput(output)
            : elements
                .Select(element => SignatureRules.ReasonAgainstOutput(element.Type))
                .FirstOrDefault(r => r is not null);
    }

    private static IFieldSymbol[] TupleElements(ITypeSymbol? output) =>
        output is INamedTypeSymbol { IsTupleType: true, TupleElements: { Length: > 1 } elements } ? [.. elements] : [];

    private static AttributeData? From(IMethodSymbol method) =>
        method
            .GetReturnTypeAttributes()
            .FirstOrDefault(attribute => attribute.AttributeClass.IsNamed("Sluice", AttributeExtensions.From));

    private EntryPointModel WithUniqueName(EntryPointModel model, int index) =>
        _models.Count(other => string.Equals(other.MethodName, model.MethodName, StringComparison.Ordinal)) == 1
            ? model
            : model with
            {
                Name = TypeNames.Overload(Symbols[index]),
            };

    private void Reject(IMethodSymbol method, int position, string reason)
    {
        _hasAny = true;
        context.Report(
            Rule.UnsupportedEntryPointSignature,
            context.Reject(method) with
            {
                Parameter = position,
            },
            method.Name,
            reason
        );
    }

    private static string Key(IMethodSymbol method) =>
        $"{method.Name}`{method.Arity}({string.Join(", ", method.Parameters.Select(parameter => TypeNames.Identity(parameter.Type)))})";
}
