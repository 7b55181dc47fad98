using Microsoft.CodeAnalysis;
using Sluice.Compiler.Policies;

namespace Sluice.Compiler.Parse;

/// <summary>
/// Reads attributes that may be unfinished because the user is typing them: unresolved, without arguments, or with
/// arguments of a wrong type.
/// </summary>
internal static class AttributeExtensions
{
    public const string After = "AfterAttribute";
    public const string All = "AllAttribute";
    public const string Buffer = "BufferAttribute";
    public const string Carried = "CarriedAttribute";
    public const string Compensate = "CompensateAttribute";
    public const string Each = "EachAttribute";
    public const string EntryPoint = "EntryPointAttribute";
    public const string From = "FromAttribute";
    public const string Guard = "GuardAttribute";
    public const string Loop = "LoopAttribute";
    public const string Offload = "OffloadAttribute";
    public const string Otherwise = "OtherwiseAttribute";
    public const string Pipeline = "PipelineAttribute";
    public const string Stage = "StageAttribute";
    public const string Stages = "StagesAttribute";
    public const string Telemetry = "TelemetryAttribute";
    public const string Unless = "UnlessAttribute";
    public const string When = "WhenAttribute";
    private const string BrokenPipeline = "BrokenPipelineAttribute";
    private const string GeneratedEntryPoint = "GeneratedEntryPointAttribute";

    /// <summary>Whether the symbol has Sluice's attribute of the given name.</summary>
    public static bool Has(this ISymbol symbol, string name) => symbol.Find(name) is not null;

