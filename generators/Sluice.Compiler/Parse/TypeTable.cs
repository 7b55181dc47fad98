using Microsoft.CodeAnalysis;
using Sluice.Compiler.Model;

namespace Sluice.Compiler.Parse;

/// <summary>Gives every type of a pipeline its index, the same index to types that binding does not tell apart.</summary>
internal sealed class TypeTable
{
    private readonly Dictionary<ITypeSymbol, int> _bySymbol = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<string, int> _byIdentity = new(StringComparer.Ordinal);
    private readonly Dictionary<ITypeSymbol, string> _code = new(SymbolEqualityComparer.IncludeNullability);
    private readonly List<ITypeSymbol> _symbols = [];
    private readonly List<TypeModel> _models = [];

    /// <summary>A symbol that has the index.</summary>
    public ITypeSymbol this[int index] => _symbols[index];

    /// <summary>The type as code refers to it, with nullability and tuple names. To write a type is dear, and most occur often.</summary>
    public string Code(ITypeSymbol type)
    {
        if (!_code.TryGetValue(type, out var code))
        {
            code = TypeNames.Code(type);
            _code.Add(type, code);
        }

        return code;
    }

    /// <summary>The index of the type.</summary>
    public int Intern(ITypeSymbol type)
    {
        if (_bySymbol.TryGetValue(type, out var index))
        {
            return index;
        }

        var identity = TypeNames.Identity(type, Code(type));
        if (!_byIdentity.TryGetValue(identity, out index))
        {
            // The underlying type comes first: it may itself be new to the table.
            var underlying = type
                is INamedTypeSymbol
                {
                    OriginalDefinition.SpecialType: SpecialType.System_Nullable_T,
                    TypeArguments: { Length: 1 } arguments
                }
                ? Intern(arguments[0])
                : -1;
            index = _models.Count;
            _byIdentity.Add(identity, index);
            _symbols.Add(type);
            _models.Add(
                new TypeModel(
                    identity,
                    TypeNames.Short(type),
                    underlying,
                    TypeTraits.HoldsReferences(type),
                    TypeTraits.MayKeepToken(type)
                )
            );
        }

        _bySymbol.Add(type, index);
        return index;
    }

    /// <summary>The table. Types that share their short name are shown by their full one.</summary>
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
}
