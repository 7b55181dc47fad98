using Microsoft.CodeAnalysis;
using Sluice.Compiler.Model;

namespace Sluice.Compiler.Parse;

/// <summary>Finds the differences that binding ignores between the types that it may connect.</summary>
/// <param name="names">The names of types in emitted code.</param>
/// <param name="types">The types of the pipeline.</param>
/// <param name="stages">Its stages.</param>
/// <param name="entryPoints">Its entry points.</param>
/// <param name="conversions">The conversions between its types.</param>
internal sealed class TypeDifferenceFinder(
    CodeNames names,
    TypeTable types,
    EquatableArray<StageModel> stages,
    EquatableArray<EntryPointModel> entryPoints,
    EquatableArray<TypeConversion> conversions
)
{
    private readonly ILookup<int, int> _sources = conversions.ToLookup(
        conversion => conversion.To,
        conversion => conversion.From
    );

    public EquatableArray<TypeDifference> Find(CancellationToken cancellationToken)
    {
        var producers = Producers().Distinct().ToList();
        var byElement = Enumerable
            .Range(0, 3)
            .Select(level => producers.ToLookup(producer => ElementOf(producer.Type, level), producer => producer.Code))
            .ToList();
        var differences = new List<TypeDifference>();
        foreach (var (type, code, level) in Takers().Distinct())
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (
                var given in _sources[type].Prepend(type).SelectMany(source => byElement[level][source]).Distinct()
            )
            {
                if (Difference(given, code, level) is { } difference)
                {
                    differences.Add(difference);
                }
            }
        }

        return differences.ToEquatableArray();
    }

    private IEnumerable<(int Type, string Code)> Producers() =>
        stages
            .Where(stage => !stage.IsEffect && !stage.IsCondition)
            .Select(stage => (stage.OutputType, stage.OutputTypeName))
            .Concat(
                entryPoints
                    .SelectMany(entryPoint => entryPoint.Inputs)
                    .Select(input => (input.Type, input.ValueTypeName))
            );

    private IEnumerable<(int Type, string Code, int Level)> Takers() =>
        stages
            .SelectMany(stage =>
                stage
                    .Parameters.Where(parameter => parameter.IsDependency)
                    .Select(parameter => (parameter.Type, parameter.ValueTypeName, stage.LevelOf(parameter)))
            )
            .Concat(
                entryPoints
                    .SelectMany(entryPoint => entryPoint.Outputs)
                    .Select(output => (output.Type, output.ValueTypeName, 0))
            );

    private int ElementOf(int type, int level)
    {
        for (; level > 0 && type >= 0; level--)
        {
            type = types.Model(type).Element;
        }

        return type;
    }

    private TypeDifference? Difference(string from, string to, int level)
    {
        if (from == to || names.Written(from) is not { } given || names.Written(to) is not { } taken)
        {
            return null;
        }

        for (var depth = level; depth > 0; depth--)
        {
            if (ElementType.Of(given).Element is not { } element)
            {
                return null;
            }

            given = element;
        }

        var isOfNullability =
            level > 0 ? TypeComparison.Differs(given, taken) : TypeComparison.DiffersInside(given, taken);
        var moved = TypeComparison.MovedElement(given, taken);
        return isOfNullability || moved is not null
            ? new TypeDifference(from, to, level)
            {
                FromDisplay = TypeNames.Written(given),
                ToDisplay = TypeNames.Written(taken),
                IsOfNullability = isOfNullability,
                MovedElement = moved?.Moved,
                ElementInItsPlace = moved?.InItsPlace,
            }
            : null;
    }
}
