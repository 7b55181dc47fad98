using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Sluice.Compiler.Parse;

/// <summary>Maps references that code can reach only by an <c>extern alias</c> to that alias.</summary>
/// <param name="compilation">The compilation that has the references.</param>
internal sealed class ExternAliases(Compilation compilation)
{
    private const string Global = "global";

    private readonly Dictionary<ISymbol, string> _aliases = Find(compilation);
    private readonly SortedSet<string> _used = new(StringComparer.Ordinal);

    /// <summary>The aliases that have been used so far, sorted.</summary>
    public IEnumerable<string> Used => _used;

    /// <summary>Whether no reference requires an alias.</summary>
    public bool AreNone => _aliases.Count == 0;

    /// <summary>
    /// Returns the alias that replaces a part of a type's name, or <see langword="null"/> if the part stays as it is.
    /// </summary>
    /// <param name="parts">The parts of the name.</param>
    /// <param name="index">The position of the part.</param>
    public string? At(ImmutableArray<SymbolDisplayPart> parts, int index)
    {
        if (!IsGlobal(parts[index]))
        {
            return null;
        }

        // The part is followed by namespaces and then by the type, or the outermost of its containing types.
        var type = parts.Skip(index).Select(part => part.Symbol).OfType<INamedTypeSymbol>().FirstOrDefault();
        if (type?.ContainingAssembly is not { } assembly || !_aliases.TryGetValue(assembly, out var alias))
        {
            return null;
        }

        _ = _used.Add(alias);
        return alias;
    }

    private static bool IsGlobal(SymbolDisplayPart part) =>
        part.Kind == SymbolDisplayPartKind.Keyword && string.Equals(part.ToString(), Global, StringComparison.Ordinal);

    private static Dictionary<ISymbol, string> Find(Compilation compilation)
    {
        var aliases = new Dictionary<ISymbol, string>(SymbolEqualityComparer.Default);
        foreach (var reference in compilation.References)
        {
            var names = reference.Properties.Aliases;
            if (
                !names.IsEmpty
                && !names.Contains(Global)
                && compilation.GetAssemblyOrModuleSymbol(reference) is IAssemblySymbol assembly
            )
            {
                aliases[assembly] = Keywords.Escape(names.OrderBy(name => name, StringComparer.Ordinal).First());
            }
        }

        return aliases;
    }
}
