using Microsoft.CodeAnalysis;
using Sluice.Compiler.Parse;

namespace Sluice.Compiler.Policies.Intercept;

/// <summary>An interceptor as the user declared it, for one or more stages.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Member">
/// The field or property that holds it, or <see langword="null"/> if its constructor creates it.
/// </param>
/// <param name="IsOnPipeline">Whether that member belongs to the pipeline itself.</param>
/// <param name="Place">The declaration that has the attribute, for messages.</param>
internal sealed record DeclaredInterceptor(INamedTypeSymbol Type, ISymbol? Member, bool IsOnPipeline, string Place)
{
    private const string Asynchronous = "IStageInterceptor";
    private const string Synchronous = "ISynchronousStageInterceptor";

    /// <summary>Whether it can wrap synchronous calls.</summary>
    public bool IsSynchronous => Implements(Synchronous);

    /// <summary>Whether it can wrap calls that are awaited.</summary>
    public bool IsAsynchronous => Implements(Asynchronous);

    /// <summary>
    /// Returns a clause that says why a type cannot wrap any call and what to do, or <see langword="null"/>.
    /// </summary>
    /// <param name="context">The state that the parsers share.</param>
    /// <param name="type">The type.</param>
    /// <param name="isHeld">Whether a member holds the interceptor, so no constructor is needed.</param>
    public static string? ReasonAgainst(ParseContext context, INamedTypeSymbol type, bool isHeld)
    {
        if (
            type is not ({ TypeKind: TypeKind.Struct } or { TypeKind: TypeKind.Class, IsSealed: true, IsStatic: false })
        )
        {
            return "it is neither a struct nor a sealed class, so calls cannot be specialised for it: seal the class, or "
                + "make it a struct";
        }

        if (RefStructs.MayBe(type))
        {
            return "it lives only on the stack: remove 'ref'";
        }

        if (
            !type.AllInterfaces.Any(contract =>
                contract.IsNamed("Sluice", Asynchronous) || contract.IsNamed("Sluice", Synchronous)
            )
        )
        {
            return $"it implements neither '{Asynchronous}' nor '{Synchronous}': implement one of them";
        }

        if (!context.CanName(type))
        {
            return "the pipeline cannot access it: make the type accessible to it";
        }

        return context.Obsolescence.ReasonAgainstType(type) is { } reason ? $"it is {reason}"
            : isHeld ? null
            : ReasonAgainstConstructor(context, type);
    }

    /// <summary>Creates the model of the interceptor for a stage.</summary>
    /// <param name="isSynchronous">Whether it wraps a synchronous call.</param>
    /// <param name="context">The state that the parsers share.</param>
    public InterceptPolicy ToModel(bool isSynchronous, ParseContext context)
    {
        if ((Member ?? ConstructorOf(context, Type)) is { } used)
        {
            context.Names.Use(used);
        }

        return new InterceptPolicy(
            context.Names.CodeWithoutAnnotation(Type),
            TypeNames.Short(Type),
            Type.IsValueType,
            isSynchronous,
            Member?.Name,
            Member is { IsStatic: true },
            IsOnPipeline
        )
        {
            IsCalledByName = !Type.IsValueType && !IsExplicit(isSynchronous ? Synchronous : Asynchronous),
        };
    }

    private bool IsExplicit(string contract) =>
        Type
            .AllInterfaces.Where(candidate => candidate.IsNamed("Sluice", contract))
            .SelectMany(candidate => candidate.GetMembers())
            .Any(member =>
                Type.FindImplementationForInterfaceMember(member)
                    is not IMethodSymbol { ExplicitInterfaceImplementations.IsEmpty: true }
            );

    private static string? ReasonAgainstConstructor(ParseContext context, INamedTypeSymbol type)
    {
        var constructor = ConstructorOf(context, type);
        if (constructor is null)
        {
            return "it has no parameterless constructor that the pipeline can call: add one, or name a field or property that "
                + "holds it with 'Member'";
        }

        if (context.Obsolescence.ReasonAgainst(constructor) is { } reason)
        {
            return $"it is made by its constructor, and {reason}";
        }

        return
            HasRequiredMembers(type)
            && !constructor
                .GetAttributes()
                .Any(attribute =>
                    attribute.AttributeClass.IsNamed("System.Diagnostics.CodeAnalysis", "SetsRequiredMembersAttribute")
                )
            ? "it has required members, which the pipeline cannot set: name a field or property that holds it with 'Member'"
            : null;
    }

    private static IMethodSymbol? ConstructorOf(ParseContext context, INamedTypeSymbol type) =>
        type.InstanceConstructors.FirstOrDefault(candidate =>
            candidate.Parameters.All(parameter => parameter.IsOptional)
            && context.Compilation.IsSymbolAccessibleWithin(candidate, context.Pipeline)
        );

    private static bool HasRequiredMembers(INamedTypeSymbol type) =>
        type.SelfAndBaseTypes()
            .SelectMany(level => level.GetMembers())
            .Any(member => member is IFieldSymbol { IsRequired: true } or IPropertySymbol { IsRequired: true });

    private bool Implements(string contract) =>
        Type.AllInterfaces.Any(candidate => candidate.IsNamed("Sluice", contract));
}
