using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Sluice.Compiler.Parse;

/// <summary>
/// Collects the ids of the diagnostics that the C# compiler reports for uses of declarations marked
/// <c>[Experimental]</c>, or <c>[Obsolete]</c> with an id of their own.
/// </summary>
internal sealed class MarkedIds
{
    private readonly SortedSet<string> _met = new(StringComparer.Ordinal);
    private readonly HashSet<ISymbol> _visited = new(SymbolEqualityComparer.Default);

    /// <summary>The collected ids, sorted.</summary>
    public IEnumerable<string> Met => _met;

    /// <summary>Adds the ids of a type and of every type that its name mentions.</summary>
    public void AddOf(ITypeSymbol type)
    {
        foreach (var part in NamedTypes.In(type))
        {
            Add(part);
        }
    }

    /// <summary>Adds the ids of a member and of the methods that it overrides.</summary>
    public void AddOf(ISymbol member)
    {
        switch (member)
        {
            case ITypeSymbol type:
                AddOf(type);
                break;
            case IMethodSymbol method:
                foreach (var level in method.SelfAndOverridden())
                {
                    Add(level);
                }

                break;
            case IPropertySymbol { GetMethod: { } getter }:
                Add(member);
                AddOf((ISymbol)getter);
                break;
            default:
                Add(member);
                break;
        }
    }

    // An attribute of an assembly or a module applies to everything that it declares.
    private void Add(ISymbol? symbol)
    {
        if (symbol is null || !_visited.Add(symbol.OriginalDefinition))
        {
            return;
        }

        foreach (var attribute in symbol.GetAttributes())
        {
            if (IdOf(attribute) is { } id && SyntaxFacts.IsValidIdentifier(id))
            {
                _ = _met.Add(id);
            }
        }

        Add(symbol.ContainingModule);
        Add(symbol.ContainingAssembly);
    }

    private static string? IdOf(AttributeData attribute) =>
        attribute.AttributeClass?.Name switch
        {
            "ExperimentalAttribute"
                when attribute.AttributeClass.IsNamed("System.Diagnostics.CodeAnalysis", "ExperimentalAttribute") =>
                attribute.Text(),
            "ObsoleteAttribute" when attribute.AttributeClass.IsNamed("System", "ObsoleteAttribute") =>
                attribute.NamedText("DiagnosticId"),
            _ => null,
        };
}
