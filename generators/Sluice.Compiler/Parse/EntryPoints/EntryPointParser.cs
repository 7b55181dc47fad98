using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Sluice.Compiler.Model;
using Sluice.Compiler.Rules;

namespace Sluice.Compiler.Parse;

/// <summary>Reads the entry points of a pipeline.</summary>
/// <param name="context">The state that the parsers share.</param>
internal sealed class EntryPointParser(ParseContext context)
{
    private readonly HashSet<string> _declared = new(StringComparer.Ordinal);
    private readonly List<EntryPointModel> _models = [];
    private readonly SignatureWriter _signatures = new(context.Names);
    private bool _hasAny;
    private string? _hint;

    /// <summary>The methods behind the models, by index.</summary>
    public List<IMethodSymbol> Symbols { get; } = [];

    /// <summary>The declarations of malformed entry points.</summary>
    public List<string> RejectedSignatures { get; } = [];

    /// <summary>Reads all entry points, and reports a pipeline without any.</summary>
    /// <param name="canHaveOne">
    /// Whether the absence of entry points is reported. A type that is not partial has a finding of its own instead.
    /// </param>
    /// <param name="cancellationToken">The token that cancels the work.</param>
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
                    ?? "declare one as a partial method without a body, such as "
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
                Reject(
                    method,
                    -1,
                    "it has a body, but Sluice generates the body: declare it partial and without a body"
                );
            }
            else
            {
                _hint ??= EntryPointRecognizer.ReasonForPassingOver(method, cancellationToken);
            }

            return;
        }

        _hasAny = true;

        // The C# compiler reports missing names and duplicate signatures. Such a method cannot be implemented.
        if (
            method.Name.Length == 0
            || method.Parameters.Any(parameter => parameter.Name.Length == 0)
            || EntryPointRecognizer.Declaration(method, cancellationToken) is not { } declaration
            || !_declared.Add(Key(method))
        )
        {
            return;
        }

        // The emitted part would repeat the compiler's errors of the declaration.
        var unresolved = UnresolvedTypes.ReasonAgainst(method, out var position);
        var refused =
            unresolved ?? DefinitionErrors.ReasonAgainst(method, declaration, context.Compilation, cancellationToken);
        if (EntryPointRules.ReasonAgainst(method, context.Obsolescence, out var ownPosition) is { } reason)
        {
            Reject(method, ownPosition, reason);
            if (refused is null)
            {
                RejectedSignatures.Add(_signatures.Write(method, declaration, cancellationToken));
            }

            return;
        }

        if (refused is not null)
        {
            Reject(method, position, refused, isOfCompiler: true);
            return;
        }

        var signature = _signatures.Write(method, declaration, cancellationToken);
        Symbols.Add(method);
        _models.Add(Model(method, declaration, signature));
    }

    private EntryPointModel Model(IMethodSymbol method, MethodDeclarationSyntax declaration, string signature)
    {
        var output = EntryPointOutput.Of(method);
        var observer = method.Parameters.FirstOrDefault(ObserverRules.IsObserver);
        return new EntryPointModel(
            method.Name,
            method.Name,
            signature,
            method.IsStatic,
            DocumentationComment.IsOn(declaration),
            output.Shape,
            output.Whole is null ? "" : context.Names.Code(output.Whole),
            output.Elements.Length > 0,
            Outputs(output).ToEquatableArray(),
            method
                .Parameters.Where(parameter =>
                    SuppliedParameters.KindOf(parameter.Type) is null && !ObserverRules.IsObserver(parameter)
                )
                .Select(Input)
                .ToEquatableArray(),
            method.Parameters.FirstOrDefault(parameter => KnownTypes.IsCancellationToken(parameter.Type))?.Name
        )
        {
            RunContext = method.Parameters.FirstOrDefault(parameter => KnownTypes.IsRunContext(parameter.Type))?.Name,
            Observer = observer?.Name,
            ObserverType = observer is null ? null : Keywords.EscapeType(observer.Type.Name),
            Delivery = output.Delivery,
            Requirements = CallRequirements.InScopeOf(method),
            IsContract = method.IsOverride || ImplementsMember(method),
            OutputTypeName = output.Value is null ? "" : context.Names.Code(output.Value),
        };
    }

    private static bool ImplementsMember(IMethodSymbol method) =>
        method.ExplicitInterfaceImplementations.Length > 0
        || method
            .ContainingType.AllInterfaces.SelectMany(contract => contract.GetMembers(method.Name))
            .Any(member =>
                SymbolEqualityComparer.Default.Equals(
                    method.ContainingType.FindImplementationForInterfaceMember(member),
                    method
                )
            );

    private InputModel Input(IParameterSymbol parameter)
    {
        // Null is rejected before the run begins, so that stages always get a value.
        var refusesNull = NullAttributes.RefusesNull(parameter);
        var type = refusesNull
            ? NullAttributes.With(parameter.Type, NullableAnnotation.NotAnnotated)
            : NullAttributes.TypeOf(parameter);
        var (form, value) = FormedType.Of(type);
        return new InputModel(parameter.Name, context.Types.Intern(value), context.Names.Code(type))
        {
            RefusesNull = refusesNull,
            Form = form,
            ValueTypeName = context.Names.Code(value),
            Position = parameter.Ordinal,
            IsObserver = KnownTypes.ImplementsRunObserver(parameter.Type),
        };
    }

    private IEnumerable<OutputModel> Outputs(EntryPointOutput output)
    {
        if (output.Value is null)
        {
            return [];
        }

        return output.Elements.Length > 0
            ? output.Elements.Select(element =>
                Output(element.IsExplicitlyNamedTupleElement ? element.Name : null, element.Type, [])
            )
            : [Output(null, output.Value, output.From?.Texts() ?? [], output.MayBeNull)];
    }

    private OutputModel Output(string? name, ITypeSymbol type, IEnumerable<string> from, bool mayBeNull = false)
    {
        var (form, value) = FormedType.Of(type);
        return new OutputModel(name, context.Types.Intern(value), context.Names.Code(type), from.ToEquatableArray())
        {
            Form = mayBeNull ? ValueForm.Nullable : form,
            ValueTypeName = context.Names.Code(value),
        };
    }

    private EntryPointModel WithUniqueName(EntryPointModel model, int index) =>
        _models.Count(other => string.Equals(other.MethodName, model.MethodName, StringComparison.Ordinal)) == 1
            ? model
            : model with
            {
                Name = TypeNames.Overload(Symbols[index]),
            };

    private void Reject(IMethodSymbol method, int position, string reason, bool isOfCompiler = false)
    {
        _hasAny = true;
        context.Report(
            new Finding(
                Rule.UnsupportedEntryPointSignature,
                context.Reject(method) with
                {
                    Parameter = position,
                },
                new EquatableArray<string>([method.Name, reason]),
                default
            )
            {
                IsOfCompiler = isOfCompiler,
            }
        );
    }

    private string Key(IMethodSymbol method) =>
        $"{method.Name}`{method.Arity}({string.Join(", ", method.Parameters.Select(parameter => context.Names.Identity(parameter.Type)))})";
}
