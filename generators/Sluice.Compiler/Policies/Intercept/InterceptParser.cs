using Microsoft.CodeAnalysis;
using Sluice.Compiler.Model;
using Sluice.Compiler.Parse;
using Sluice.Compiler.Parse.Attributes;
using Sluice.Compiler.Parse.Policies;
using Sluice.Compiler.Rules;

namespace Sluice.Compiler.Policies.Intercept;

/// <summary>
/// Reads the interceptors of stages: those of the pipeline, of the class that declares the stage, and of the stage
/// itself.
/// </summary>
/// <param name="context">The state that the parsers share.</param>
internal sealed class InterceptParser(ParseContext context) : IPolicyParser
{
    /// <summary>The name of the attribute's class.</summary>
    public const string AttributeName = "InterceptAttribute";

    private readonly Dictionary<(AttributeData Attribute, int Source), DeclaredInterceptor?> _declared = [];

    /// <summary>The definition of the policy for the catalog.</summary>
    public static PolicyDefinition Definition { get; } =
        new(AttributeName, context => new InterceptParser(context))
        {
            Arity = 1,
            AllowsMultiple = true,
            Places = AttributePlace.Stage | AttributePlace.Pipeline | AttributePlace.StageType,
        };

    /// <summary>Returns the interceptors of a stage, outermost first.</summary>
    /// <param name="subject">The stage.</param>
    /// <param name="own">The attributes on its method.</param>
    public IEnumerable<PolicyModel> Parse(PolicySubject subject, IReadOnlyList<AttributeData> own)
    {
        var interceptors = new List<DeclaredInterceptor>();
        var pipeline = Carrier(context.Pipeline);
        AddOf(pipeline, $"pipeline '{context.Pipeline.Name}'", new NodeReference(NodeKind.Pipeline), source: 0);

        // The interceptors of a nested pipeline's stages are applied inside that pipeline.
        var declaring = subject.Stage.IsEntryPoint ? null : Carrier(subject.Method.ContainingType);
        if (!SymbolEqualityComparer.Default.Equals(declaring, pipeline))
        {
            AddOf(
                declaring,
                $"class '{declaring?.Name}'",
                subject.Stage.Source == 0
                    ? new NodeReference(NodeKind.Pipeline)
                    : new NodeReference(NodeKind.Source, subject.Stage.Source),
                subject.Stage.Source
            );
        }

        foreach (var attribute in own)
        {
            Add(attribute, $"stage '{subject.Stage.SimpleName}'", subject.Node, subject.Stage.Source);
        }

        return Models(subject, interceptors);

        void AddOf(INamedTypeSymbol? type, string place, NodeReference node, int source)
        {
            foreach (var attribute in Interceptors(type))
            {
                Add(attribute, place, node, source);
            }
        }

        void Add(AttributeData attribute, string place, NodeReference node, int source)
        {
            var key = (attribute, source);
            if (!_declared.TryGetValue(key, out var interceptor))
            {
                interceptor = Declared(attribute, source == 0 ? subject.Pipeline : subject.Source, source, place, node);
                _declared.Add(key, interceptor);
            }

            if (interceptor is not null)
            {
                interceptors.Add(interceptor);
            }
        }
    }

    /// <summary>
    /// Returns the nearest class with interceptors among the class itself and its base classes, or
    /// <see langword="null"/>.
    /// </summary>
    private static INamedTypeSymbol? Carrier(INamedTypeSymbol type) =>
        type.SelfAndBaseTypes().FirstOrDefault(level => Interceptors(level).Any());

    private static IEnumerable<AttributeData> Interceptors(INamedTypeSymbol? type) =>
        type?.GetAttributes().Where(attribute => attribute.PolicyName() == AttributeName) ?? [];

    private static string NameOf(AttributeData attribute) =>
        attribute.AttributeClass?.TypeArguments.FirstOrDefault() is { } type ? TypeNames.Short(type) : "";

    private DeclaredInterceptor? Declared(
        AttributeData attribute,
        SourceSymbol owner,
        int source,
        string place,
        NodeReference node
    )
    {
        if (
            !PolicyAttribute.IsComplete(attribute)
            || attribute.AttributeClass?.TypeArguments[0]
                is not INamedTypeSymbol { TypeKind: not TypeKind.Error, IsUnboundGenericType: false } type
        )
        {
            var reasonOfCompiler = UnresolvedTypes.ReasonAgainst(
                attribute.AttributeClass?.TypeArguments.FirstOrDefault()
            )
                is { } unresolved
                ? $"it is {unresolved}"
                : UnresolvedTypes.ReasonAgainst(attribute);
            if (reasonOfCompiler is not null)
            {
                context.ReportOfCompiler(
                    Rule.UnsupportedInterceptor,
                    node,
                    [NameOf(attribute), place, reasonOfCompiler],
                    []
                );
            }

            return null;
        }

        var name = attribute.NamedArgument("Member")?.Value as string;
        ISymbol? member = null;
        var reason = DeclaredInterceptor.ReasonAgainst(context, type, isHeld: name is not null);
        if (reason is null && name is not null)
        {
            reason = PolicyMembers.Find(context, owner, name, TypeNames.Short(type), Holds, out member) is { } problem
                ? $"its 'Member' names '{name}', {problem}"
                : null;
        }

        if (reason is null)
        {
            return new DeclaredInterceptor(type, member, source == 0, place);
        }

        Report(node, type, place, reason, source);
        return null;

        bool Holds(ITypeSymbol candidate) =>
            context.Names.AreSame(candidate, type)
            && (candidate.IsValueType || candidate.NullableAnnotation != NullableAnnotation.Annotated);
    }

    /// <summary>
    /// Creates the models for a stage. If all interceptors support synchronous calls and the stage is synchronous, all
    /// wrap it synchronously; otherwise all are awaited.
    /// </summary>
    private IEnumerable<InterceptPolicy> Models(PolicySubject subject, List<DeclaredInterceptor> interceptors)
    {
        var isSynchronous =
            subject.Stage.Return == ReturnShape.Synchronous
            && interceptors.TrueForAll(interceptor => interceptor.IsSynchronous);
        foreach (var interceptor in interceptors)
        {
            if (isSynchronous || interceptor.IsAsynchronous)
            {
                yield return interceptor.ToModel(isSynchronous, context);
                continue;
            }

            var cause =
                subject.Stage.Return != ReturnShape.Synchronous
                    ? $"stage '{subject.Stage.SimpleName}' is asynchronous"
                    : $"'{TypeNames.Short(interceptors.Find(other => !other.IsSynchronous)!.Type)}' makes the calls of stage "
                        + $"'{subject.Stage.SimpleName}' asynchronous";
            Report(
                subject.Node,
                interceptor.Type,
                interceptor.Place,
                $"it can wrap only synchronous calls, but {cause}: implement 'IStageInterceptor' as well",
                subject.Stage.Source
            );
        }
    }

    private void Report(NodeReference node, INamedTypeSymbol type, string place, string reason, int source) =>
        context.Report(
            Rule.UnsupportedInterceptor,
            node,
            [TypeNames.Short(type), place, reason],
            node.Kind == NodeKind.Stage ? StageParser.SourceNode(source) : []
        );
}
