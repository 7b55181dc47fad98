using Microsoft.CodeAnalysis;
using Sluice.Compiler.Model;
using Sluice.Compiler.Policies;

namespace Sluice.Compiler.Parse;

/// <summary>
/// Finds methods that probably lack a <c>[Stage]</c> attribute: they return the type of an output that no stage
/// produces, so an input is used instead.
/// </summary>
/// <param name="context">The state that the parsers share.</param>
/// <param name="sources">The sources of stages.</param>
/// <param name="stages">The stages.</param>
/// <param name="entryPoints">The entry points.</param>
internal sealed class UnmarkedMethodFinder(
    ParseContext context,
    IReadOnlyList<SourceSymbol> sources,
    EquatableArray<StageModel> stages,
    EquatableArray<EntryPointModel> entryPoints
)
{
    public EquatableArray<UnmarkedMethod> Find(CancellationToken cancellationToken)
    {
        var types = new HashSet<int>(entryPoints.SelectMany(Unproduced));
        if (types.Count == 0)
        {
            return default;
        }

        var found = new List<UnmarkedMethod>();
        foreach (var source in sources)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var method in Methods(source))
            {
                if (
                    ReturnType.Of(method).Output is { } output
                    && TypeOf(FormedType.OfWrapper(output).Value, types) is { } type
                    && Needed(method).ToEquatableArray() is { Count: > 0 } needed
                )
                {
                    found.Add(new UnmarkedMethod(method.Name, type, needed));
                }
            }
        }

        return found.ToEquatableArray();
    }

    // Types that nothing else uses are added to the table only if they matter.
    private int? TypeOf(ITypeSymbol output, HashSet<int> types) =>
        types
            .Where(type => context.Names.AreSame(context.Types[type], output))
            .Select(type => (int?)type)
            .FirstOrDefault();

    /// <summary>Returns the types of the outputs for which an input is used because no stage produces them.</summary>
    private IEnumerable<int> Unproduced(EntryPointModel entryPoint) =>
        entryPoint
            .Outputs.Where(output =>
                output.From.Count == 0
                && entryPoint.Inputs.Any(input => input.Type == output.Type)
                && !stages.Any(stage => stage.OutputType == output.Type && !stage.IsCondition)
            )
            .Select(output => output.Type);

    // A method that a policy or a condition names already has a purpose.
    private IEnumerable<IMethodSymbol> Methods(SourceSymbol source) =>
        StageCollector.IsPipeline(source.Type) && source.Model.Kind != StageSourceKind.Pipeline
            ? []
            : StageCollector
                .Levels(source.Type)
                .SelectMany(level => level.GetMembers())
                .OfType<IMethodSymbol>()
                .Where(method =>
                    method is { MethodKind: MethodKind.Ordinary, IsImplicitlyDeclared: false, IsGenericMethod: false }
                    && method.IsWritten()
                    && !method.Has(AttributeExtensions.Stage)
                    && !EntryPointRecognizer.IsEntryPoint(method, CancellationToken.None)
                    && !IsNamed(method)
                    && new StageCandidate(method, IsHidden: false).IsCallable(context, source)
                );

    private bool IsNamed(IMethodSymbol method) =>
        stages.Any(stage =>
            (stage.IsCondition && stage.MethodName == method.Name)
            || stage.Compensation?.MethodName == method.Name
            || stage.Policies.Methods().Any(named => named.MethodName == method.Name)
        );

    private IEnumerable<int> Needed(IMethodSymbol method) =>
        method
            .Parameters.Where(parameter => !parameter.IsOptional && SuppliedParameters.KindOf(parameter) is null)
            .Select(parameter => context.Types.Intern(FormedType.OfWrapper(parameter.Type).Value));
}
