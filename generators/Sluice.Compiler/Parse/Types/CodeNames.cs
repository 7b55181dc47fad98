using Microsoft.CodeAnalysis;
using Sluice.Compiler.Model;

namespace Sluice.Compiler.Parse;

/// <summary>
/// Writes the types that emitted code names, and keeps what the emitted file needs for that: the extern aliases to declare and the
/// diagnostics to disable. All that a pipeline names goes through the same object.
/// </summary>
/// <param name="compilation">The compilation that contains the pipeline.</param>
internal sealed class CodeNames(Compilation compilation)
{
    private const string Dynamic = "dynamic";

    private static readonly char[] _annotations = ['?', '('];

    private static readonly SymbolDisplayFormat _codeFormat =
        SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(
            SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier
        );

    private static readonly SymbolDisplayFormat _identityFormat =
        SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(
            SymbolDisplayMiscellaneousOptions.ExpandValueTuple
        );

    private readonly ExternAliases _aliases = new(compilation);
    private readonly MarkedIds _ids = new();
    private readonly Dictionary<string, ITypeSymbol> _byCode = new(StringComparer.Ordinal);
    private readonly Dictionary<ITypeSymbol, string> _code = new(SymbolEqualityComparer.IncludeNullability);

    /// <summary>The aliases of references by which names begin, sorted.</summary>
    public EquatableArray<string> Aliases => _aliases.Used.ToEquatableArray();

    /// <summary>The ids of the diagnostics that the names would give in a file that does not disable them, sorted.</summary>
    public EquatableArray<string> DiagnosticIds => _ids.Met.ToEquatableArray();

    /// <summary>The type as code refers to it anywhere, with nullability and tuple names. To write a type is dear, and most occur often.</summary>
    public string Code(ITypeSymbol type)
    {
        if (!_code.TryGetValue(type, out var code))
        {
            code = _aliases.AreNone
                ? Keywords.EscapeTypes(type.ToDisplayString(_codeFormat))
                : Write(type, _codeFormat);
            _code.Add(type, code);
            _byCode[code] = type;
            _ids.AddOf(type);
        }

        return code;
    }

    /// <summary>The type that <see cref="Code"/> has written so, or <see langword="null"/>.</summary>
    public ITypeSymbol? Written(string code) => _byCode.TryGetValue(code, out var type) ? type : null;

    /// <summary>The type as code refers to it where a <c>?</c> at its end has no place, as before a member's name.</summary>
    public string CodeWithoutAnnotation(ITypeSymbol type) =>
        Code(type.WithNullableAnnotation(NullableAnnotation.NotAnnotated));

    /// <summary>What is the same for two types exactly if they are the same to binding.</summary>
    public string Identity(ITypeSymbol type)
    {
        var code = Code(type);

        // Only nullability, a tuple or 'dynamic' can make the two differ.
        return code.IndexOfAny(_annotations) < 0 && !code.Contains(Dynamic) ? code : Write(type, _identityFormat);
    }

    /// <summary>Whether two types are the same to binding.</summary>
    public bool AreSame(ITypeSymbol one, ITypeSymbol other) =>
        SymbolEqualityComparer.Default.Equals(one, other) || Identity(one) == Identity(other);

    /// <summary>Notes that emitted code uses a member by its name.</summary>
    public void Use(ISymbol member) => _ids.AddOf(member);

    private string Write(ITypeSymbol type, SymbolDisplayFormat format)
    {
        var parts = type.ToDisplayParts(format);
        return Keywords.EscapeTypes(
            string.Concat(
                parts.Select(
                    (part, index) =>
                        format == _identityFormat && IsDynamic(part)
                            ? "object"
                            : _aliases.At(parts, index) ?? part.ToString()
                )
            )
        );
    }

    private static bool IsDynamic(SymbolDisplayPart part) =>
        part.Kind == SymbolDisplayPartKind.Keyword && string.Equals(part.ToString(), Dynamic, StringComparison.Ordinal);
}
