using Microsoft.CodeAnalysis;
using Sluice.Compiler.Model;

namespace Sluice.Compiler.Parse;

/// <summary>Reads the stages that the sources of a pipeline bring in.</summary>
/// <param name="context">What the parts of Parse share.</param>
internal sealed class StageParser(ParseContext context)
{
    private readonly List<StageModel> _models = [];

    /// <summary>The methods behind the models.</summary>
    public List<IMethodSymbol> Symbols { get; } = [];

    public EquatableArray<StageModel> Parse(IReadOnlyList<SourceSymbol> sources, CancellationToken cancellationToken)
    {
        for (var index = 0; index < sources.Count; index++)
        {
            ParseSource(index, sources[index], cancellationToken);
        }

        return StageNames.Qualify(_models, sources).ToEquatableArray();
    }

    private void ParseSource(int index, SourceSymbol source, CancellationToken cancellationToken)
    {
        var isNested = index > 0 && StageCollector.IsPipeline(source.Type);
        var candidates = isNested
            ? StageCollector.EntryPoints(source.Type, cancellationToken)
            : StageCollector.Stages(source.Type, cancellationToken);
        if (isNested)
        {
            // What a pipeline keeps to itself is no mistake of the one that it is nested in.
            candidates.RemoveAll(candidate => !IsAccessible(candidate, source));
        }
        else if (index == 0)
        {
            // An entry point is reported where entry points are read.
            candidates.RemoveAll(candidate => EntryPointRecognizer.IsEntryPoint(candidate.Method, cancellationToken));
        }

        if (index > 0 && candidates.Count == 0 && source.Type.TypeKind != TypeKind.Error)
        {
            context.Report(
                Rule.SourceWithoutStages,
                new NodeReference(NodeKind.Source, index),
                source.Symbol.Name,
                TypeNames.Short(source.Type)
            );
        }

        var names = new Dictionary<string, (NodeReference Node, IMethodSymbol Method)>(StringComparer.Ordinal);
        foreach (var candidate in candidates)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (candidate.Method.Name.Length > 0)
            {
                ParseStage(index, source, candidate, isNested ? NestedName(candidate, candidates) : null, names);
            }
        }
    }

    private void ParseStage(
        int index,
        SourceSymbol source,
        StageCandidate candidate,
        string? nestedName,
        Dictionary<string, (NodeReference Node, IMethodSymbol Method)> names
    )
    {
        var method = candidate.Method;
        var stage = Nearest(method, AttributeExtensions.Stage);
        var name = nestedName ?? stage.NamedText("Name") ?? StageNames.Simple(method.Name);
        if (names.TryGetValue(name, out var first))
        {
            context.Report(
                Rule.DuplicateStage,
                context.Reject(method),
                [name, $"{TypeNames.Overload(first.Method)} and {TypeNames.Overload(method)}"],
                [first.Node]
            );
            return;
        }

        if (!IsAccessible(candidate, source))
        {
            var rejected = context.Reject(method);
            names.Add(name, (rejected, method));
            context.Report(
                Rule.InaccessibleStage,
                rejected,
                [name, TypeNames.Short(method.ContainingType)],
                SourceNode(index)
            );
            return;
        }

        if (Reject(index, source, method, name) is { } node)
        {
            names.Add(name, (node, method));
            return;
        }

        names.Add(name, (new NodeReference(NodeKind.Stage, _models.Count), method));
        var returnType = ReturnType.Of(method);
        Symbols.Add(method);
        _models.Add(
            new StageModel(
                index,
                method.Name,
                name,
                name,
                method.IsStatic,
                returnType.Shape,
                returnType.Output is null ? -1 : context.Types.Intern(returnType.Output),
                returnType.Output is null ? "" : context.Types.Code(returnType.Output),
                Nearest(method, AttributeExtensions.Offload) is not null,
                method.Parameters.Select(Parameter).ToEquatableArray(),
                After(method).ToEquatableArray(),
                stage.NamedTexts("Only").ToEquatableArray()
            )
        );
    }

    /// <summary>Reports what is wrong with the signature and gives the node where it did.</summary>
    private NodeReference? Reject(int index, SourceSymbol source, IMethodSymbol method, string name)
    {
        if (StageRules.ReasonAgainst(method, source, out var position) is { } reason)
        {
            var node = context.Reject(method);
            context.Report(
                Rule.UnsupportedStageSignature,
                node with
                {
                    Parameter = position,
                },
                [name, reason],
                SourceNode(index)
            );
            return node;
        }

        var tasks = method.Parameters.Where(parameter => ReturnType.IsTask(parameter.Type)).ToList();
        if (tasks.Count == 0)
        {
            return null;
        }

        var rejected = context.Reject(method);
        foreach (var parameter in tasks)
        {
            context.Report(
                Rule.TaskParameter,
                rejected with
                {
                    Parameter = parameter.Ordinal,
                },
                [
                    name,
                    parameter.Name,
                    ReturnType.ResultOf(parameter.Type) is { } result ? TypeNames.Short(result) : "[After]",
                ],
                SourceNode(index)
            );
        }

        return rejected;
    }

    private ParameterModel Parameter(IParameterSymbol parameter)
    {
        var kind =
            KnownTypes.IsCancellationToken(parameter.Type) ? ParameterKind.CancellationToken
            : KnownTypes.IsStageContext(parameter.Type) ? ParameterKind.StageContext
            : ParameterKind.Dependency;
        return new ParameterModel(
            parameter.Name,
            kind,
            kind == ParameterKind.Dependency ? context.Types.Intern(parameter.Type) : -1,
            context.Types.Code(parameter.Type),
            kind == ParameterKind.Dependency ? From(parameter) : EquatableArray<string>.Empty,
            parameter.IsOptional
        );
    }

    private bool IsAccessible(StageCandidate candidate, SourceSymbol source) =>
        !candidate.IsHidden
        && context.Compilation.IsSymbolAccessibleWithin(
            candidate.Method,
            context.Pipeline,
            candidate.Method.IsStatic || source.Type is not INamedTypeSymbol ? null : source.Type
        );

    /// <summary>The overloads of a nested pipeline's entry point are told apart by their parameters.</summary>
    private static string? NestedName(StageCandidate candidate, List<StageCandidate> candidates)
    {
        var name = StageNames.Simple(candidate.Method.Name);
        return
            candidates.Count(other =>
                string.Equals(StageNames.Simple(other.Method.Name), name, StringComparison.Ordinal)
            ) == 1
            ? name
            : TypeNames.Overload(candidate.Method);
    }

    /// <summary>The attribute on the method, or else on the nearest one that it overrides.</summary>
    private static AttributeData? Nearest(IMethodSymbol method, string attribute)
    {
        for (var current = method; current is not null; current = current.OverriddenMethod)
        {
            if (current.Find(attribute) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static IEnumerable<string> After(IMethodSymbol method) =>
        method
            .SelfAndOverridden()
            .FirstOrDefault(current => current.Has(AttributeExtensions.After))
            ?.FindAll(AttributeExtensions.After)
            .SelectMany(attribute => attribute.Texts())
        ?? [];

    private static EquatableArray<string> From(IParameterSymbol parameter)
    {
        for (
            var method = parameter.ContainingSymbol as IMethodSymbol;
            method is not null;
            method = method.OverriddenMethod
        )
        {
            if (method.Parameters[parameter.Ordinal].Find(AttributeExtensions.From) is { } attribute)
            {
                return attribute.Texts().ToEquatableArray();
            }
        }

        return EquatableArray<string>.Empty;
    }

    private static IEnumerable<NodeReference> SourceNode(int index) =>
        index == 0 ? [] : [new NodeReference(NodeKind.Source, index)];
}
