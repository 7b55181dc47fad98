using Microsoft.CodeAnalysis;

namespace Sluice.Compiler.Parse.Attributes;

/// <summary>Tells what the members of a type are to pipelines, as far as the type itself says it.</summary>
/// <param name="type">The type.</param>
/// <param name="cancellationToken">Ends the work early.</param>
internal sealed class AttributedType(INamedTypeSymbol type, CancellationToken cancellationToken)
{
    private readonly bool _isPipeline = StageCollector.IsPipeline(type);

    // A type that derives from it may be a pipeline, make stages of its methods, and name them in conditions.
    private readonly bool _isOpen = type is { TypeKind: TypeKind.Class, IsSealed: false, IsStatic: false };
    private HashSet<string>? _conditionNames;

    /// <summary>What the type itself is.</summary>
    public AttributePlace Places =>
        (_isPipeline ? AttributePlace.Pipeline : AttributePlace.None)
        | (_isOpen ? AttributePlace.BaseType : AttributePlace.None)
        | (
            _isOpen || StageCollector.Stages(type, cancellationToken).Count > 0
                ? AttributePlace.StageType
                : AttributePlace.None
        );

    /// <summary>What a method of the type is.</summary>
    public AttributePlace PlacesOf(IMethodSymbol method) =>
        StageAttributes.Of(method).Stage is not null ? AttributePlace.Stage
        : IsEntryPoint(method) ? AttributePlace.EntryPoint
        : (MayBecomeStage(method) ? AttributePlace.Stage : AttributePlace.None)
            | (IsCondition(method) ? AttributePlace.Condition : AttributePlace.None);

    /// <summary>What a parameter is.</summary>
    public AttributePlace PlacesOf(IParameterSymbol parameter) =>
        parameter.ContainingSymbol is not IMethodSymbol method ? AttributePlace.None
        : _isPipeline && PrimaryConstructor.Has(parameter, cancellationToken) ? AttributePlace.Source
        : (PlacesOf(method) & (AttributePlace.Stage | AttributePlace.Condition)) == 0 ? AttributePlace.None
        : KnownTypes.IsSupplied(parameter.Type) ? AttributePlace.Supplied
        : AttributePlace.Dependency;

    /// <summary>What a field or property is.</summary>
    public AttributePlace PlacesOfSource(ISymbol member) =>
        _isPipeline || (_isOpen && !HidesFromDerived(member)) ? AttributePlace.Source : AttributePlace.None;

    /// <summary>Whether a pipeline that derives from the type could read a member if that were not private.</summary>
    public bool HidesFromDerived(ISymbol member) =>
        _isOpen
        && (member is IPropertySymbol { GetMethod: { } getter } ? getter : member).DeclaredAccessibility
            == Accessibility.Private
        // A type inside of this one may derive from it and sees all.
        && !type.GetTypeMembers().Any(StageCollector.IsPipeline);

    // A method that is marked as one and cannot be it is reported where entry points are read.
    private bool IsEntryPoint(IMethodSymbol method) =>
        _isPipeline
        && (method.Has(AttributeExtensions.EntryPoint) || EntryPointRecognizer.IsEntryPoint(method, cancellationToken));

    private bool MayBecomeStage(IMethodSymbol method) =>
        _isOpen && (method.IsVirtual || method.IsAbstract || method is { IsOverride: true, IsSealed: false });

    private bool IsCondition(IMethodSymbol method) =>
        method.MethodKind == MethodKind.Ordinary
        && ReturnType.Of(method).Output is { SpecialType: SpecialType.System_Boolean }
        && (
            (_isOpen && method.DeclaredAccessibility != Accessibility.Private)
            || (_conditionNames ??= ConditionNames()).Contains(StageNames.Simple(method.Name))
        );

    private HashSet<string> ConditionNames() =>
        new(
            StageCollector
                .Levels(type)
                .SelectMany(level => level.GetMembers())
                .OfType<IMethodSymbol>()
                .SelectMany(method => StageAttributes.Of(method).Conditions)
                .Select(condition => StageNames.Simple(condition.Text() ?? "")),
            StringComparer.Ordinal
        );
}
