using Microsoft.CodeAnalysis;
using Sluice.Compiler.Model;

namespace Sluice.Compiler.Parse;

/// <summary>
/// Assigns an index to each type of a pipeline. Types that binding does not distinguish get the same index.
/// </summary>
/// <param name="names">The names of types in emitted code.</param>
internal sealed class TypeTable(CodeNames names)
{
    // A type may be a collection of ever larger types: class Tree<T> : IEnumerable<Tree<Tree<T>>>. The limit suffices
    // because nothing looks deeper into a type than the outcomes among the elements of its elements.
    private const int Depth = 4;

    private readonly Dictionary<ITypeSymbol, int> _bySymbol = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<string, int> _byIdentity = new(StringComparer.Ordinal);
    private readonly List<ITypeSymbol> _symbols = [];
    private readonly List<TypeModel> _models = [];
    private readonly List<int> _depths = [];

    /// <summary>A symbol of the type with the given index.</summary>
    public ITypeSymbol this[int index] => _symbols[index];

    /// <summary>Returns the index of the type, and adds the type if it is new.</summary>
    public int Intern(ITypeSymbol type) => Intern(type, depth: 0);

    /// <summary>Returns the current model of the type.</summary>
    public TypeModel Model(int index) => _models[index];

    /// <summary>
    /// Returns the models of all types. Types with the same short name are displayed with their full names.
    /// </summary>
    public EquatableArray<TypeModel> ToModels()
    {
        var uses = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var model in _models)
        {
            uses[model.DisplayName] = uses.TryGetValue(model.DisplayName, out var count) ? count + 1 : 1;
        }

        return _models
            .Select(
                (model, index) =>
                    uses[model.DisplayName] == 1 ? model : model with { DisplayName = TypeNames.Full(_symbols[index]) }
            )
            .ToEquatableArray();
    }

    private int Intern(ITypeSymbol type, int depth)
    {
        if (!_bySymbol.TryGetValue(type, out var index))
        {
            index = Add(type);
            _bySymbol.Add(type, index);
        }

        // A type found as a part of another one is examined to the full depth when it is used directly.
        if (depth < _depths[index])
        {
            _depths[index] = depth;
            _models[index] = WithParts(_models[index], _symbols[index], depth + 1);
        }

        return index;
    }

    private int Add(ITypeSymbol type)
    {
        var identity = names.Identity(type);
        if (_byIdentity.TryGetValue(identity, out var index))
        {
            return index;
        }

        index = _models.Count;
        _byIdentity.Add(identity, index);
        _symbols.Add(type);
        _depths.Add(Depth);
        var route = TypeTraits.Route(type);
        _models.Add(
            new TypeModel(
                identity,
                TypeNames.Short(type),
                NullableUnderlying: -1,
                TypeTraits.HoldsReferences(type),
                TypeTraits.MayKeepToken(type)
            )
            {
                Route = route,
                Members =
                    route == RouteKind.Enum ? ConstantParser.Members((INamedTypeSymbol)type, index, names) : default,
                IsStream = ElementType.IsStream(type),
                Visibility = TypeTraits.Visibility(type),
            }
        );
        return index;
    }

    private TypeModel WithParts(TypeModel model, ITypeSymbol type, int depth)
    {
        var (form, value) = FormedType.OfWrapper(type);
        var (collection, element) = ElementType.Of(type);
        return model with
        {
            NullableUnderlying = TypeTraits.NullableUnderlying(type) is { } underlying ? Intern(underlying, depth) : -1,
            Form = form,
            FormOf = form == ValueForm.Plain ? -1 : Intern(value, depth),
            Collection = collection,
            Element = element is null ? -1 : Intern(element, depth),
        };
    }
}