    /// <summary>
    /// Returns the symbol's first attribute of Sluice with the given name, or <see langword="null"/>.
    /// </summary>
    public static AttributeData? Find(this ISymbol symbol, string name)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass.IsNamed("Sluice", name))
            {
                return attribute;
            }
        }

        return null;
    }

    /// <summary>Returns all of the symbol's attributes of Sluice with the given name.</summary>
    public static IEnumerable<AttributeData> FindAll(this ISymbol symbol, string name) =>
        symbol.GetAttributes().Where(attribute => attribute.AttributeClass.IsNamed("Sluice", name));

    /// <summary>
    /// Returns the name of an attribute's class if the attribute is one of Sluice's, otherwise <see langword="null"/>.
    /// </summary>
    public static string? Name(this AttributeData attribute) =>
        attribute.AttributeClass is { ContainingType: null, Arity: 0 } type
        && type.ContainingNamespace.IsNamed("Sluice")
            ? type.Name
            : null;

    /// <summary>
    /// Returns the name of an attribute's class if the attribute is a policy, <c>[Compensate]</c>, <c>[Guard]</c> or <c>[Loop]</c>;
    /// otherwise <see langword="null"/>.
    /// </summary>
    public static string? PolicyName(this AttributeData attribute) =>
        attribute.AttributeClass is { } type
        && SluiceName(type) is { } name
        && (name is Compensate or Guard or Loop || PolicyCatalog.Find(name) is not null)
            ? name
            : null;

    /// <summary>
    /// Returns the name of an attribute's class if one of Sluice's packages declares it, otherwise
    /// <see langword="null"/>.
    /// </summary>
    public static string? SluiceName(INamedTypeSymbol type)
    {
        var isKnown =
            type.ContainingType is null
            && (
                PolicyCatalog.Find(type.Name) is { } policy
                    ? policy.IsAttribute(type)
                    : type.Arity == 0 && type.ContainingNamespace.IsNamed("Sluice")
            );
        return isKnown ? type.Name : null;
    }

    /// <summary>Returns the name of an attribute's class without the suffix <c>Attribute</c>.</summary>
    public static string WithoutSuffix(string name) =>
        name.EndsWith("Attribute", StringComparison.Ordinal)
            ? name.Substring(0, name.Length - "Attribute".Length)
            : name;

    /// <summary>
    /// Whether Sluice emitted the symbol. Only a compilation that includes the generator's output contains such
    /// symbols.
    /// </summary>
    public static bool IsEmitted(this ISymbol symbol)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (
                attribute.AttributeClass.IsNamed("Sluice.CompilerServices", GeneratedEntryPoint)
                || (
                    attribute.AttributeClass.IsNamed("System.CodeDom.Compiler", "GeneratedCodeAttribute")
                    && attribute.FirstArgument() is { Kind: TypedConstantKind.Primitive, Value: "Sluice" }
                )
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Whether the user wrote the member. Members that the generator adds do not count: the analyzer sees them and the
    /// generator does not, and both must build the same model. A partial method that the user declared counts, even if
    /// Sluice emitted its implementation.
    /// </summary>
    public static bool IsWritten(this ISymbol member) =>
        member is IMethodSymbol { IsPartialDefinition: true } || !member.IsEmitted();

    /// <summary>Whether the method or its emitted part carries the marker attribute of entry points.</summary>
    public static bool IsMarkedAsEntryPoint(this IMethodSymbol method) =>
        (method.PartialImplementationPart ?? method)
            .GetAttributes()
            .Any(attribute => attribute.AttributeClass.IsNamed("Sluice.CompilerServices", GeneratedEntryPoint));

    /// <summary>
    /// Returns the marker attribute on the emitted part of a pipeline that could not be compiled, or
    /// <see langword="null"/>. Only a compilation that includes the generator's output contains the marker.
    /// </summary>
    public static AttributeData? FindBrokenMark(this INamedTypeSymbol pipeline) =>
        pipeline
            .GetAttributes()
            .FirstOrDefault(attribute => attribute.AttributeClass.IsNamed("Sluice.CompilerServices", BrokenPipeline));

    /// <summary>
    /// Returns the first constructor argument, or <see langword="null"/> if the attribute is unfinished.
    /// </summary>
    public static TypedConstant? FirstArgument(this AttributeData attribute) =>
        attribute.ConstructorArguments.Length > 0 ? attribute.ConstructorArguments[0] : null;

    /// <summary>
    /// Returns the first constructor argument if it is a string that is not blank, otherwise <see langword="null"/>.
    /// </summary>
    public static string? Text(this AttributeData? attribute) =>
        attribute?.FirstArgument() is { Kind: TypedConstantKind.Primitive, Value: string text }
        && !string.IsNullOrWhiteSpace(text)
            ? text
            : null;

    /// <summary>Returns the strings among the constructor arguments, including those in arrays.</summary>
    public static IEnumerable<string> Texts(this AttributeData attribute) =>
        attribute.ConstructorArguments.SelectMany(argument =>
            argument is { Kind: TypedConstantKind.Primitive, Value: string text } ? [text] : Strings(argument)
        );

    /// <summary>
    /// Returns a named argument if it is a string that is not blank, otherwise <see langword="null"/>.
    /// </summary>
    public static string? NamedText(this AttributeData? attribute, string name) =>
        attribute?.NamedArgument(name) is { Kind: TypedConstantKind.Primitive, Value: string text }
        && !string.IsNullOrWhiteSpace(text)
            ? text
            : null;

    /// <summary>Returns the strings of a named argument that is an array.</summary>
    public static IEnumerable<string> NamedTexts(this AttributeData? attribute, string name) =>
        attribute?.NamedArgument(name) is { } argument ? Strings(argument) : [];

    /// <summary>Returns a named argument if it is an <c>int</c> or an enum of that type, otherwise 0.</summary>
    public static int NamedNumber(this AttributeData? attribute, string name) =>
        attribute?.NamedArgument(name)
            is { Kind: TypedConstantKind.Primitive or TypedConstantKind.Enum, Value: int number }
            ? number
            : 0;

    /// <summary>Whether a named argument is <see langword="true"/>.</summary>
    public static bool NamedFlag(this AttributeData? attribute, string name) =>
        attribute?.NamedArgument(name) is { Kind: TypedConstantKind.Primitive, Value: true };

    /// <summary>
    /// Returns the constructor argument at a position, or <see langword="null"/> if the attribute is unfinished.
    /// </summary>
    public static TypedConstant? Argument(this AttributeData attribute, int position) =>
        attribute.ConstructorArguments.Length > position ? attribute.ConstructorArguments[position] : null;

    /// <summary>Returns a named argument, or <see langword="null"/> if it is not given.</summary>
    public static TypedConstant? NamedArgument(this AttributeData attribute, string name)
    {
        foreach (var argument in attribute.NamedArguments)
        {
            if (string.Equals(argument.Key, name, StringComparison.Ordinal))
            {
                return argument.Value;
            }
        }

        return null;
    }

    private static IEnumerable<string> Strings(TypedConstant argument) =>
        argument is { Kind: TypedConstantKind.Array, IsNull: false }
            ? argument
                .Values.Where(value => value.Kind == TypedConstantKind.Primitive)
                .Select(value => value.Value)
                .OfType<string>()
            : [];
}
