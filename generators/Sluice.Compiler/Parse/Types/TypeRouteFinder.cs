using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Sluice.Compiler.Model;

namespace Sluice.Compiler.Parse;

/// <summary>
/// Finds the types that routes by type distinguish, and how they are related. Nothing is examined if no condition names
/// a type.
/// </summary>
internal sealed class TypeRouteFinder(
    ParseContext context,
    EquatableArray<StageModel> stages,
    EquatableArray<EntryPointModel> entryPoints
)
{
    private readonly SortedSet<int> _types = [];

    /// <summary>The types that the routes distinguish. Available after <see cref="Find"/>.</summary>
    public EquatableArray<RouteTypeModel> Types { get; private set; }

    /// <summary>Returns the types of the values that conditions compare with types.</summary>
    public EquatableArray<TypeRouteModel> Find(CancellationToken cancellationToken)
    {
        var conditions = stages
            .SelectMany(stage => stage.Conditions)
            .Where(condition => condition.Values.Any(value => value.IsType))
            .ToList();
        if (conditions.Count == 0)
        {
            return default;
        }

        var named = new SortedSet<int>(
            conditions
                .SelectMany(condition => condition.Values)
                .Where(value => value.IsType)
                .Select(value => value.Type)
        );
        var routes = Compared([.. conditions.Select(condition => StageNames.Simple(Last(condition.Name)))])
            .Where(CanBeCompared)
            .Select(type => Route(type, named, cancellationToken))
            .ToEquatableArray();
        _types.UnionWith(named);
        _types.UnionWith(routes.Select(route => route.Type));
        Types = _types.Select(type => Type(type, cancellationToken)).ToEquatableArray();
        return routes;
    }

    // More than Bind needs if several stages share a name, since Parse resolves no names.
    private SortedSet<int> Compared(HashSet<string> names)
    {
        var types = new SortedSet<int>();
        foreach (var stage in stages)
        {
            if (
                !stage.IsEffect
                && (names.Contains(stage.SimpleName) || names.Contains(StageNames.Simple(stage.MethodName)))
            )
            {
                types.Add(stage.OutputType);
            }
        }

        foreach (var input in entryPoints.SelectMany(entryPoint => entryPoint.Inputs))
        {
            if (names.Contains(StageNames.Simple(input.Name)))
            {
                types.Add(input.Type);
            }
        }

        return types;
    }

    private static string Last(string name) => name.Substring(name.LastIndexOf('.') + 1);

    private bool CanBeCompared(int type)
    {
        var model = context.Types.Model(type);
        var symbol = context.Types[type];
        return model is { Route: RouteKind.None, IsStream: false }
            && symbol.IsReferenceType
            && context.CanName(symbol)
            && !RouteTypeRules.DependsOnTypeParameter(symbol);
    }

    private TypeRouteModel Route(int type, SortedSet<int> named, CancellationToken cancellationToken)
    {
        var symbol = context.Types[type];
        return new TypeRouteModel(
            type,
            named.Where(other => CanBe(symbol, context.Types[other])).ToEquatableArray(),
            Known(symbol, cancellationToken)
        );
    }

    private EquatableArray<KnownTypeModel> Known(ITypeSymbol type, CancellationToken cancellationToken)
    {
        var classes = ClosedHierarchy.Of(type, cancellationToken);

        // The emitted check that a value is of a known class must be able to name them all.
        if (!classes.All(context.CanName))
        {
            return default;
        }

        var known = new List<KnownTypeModel>();
        foreach (var candidate in classes)
        {
            var isOpen = ClosedHierarchy.IsOpen(candidate);
            if (isOpen || !candidate.IsAbstract)
            {
                var index = context.Types.Intern(candidate);
                _types.Add(index);
                known.Add(new KnownTypeModel(index, !candidate.IsAbstract, isOpen));
            }
        }

        return known.ToEquatableArray();
    }

    private RouteTypeModel Type(int type, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var symbol = context.Types[type];
        return new RouteTypeModel(
            type,
            context.Names.CodeWithoutAnnotation(symbol),
            symbol switch
            {
                { IsValueType: true } => RouteTypeKind.Sealed,
                { TypeKind: TypeKind.Class } => symbol.IsSealed ? RouteTypeKind.Sealed : RouteTypeKind.Class,
                _ => RouteTypeKind.Shared,
            },
            _types.Where(other => other != type && Is(symbol, context.Types[other])).ToEquatableArray()
        );
    }

    private bool Is(ITypeSymbol from, ITypeSymbol to)
    {
        var conversion = context.Compilation.ClassifyConversion(from, to);
        return conversion is { IsImplicit: true, IsUserDefined: false }
            && (conversion.IsReference || conversion.IsBoxing || conversion.IsIdentity);
    }

    private bool CanBe(ITypeSymbol from, ITypeSymbol to)
    {
        var conversion = context.Compilation.ClassifyConversion(from, to);
        return conversion is { Exists: true, IsUserDefined: false }
            && (conversion.IsReference || conversion.IsUnboxing || conversion.IsIdentity);
    }
}
