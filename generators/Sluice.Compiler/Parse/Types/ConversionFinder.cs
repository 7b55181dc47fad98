using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Sluice.Compiler.Model;

namespace Sluice.Compiler.Parse;

/// <summary>
/// Finds the implicit reference conversions that binding may need: those to a type that may lack a producer of exactly
/// that type, or that a dependency on a named producer has. Classifying a conversion is the most expensive operation of
/// Parse.
/// </summary>
internal sealed class ConversionFinder(
    ParseContext context,
    EquatableArray<StageModel> stages,
    EquatableArray<EntryPointModel> entryPoints
)
{
    private readonly Dictionary<int, int> _stagesByOutput = stages
        .Where(stage => !stage.IsEffect && !stage.IsCondition)
        .GroupBy(stage => stage.OutputType)
        .ToDictionary(group => group.Key, group => group.Count());

    public EquatableArray<TypeConversion> Find(CancellationToken cancellationToken)
    {
        var producers = new SortedSet<int>(
            _stagesByOutput
                .Keys.Concat(entryPoints.SelectMany(entry => entry.Inputs).Select(input => input.Type))
                .Concat(States())
        );
        var conversions = new SortedSet<(int From, int To)>();
        foreach (var target in Targets())
        {
            Add(producers, target, conversions, cancellationToken);
        }

        foreach (var target in CollectedTargets())
        {
            Add(producers.Concat(Results()).Distinct(), target, conversions, cancellationToken);
        }

        foreach (var (target, elements) in ElementTargets(producers))
        {
            Add(elements, target, conversions, cancellationToken);
        }

        return conversions.Select(pair => new TypeConversion(pair.From, pair.To)).ToEquatableArray();
    }

    private void Add(
        IEnumerable<int> producers,
        int target,
        SortedSet<(int From, int To)> conversions,
        CancellationToken cancellationToken
    )
    {
        foreach (var producer in producers)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (producer != target && IsReferenceConversion(context.Types[producer], context.Types[target]))
            {
                _ = conversions.Add((producer, target));
            }
        }
    }

    /// <summary>
    /// Returns the element types that stages take one at a time, each with the element types that producers offer.
    /// </summary>
    private IEnumerable<(int Target, IEnumerable<int> Elements)> ElementTargets(IEnumerable<int> producers)
    {
        foreach (var stage in stages)
        {
            if (stage.Each is { } each)
            {
                var elements = Elements(producers);
                yield return (stage.Parameters[each.Parameter].Type, each.Flatten ? Elements(elements) : elements);
            }
        }
    }

    private IEnumerable<int> CollectedTargets() =>
        stages
            .SelectMany(stage => stage.Parameters)
            .Where(parameter => parameter.All is not null)
            .Select(parameter => parameter.All!.Type)
            .Distinct();

    private IEnumerable<int> Results() =>
        stages.Where(stage => stage.Each is { ElementType: >= 0 }).Select(stage => stage.Each!.ElementType);

    private IEnumerable<int> Elements(IEnumerable<int> types) =>
        types.Select(type => context.Types.Model(type).Element).Where(element => element >= 0).Distinct();

    private SortedSet<int> Targets()
    {
        var targets = new SortedSet<int>();
        foreach (var stage in stages)
        {
            foreach (var parameter in stage.Parameters)
            {
                if (
                    parameter is { IsDependency: true, IsEach: false }
                    && (
                        parameter.From.Count > 0
                        || parameter.Carried is not null
                        || !IsProducedFor(stage, parameter.Type)
                    )
                )
                {
                    targets.Add(parameter.Type);
                }
            }
        }

        targets.UnionWith(States());
        foreach (var entryPoint in entryPoints)
        {
            foreach (var output in entryPoint.Outputs)
            {
                if (
                    output.From.Count > 0
                    || !(_stagesByOutput.ContainsKey(output.Type) || IsInput(entryPoint, output.Type))
                )
                {
                    targets.Add(output.Type);
                }
            }
        }

        return targets;
    }

    // Loops produce their states and take the first of them.
    private IEnumerable<int> States() =>
        stages.Where(stage => stage.Loop is { HasState: true }).Select(stage => stage.Loop!.StateType);

    /// <summary>Whether each entry point has a producer of exactly that type other than the stage itself.</summary>
    private bool IsProducedFor(StageModel stage, int type)
    {
        _stagesByOutput.TryGetValue(type, out var count);
        return count > (stage.OutputType == type ? 1 : 0)
            || (entryPoints.Count > 0 && entryPoints.All(entryPoint => IsInput(entryPoint, type)));
    }

    private static bool IsInput(EntryPointModel entryPoint, int type) =>
        entryPoint.Inputs.Any(input => input.Type == type);

    private bool IsReferenceConversion(ITypeSymbol from, ITypeSymbol to)
    {
        if (!from.IsReferenceType || !to.IsReferenceType || to is { TypeKind: TypeKind.Class, IsSealed: true })
        {
            return false;
        }

        var conversion = context.Compilation.ClassifyConversion(from, to);
        return conversion is { IsImplicit: true, IsReference: true, IsUserDefined: false };
    }
}
