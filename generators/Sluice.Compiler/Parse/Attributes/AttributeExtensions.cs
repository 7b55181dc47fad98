using Microsoft.CodeAnalysis;
using Sluice.Compiler.Policies;

namespace Sluice.Compiler.Parse;

/// <summary>
/// Reads attributes as they may be while they are typed: unresolved, without their arguments, or with arguments of a wrong type.
/// </summary>
internal static class AttributeExtensions
{
    public const string After = "AfterAttribute";
    public const string Buffer = "BufferAttribute";
    public const string Compensate = "CompensateAttribute";
    public const string Each = "EachAttribute";
    public const string EntryPoint = "EntryPointAttribute";
    public const string From = "FromAttribute";
    public const string Guard = "GuardAttribute";
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

    /// <summary>Whether one of Sluice's attributes stands on the symbol.</summary>
    public static bool Has(this ISymbol symbol, string name) => symbol.Find(name) is not null;

    /// <summary>The first attribute of Sluice that has the name.</summary>
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

    /// <summary>All attributes of Sluice that have the name.</summary>
    public static IEnumerable<AttributeData> FindAll(this ISymbol symbol, string name) =>
        symbol.GetAttributes().Where(attribute => attribute.AttributeClass.IsNamed("Sluice", name));

    /// <summary>The name of an attribute's class where it is one of Sluice's, otherwise <see langword="null"/>.</summary>
    public static string? Name(this AttributeData attribute) =>
        attribute.AttributeClass is { ContainingType: null, Arity: 0 } type
        && type.ContainingNamespace.IsNamed("Sluice")
            ? type.Name
            : null;

    /// <summary>
    /// The name of an attribute's class where it is one that is compiled around the calls of a stage, otherwise <see langword="null"/>.
    /// </summary>
    public static string? PolicyName(this AttributeData attribute) =>
        attribute.AttributeClass is { } type
        && SluiceName(type) is { } name
        && (name is Compensate or Guard || PolicyCatalog.Find(name) is not null)
            ? name
            : null;

    /// <summary>The name of an attribute's class where one of Sluice's packages declares it, otherwise <see langword="null"/>.</summary>
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

    /// <summary>The name of an attribute's class as an attribute is written.</summary>
    public static string WithoutSuffix(string name) =>
        name.EndsWith("Attribute", StringComparison.Ordinal)
            ? name.Substring(0, name.Length - "Attribute".Length)
            : name;

    /// <summary>Whether the symbol was emitted by Sluice, which only a compilation that the generator has extended contains.</summary>
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
    /// Whether the user wrote the member. What the generator adds does not count: the analyzer sees it, the generator does not, and both
    /// must come to one model. The emitted part of a member that the user declared is not asked for.
    /// </summary>
    public static bool IsWritten(this ISymbol member) =>
        member is IMethodSymbol { IsPartialDefinition: true } || !member.IsEmitted();

    /// <summary>Whether the method, or its emitted part, carries the mark of an entry point.</summary>
    public static bool IsMarkedAsEntryPoint(this IMethodSymbol method) =>
        (method.PartialImplementationPart ?? method)
            .GetAttributes()
            .Any(attribute => attribute.AttributeClass.IsNamed("Sluice.CompilerServices", GeneratedEntryPoint));

    /// <summary>
    /// The mark on the emitted part of a pipeline that was not compiled, which only a compilation that the generator has extended has.
    /// </summary>
    public static AttributeData? FindBrokenMark(this INamedTypeSymbol pipeline) =>
        pipeline
            .GetAttributes()
            .FirstOrDefault(attribute => attribute.AttributeClass.IsNamed("Sluice.CompilerServices", BrokenPipeline));

    /// <summary>The first constructor argument, which an unfinished attribute lacks.</summary>
    public static TypedConstant? FirstArgument(this AttributeData attribute) =>
        attribute.ConstructorArguments.Length > 0 ? attribute.ConstructorArguments[0] : null;

    /// <summary>The first constructor argument where it is a string that says something.</summary>
    public static string? Text(this AttributeData? attribute) =>
        attribute?.FirstArgument() is { Kind: TypedConstantKind.Primitive, Value: string text }
        && !string.IsNullOrWhiteSpace(text)
            ? text
            : null;

    /// <summary>The strings of the constructor's arguments, whether each stands alone or all are in an array.</summary>
    public static IEnumerable<string> Texts(this AttributeData attribute) =>
        attribute.ConstructorArguments.SelectMany(argument =>
            argument is { Kind: TypedConstantKind.Primitive, Value: string text } ? [text] : Strings(argument)
        );

    /// <summary>A named argument where it is a string that says something.</summary>
    public static string? NamedText(this AttributeData? attribute, string name) =>
        attribute?.NamedArgument(name) is { Kind: TypedConstantKind.Primitive, Value: string text }
        && !string.IsNullOrWhiteSpace(text)
            ? text
            : null;

    /// <summary>The strings of a named argument, an array.</summary>
    public static IEnumerable<string> NamedTexts(this AttributeData? attribute, string name) =>
        attribute?.NamedArgument(name) is { } argument ? Strings(argument) : [];

    /// <summary>A named argument where it is an <c>int</c>, otherwise 0.</summary>
    public static int NamedNumber(this AttributeData? attribute, string name) =>
        attribute?.NamedArgument(name)
            is { Kind: TypedConstantKind.Primitive or TypedConstantKind.Enum, Value: int number }
            ? number
            : 0;

    /// <summary>Whether a named argument is <see langword="true"/>.</summary>
    public static bool NamedFlag(this AttributeData? attribute, string name) =>
        attribute?.NamedArgument(name) is { Kind: TypedConstantKind.Primitive, Value: true };

    /// <summary>The constructor argument at a position, which an unfinished attribute lacks.</summary>
    public static TypedConstant? Argument(this AttributeData attribute, int position) =>
        attribute.ConstructorArguments.Length > position ? attribute.ConstructorArguments[position] : null;

    /// <summary>A named argument, where it is given.</summary>
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
