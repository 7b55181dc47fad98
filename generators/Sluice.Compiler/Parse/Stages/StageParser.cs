using Microsoft.CodeAnalysis;
using Sluice.Compiler.Model;
using Sluice.Compiler.Parse.Policies;
using Sluice.Compiler.Rules;

namespace Sluice.Compiler.Parse;

/// <summary>Reads the stages that the sources of a pipeline contribute.</summary>
/// <param name="context">The state that the parsers share.</param>
internal sealed class StageParser(ParseContext context)
{
    private readonly StageReader _reader = new(context);
    private readonly ConditionParser _conditions = new(context);
    private readonly PolicyParser _policies = new(context);
    private IReadOnlyList<SourceSymbol> _sources = [];

    /// <summary>The stages read so far. Their names are unique only within their sources.</summary>
    public List<StageModel> Models { get; } = [];

    /// <summary>The methods behind the models, by index.</summary>
    public List<IMethodSymbol> Symbols { get; } = [];

    public void Parse(IReadOnlyList<SourceSymbol> sources, CancellationToken cancellationToken)
    {
        _sources = sources;
        for (var index = 0; index < sources.Count; index++)
        {
            ParseSource(index, sources[index], cancellationToken);
        }
    }

    /// <summary>Adds a well-formed method.</summary>
    /// <param name="source">The index of the source that contributes it.</param>
    /// <param name="name">Its name, unique in the source.</param>
    /// <param name="method">The method.</param>
    /// <param name="attributes">Its attributes.</param>
    /// <param name="parameterAttributes">The attributes of its parameters.</param>
    /// <param name="isCondition">Whether it is a plain method that a condition names.</param>
    public void Add(
        int source,
        string name,
        IMethodSymbol method,
        StageAttributes attributes,
        ParameterAttributes[] parameterAttributes,
        bool isCondition
    )
    {
        var node = new NodeReference(NodeKind.Stage, Models.Count);
        Symbols.Add(method);
        Models.Add(
            _reader.Read(source, _sources[source].Symbol, name, method, attributes, parameterAttributes) with
            {
                Conditions = _conditions.Parse(attributes.Conditions, name, node, SourceNode(source)),
                IsCondition = isCondition,
            }
        );
    }

    /// <summary>Returns the node of a stage's source, or none if the source is the pipeline itself.</summary>
    public static IEnumerable<NodeReference> SourceNode(int source) =>
        source == 0 ? [] : [new NodeReference(NodeKind.Source, source)];

    private void ParseSource(int index, SourceSymbol source, CancellationToken cancellationToken)
    {
        var isNested = index > 0 && StageCollector.IsPipeline(source.Type);
        var candidates = isNested
            ? StageCollector.EntryPoints(source.Type, cancellationToken)
            : StageCollector.Stages(source.Type, cancellationToken);
        if (isNested)
        {
            // The inaccessible members of a nested pipeline are not a fault of the outer one.
            candidates.RemoveAll(candidate => !candidate.IsCallable(context, source));
            LeaveOutObserved(candidates);
        }
        else if (index == 0)
        {
            // Entry points are reported by the entry point parser.
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

        // A nested entry point's own attributes do not apply here; they are reported where its pipeline is compiled.
        var attributes = nestedName is null ? StageAttributes.Of(method) : StageAttributes.None;
        var name = nestedName ?? attributes.Stage.NamedText("Name") ?? StageNames.Simple(method.Name);
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

        if (!candidate.IsCallable(context, source))
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

        ParameterAttributes[] parameters = nestedName is null
            ? [.. method.Parameters.Select(ParameterAttributes.Of)]
            : new ParameterAttributes[method.Parameters.Length];
        if ((Reject(index, source, method, name, parameters) ?? RejectCall(index, source, method, name)) is { } node)
        {
            names.Add(name, (node, method));
            return;
        }

        var added = new NodeReference(NodeKind.Stage, Models.Count);
        names.Add(name, (added, method));
        if (nestedName is null && UnresolvedTypes.ReasonAgainstAttributes(method) is { } unresolved)
        {
            context.ReportOfCompiler(Rule.UnsupportedStageSignature, added, [name, unresolved], SourceNode(index));
        }

        Add(index, name, method, attributes, parameters, isCondition: false);

        var stage = Models[added.Index] with
        {
            IsEntryPoint = nestedName is not null,
            IsOverloaded =
                method.Parameters.Any(parameter => parameter.IsOptional)
                && CallResolution.IsOverloaded(method, source.Type),
        };
        stage = _policies.Parse(
            new PolicySubject(context, method, _sources[0], source, stage, added) { Policies = attributes.Policies },
            attributes.Policies
        );
        if (!attributes.Policies.Has(AttributeExtensions.Loop) && LoopType.Of(ReturnType.Of(method).Output) is { } loop)
        {
            context.Report(
                Rule.DecisionWithoutLoop,
                added,
                [stage.SimpleName, TypeNames.Short(ReturnType.Of(method).Output!)],
                SourceNode(index)
            );
            stage = stage with { Loop = LoopParser.Assume(context, method, loop) };
        }

        stage = StageFlags.Parse(
            new PolicySubject(context, method, _sources[0], source, stage, added),
            attributes.Stage
        );
        var subject = new PolicySubject(context, method, _sources[0], source, stage, added);
        StageSettingRules.Check(subject, attributes);
        Models[added.Index] = stage with { Disposal = DisposalParser.Parse(subject, attributes.Stage) };
    }

    /// <summary>
    /// Reports faults of the signature. Returns the node of a faulty stage, otherwise <see langword="null"/>.
    /// </summary>
    private NodeReference? Reject(
        int index,
        SourceSymbol source,
        IMethodSymbol method,
        string name,
        ParameterAttributes[] parameters
    )
    {
        var faults = StageFault.Of(context, method, source, name, parameters);
        if (faults.Count == 0)
        {
            return null;
        }

        var node = context.Reject(method);
        foreach (var fault in faults)
        {
            context.Report(
                new Finding(
                    fault.Rule,
                    node with
                    {
                        Parameter = fault.Position,
                    },
                    fault.Arguments.ToEquatableArray(),
                    SourceNode(index).ToEquatableArray()
                )
                {
                    IsOfCompiler = fault.IsOfCompiler,
                }
            );
        }

        return node;
    }

    /// <summary>
    /// Reports a method whose call would reach another one. Returns its node in that case, otherwise
    /// <see langword="null"/>.
    /// </summary>
    private NodeReference? RejectCall(int index, SourceSymbol source, IMethodSymbol method, string name)
    {
        var arguments = method.Parameters.Select(parameter => parameter.Type);
        if (CallResolution.ReasonAgainst(context, method, source.Type, arguments) is not { } reason)
        {
            return null;
        }

        var node = context.Reject(method);
        context.Report(Rule.UnsupportedStageSignature, node, [name, reason], SourceNode(index));
        return node;
    }

    /// <summary>
    /// Removes the entry points that take an observer, which only callers with an observer can use, if the pipeline has
    /// other entry points. If it has none, the stage parser reports them.
    /// </summary>
    private static void LeaveOutObserved(List<StageCandidate> candidates)
    {
        if (candidates.Exists(candidate => !ObserverRules.TakesObserver(candidate.Method)))
        {
            candidates.RemoveAll(candidate => ObserverRules.TakesObserver(candidate.Method));
        }
    }

    /// <summary>
    /// Returns the name of a nested pipeline's entry point. Overloads are distinguished by their parameter types.
    /// </summary>
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
}
