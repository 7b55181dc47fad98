using Microsoft.CodeAnalysis;
using Sluice.Compiler.Model;

namespace Sluice.Compiler.Parse;

/// <summary>
/// Writes the types that emitted code names, and collects the extern aliases that the emitted file must declare and the
/// diagnostics that it must disable. A pipeline uses one instance for all names.
/// </summary>
/// <param name="compilation">The compilation that contains the pipeline.</param>
internal sealed class CodeNames(Compilation compilation)
{
    private const string Dynamic = "dynamic";

    private static readonly char[] AnnotationStarts = ['?', '('];

    private static readonly SymbolDisplayFormat CodeFormat =
        SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(
            SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier
        );

    private static readonly SymbolDisplayFormat IdentityFormat =
        SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(
            SymbolDisplayMiscellaneousOptions.ExpandValueTuple
        );

    private readonly ExternAliases _aliases = new(compilation);
    private readonly MarkedIds _ids = new();
    private readonly Dictionary<string, ITypeSymbol> _byCode = new(StringComparer.Ordinal);
    private readonly Dictionary<ITypeSymbol, string> _code = new(SymbolEqualityComparer.IncludeNullability);

    /// <summary>The aliases of references that names begin with, sorted.</summary>
    public EquatableArray<string> Aliases => _aliases.Used.ToEquatableArray();

    /// <summary>
    /// The ids of the diagnostics that the emitted file must disable because it uses the names, sorted.
    /// </summary>
    public EquatableArray<string> DiagnosticIds => _ids.Met.ToEquatableArray();

    /// <summary>
    /// Returns the type's name, valid anywhere in emitted code, with nullability and tuple names. Names are cached,
    /// because writing one is expensive and most types occur often.
    /// </summary>
    public string Code(ITypeSymbol type)
    {
        if (!_code.TryGetValue(type, out var code))
        {
            code = _aliases.AreNone ? Keywords.EscapeTypes(type.ToDisplayString(CodeFormat)) : Write(type, CodeFormat);
            _code.Add(type, code);
            _byCode[code] = type;
            _ids.AddOf(type);
        }

        return code;
    }

    /// <summary>
    /// Returns the type for which <see cref="Code"/> has written the given name, or <see langword="null"/>.
    /// </summary>
    public ITypeSymbol? Written(string code) => _byCode.TryGetValue(code, out var type) ? type : null;

    /// <summary>
    /// Returns the type's name without a <c>?</c> at its end, for uses such as the receiver of a member.
    /// </summary>
    public string CodeWithoutAnnotation(ITypeSymbol type) =>
        Code(type.WithNullableAnnotation(NullableAnnotation.NotAnnotated));

    /// <summary>Returns a text that is equal for two types only if binding does not distinguish them.</summary>
    public string Identity(ITypeSymbol type)
    {
        var code = Code(type);

        // The identity differs from the name only by nullability, tuple names or 'dynamic'.
        return code.IndexOfAny(AnnotationStarts) < 0 && !code.Contains(Dynamic) ? code : Write(type, IdentityFormat);
    }

    /// <summary>Whether binding treats two types as the same.</summary>
    public bool AreSame(ITypeSymbol one, ITypeSymbol other) =>
        SymbolEqualityComparer.Default.Equals(one, other) || Identity(one) == Identity(other);

    /// <summary>Records that emitted code uses a member by its name.</summary>
    public void Use(ISymbol member) => _ids.AddOf(member);

    private string Write(ITypeSymbol type, SymbolDisplayFormat format)
    {
        var parts = type.ToDisplayParts(format);
        return Keywords.EscapeTypes(
            string.Concat(
                parts.Select(
                    (part, index) =>
                        format == IdentityFormat && IsDynamic(part)
                            ? "object"
                            : _aliases.At(parts, index) ?? part.ToString()
                )
            )
        );
    }

    private static bool IsDynamic(SymbolDisplayPart part) =>
        part.Kind == SymbolDisplayPartKind.Keyword && string.Equals(part.ToString(), Dynamic, StringComparison.Ordinal);
}
