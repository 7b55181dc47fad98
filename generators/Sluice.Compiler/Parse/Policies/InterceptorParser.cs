using Microsoft.CodeAnalysis;
using Sluice.Compiler.Model;

namespace Sluice.Compiler.Parse.Policies;

/// <summary>Reads the interceptors of a stage: those of the pipeline, of the class that declares it, and its own.</summary>
internal static class InterceptorParser
{
    private const string Asynchronous = "IStageInterceptor";
    private const string Synchronous = "ISynchronousStageInterceptor";

    /// <summary>The interceptors, outermost first.</summary>
    /// <param name="subject">The stage.</param>
    /// <param name="own">The stage's own, outermost first.</param>
    public static EquatableArray<InterceptorModel> Parse(PolicySubject subject, List<AttributeData> own)
    {
        var attributes = new List<(AttributeData Attribute, bool IsOnPipeline)>();
        var pipeline = Carrier(subject.Context.Pipeline);
        Add(pipeline, isOnPipeline: true);
        var declaring = subject.Stage.IsEntryPoint ? null : Carrier(subject.Method.ContainingType);
        if (!SymbolEqualityComparer.Default.Equals(declaring, pipeline))
        {
            Add(declaring, subject.Stage.Source == 0);
        }

        attributes.AddRange(own.Select(attribute => (attribute, subject.Stage.Source == 0)));
        return Models(subject, attributes).ToEquatableArray();

        void Add(INamedTypeSymbol? type, bool isOnPipeline) =>
            attributes.AddRange(Own(type).Select(attribute => (attribute, isOnPipeline)));
    }

    /// <summary>The class itself, or else the nearest one that it derives from, on which interceptors stand.</summary>
    private static INamedTypeSymbol? Carrier(INamedTypeSymbol type) =>
        type.SelfAndBaseTypes().FirstOrDefault(level => Own(level).Any());

    private static IEnumerable<AttributeData> Own(INamedTypeSymbol? type) =>
        type?.GetAttributes().Where(attribute => attribute.PolicyName() == AttributeExtensions.Intercept) ?? [];

    private static IEnumerable<InterceptorModel> Models(
        PolicySubject subject,
        List<(AttributeData Attribute, bool IsOnPipeline)> attributes
    )
    {
        var types = attributes
            .Where(attribute => new PolicyAttribute(subject, attribute.Attribute).IsComplete)
            .Select(attribute => (Type: attribute.Attribute.AttributeClass!.TypeArguments[0], attribute))
            .Where(interceptor => interceptor.Type is INamedTypeSymbol { TypeKind: not TypeKind.Error })
            .ToList();

        // A stage is wrapped by all of them in one way.
        var isSynchronous =
            subject.Stage.Return == ReturnShape.Synchronous
            && types.TrueForAll(interceptor => Implements(interceptor.Type, Synchronous));
        foreach (var (type, (attribute, isOnPipeline)) in types)
        {
            if (!Implements(type, isSynchronous ? Synchronous : Asynchronous))
            {
                continue;
            }

            ISymbol? member = null;
            if (attribute.NamedArgument("Member")?.Value is string name)
            {
                var owner = isOnPipeline ? subject.Context.Pipeline : subject.Source.Type;
                member = PolicyMembers.Find(subject.Context, owner, name, out var memberType);
                if (member is null || !TypeNames.AreSame(memberType!, type))
                {
                    continue;
                }
            }

            yield return new InterceptorModel(
                TypeNames.CodeWithoutAnnotation(type),
                TypeNames.Short(type),
                type.IsValueType,
                isSynchronous,
                member?.Name,
                member is { IsStatic: true },
                isOnPipeline
            );
        }
    }

    private static bool Implements(ITypeSymbol type, string contract) =>
        type.AllInterfaces.Any(candidate => candidate.IsNamed("Sluice", contract));
}
