using Microsoft.CodeAnalysis;
using Sluice.Compiler.Model;
using Sluice.Compiler.Rules;

namespace Sluice.Compiler.Parse;

/// <summary>Finds the sources of a pipeline's stages.</summary>
/// <param name="context">The state that the parsers share.</param>
internal sealed class SourceParser(ParseContext context)
{
    private readonly List<SourceSymbol> _sources = [];
    private readonly HashSet<ISymbol> _members = new(SymbolEqualityComparer.Default);

    /// <summary>
    /// Returns the pipeline itself, then its parameters, then its members, each in declaration order, then the static
    /// classes.
    /// </summary>
    public List<SourceSymbol> Parse(CancellationToken cancellationToken)
    {
        var pipeline = context.Pipeline;
        _sources.Add(
            new SourceSymbol(
                new StageSource(
                    StageSourceKind.Pipeline,
                    "",
                    context.Names.CodeWithoutAnnotation(pipeline),
                    pipeline.IsStatic
                ),
                pipeline,
                pipeline
            )
        );
        AddParameters(cancellationToken);
        AddMembers(cancellationToken);
        AddStaticClasses();
        return _sources;
    }

    private void AddParameters(CancellationToken cancellationToken)
    {
        foreach (
            var parameter in context.Pipeline.InstanceConstructors.SelectMany(constructor => constructor.Parameters)
        )
        {
            if (!parameter.Has(AttributeExtensions.Stages) || !PrimaryConstructor.Has(parameter, cancellationToken))
            {
                continue;
            }

            // A positional parameter of a record has a property and is gone after construction. In a class, a member
            // with the same name hides the parameter from all other members.
            var member = context
                .Pipeline.GetMembers(parameter.Name)
                .FirstOrDefault(candidate => candidate is IPropertySymbol or IFieldSymbol);
            if (member is not null)
            {
                AddMember(member);
                continue;
            }

            if (IsRefused(parameter, parameter.Type))
            {
                continue;
            }

            Add(StageSourceKind.PrimaryConstructorParameter, parameter, parameter.Type, isStatic: false);
            if (CapturedParameter.IsAlsoStored(parameter, context.Pipeline, cancellationToken))
            {
                context.Report(
                    Rule.SourceParameterAlsoStored,
                    new NodeReference(NodeKind.Source, _sources.Count - 1),
                    parameter.Name
                );
            }
        }
    }

    private void AddMembers(CancellationToken cancellationToken)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var type in context.Pipeline.SelfAndBaseTypes())
        {
            cancellationToken.ThrowIfCancellationRequested();

            // The names of one type hide only the members of its base types, not each other.
            var hidden = new HashSet<string>(names, StringComparer.Ordinal);
            foreach (var member in type.GetMembers())
            {
                var source = member is IFieldSymbol { AssociatedSymbol: IPropertySymbol property } ? property : member;
                if (!hidden.Contains(source.Name) && IsMarked(member) && IsReadable(source))
                {
                    AddMember(source);
                }

                names.Add(member.Name);
            }
        }
    }

    private void AddStaticClasses()
    {
        foreach (var attribute in context.Pipeline.FindAll(AttributeExtensions.Stages))
        {
            if (UnresolvedTypes.ReasonAgainst(attribute) is { } reason)
            {
                context.ReportOfCompiler(
                    Rule.InvalidSource,
                    context.Reject(attribute),
                    [context.Pipeline.Name, reason],
                    []
                );
            }
            else if (attribute.AttributeConstructor is { Parameters.IsEmpty: true })
            {
                context.Report(
                    Rule.InvalidSource,
                    context.Reject(attribute),
                    context.Pipeline.Name,
                    "it names no class: write [Stages(typeof(...))], or put it on a field or property"
                );
            }
            else if (
                attribute.FirstArgument() is { Kind: TypedConstantKind.Type, Value: INamedTypeSymbol type }
                && _members.Add(type)
            )
            {
                Add(StageSourceKind.StaticClass, type, type, isStatic: true);
            }
        }
    }

    private void AddMember(ISymbol member)
    {
        if (member.Name.Length == 0 || !_members.Add(member))
        {
            return;
        }

        if (member is IFieldSymbol field && !IsRefused(field, field.Type))
        {
            Add(StageSourceKind.Member, field, field.Type, field.IsStatic);
        }
        else if (member is IPropertySymbol property && !IsRefused(property, property.Type))
        {
            Add(StageSourceKind.Member, property, property.Type, property.IsStatic);
        }
    }

    private bool IsRefused(ISymbol symbol, ITypeSymbol type)
    {
        if (SourceRules.ReasonAgainst(symbol, type) is { } reason)
        {
            context.Report(Rule.InvalidSource, context.Reject(symbol), symbol.Name, reason);
            return true;
        }

        if (UnresolvedTypes.ReasonAgainst(type) is { } unresolved)
        {
            context.ReportOfCompiler(
                Rule.InvalidSource,
                context.Reject(symbol),
                [symbol.Name, $"it has {unresolved}"],
                []
            );
            return true;
        }

        return false;
    }

    private void Add(StageSourceKind kind, ISymbol symbol, ITypeSymbol type, bool isStatic)
    {
        if (kind == StageSourceKind.Member)
        {
            context.Names.Use(symbol);
        }

        // A static class gives way to a member with the same name, since emitted code refers to the member by that
        // name.
        var name =
            kind == StageSourceKind.StaticClass
            && _sources.Exists(source => string.Equals(source.Model.Member, symbol.Name, StringComparison.Ordinal))
                ? TypeNames.Full(type)
                : symbol.Name;
        _sources.Add(
            new SourceSymbol(
                new StageSource(kind, name, context.Names.CodeWithoutAnnotation(type), isStatic),
                symbol,
                type
            )
        );
    }

    // An accessor may be less accessible than its property. A property without a getter is reported by SourceRules.
    private bool IsReadable(ISymbol member) =>
        context.Compilation.IsSymbolAccessibleWithin(
            member is IPropertySymbol { GetMethod: { } getter } ? getter : member,
            context.Pipeline,
            context.Pipeline
        );

    private static bool IsMarked(ISymbol member) =>
        member switch
        {
            IFieldSymbol => member.Has(AttributeExtensions.Stages),
            IPropertySymbol property => IsMarked(property),
            _ => false,
        };

    private static bool IsMarked(IPropertySymbol property)
    {
        for (var current = property; current is not null; current = current.OverriddenProperty)
        {
            if (current.Has(AttributeExtensions.Stages))
            {
                return true;
            }
        }

        return false;
    }
}
