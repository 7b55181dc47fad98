using Microsoft.CodeAnalysis;

namespace Sluice.Compiler.Parse.Attributes;

/// <summary>
/// Classifies a type and its members by the roles they may play in pipelines, as far as the type alone determines them.
/// </summary>
/// <param name="type">The type.</param>
/// <param name="cancellationToken">The token that cancels the work.</param>
internal sealed class AttributedType(INamedTypeSymbol type, CancellationToken cancellationToken)
{
    private readonly bool _isPipeline = StageCollector.IsPipeline(type);

    // A derived type may be a pipeline, turn the methods into stages and name them in conditions.
    private readonly bool _isOpen = type is { TypeKind: TypeKind.Class, IsSealed: false, IsStatic: false };
    private HashSet<string>? _conditionNames;

    /// <summary>The roles of the type itself.</summary>
    public AttributePlace Places =>
        (_isPipeline ? AttributePlace.Pipeline : AttributePlace.None)
        | (_isOpen ? AttributePlace.BaseType : AttributePlace.None)
        | (
            _isOpen || StageCollector.Stages(type, cancellationToken).Count > 0
                ? AttributePlace.StageType
                : AttributePlace.None
        );

    /// <summary>Returns the roles of a method of the type.</summary>
    public AttributePlace PlacesOf(IMethodSymbol method) =>
        StageAttributes.Of(method).Stage is not null ? AttributePlace.Stage
        : IsEntryPoint(method) ? AttributePlace.EntryPoint
        : (MayBecomeStage(method) ? AttributePlace.Stage : AttributePlace.None)
            | (IsCondition(method) ? AttributePlace.Condition : AttributePlace.None);

    /// <summary>Returns the roles of a parameter.</summary>
    public AttributePlace PlacesOf(IParameterSymbol parameter) =>
        parameter.ContainingSymbol is not IMethodSymbol method ? AttributePlace.None
        : _isPipeline && PrimaryConstructor.Has(parameter, cancellationToken) ? AttributePlace.Source
        : (PlacesOf(method) & (AttributePlace.Stage | AttributePlace.Condition)) == 0 ? AttributePlace.None
        : SuppliedParameters.KindOf(parameter.Type) is not null ? AttributePlace.Supplied
        : SuppliedParameters.KindOf(parameter) is not null ? AttributePlace.MarkedSupplied
        : AttributePlace.Dependency;

    /// <summary>Returns the roles of a field or property.</summary>
    public AttributePlace PlacesOfSource(ISymbol member) =>
        _isPipeline || (_isOpen && !HidesFromDerived(member)) ? AttributePlace.Source : AttributePlace.None;

    /// <summary>Whether the member is private and a derived pipeline could read it if it were not.</summary>
    public bool HidesFromDerived(ISymbol member) =>
        _isOpen
        && (member is IPropertySymbol { GetMethod: { } getter } ? getter : member).DeclaredAccessibility
            == Accessibility.Private
        // A nested type may derive from this one and can read its private members.
        && !type.GetTypeMembers().Any(StageCollector.IsPipeline);

    // A marked method that is not a valid entry point is reported by the entry point parser.
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
