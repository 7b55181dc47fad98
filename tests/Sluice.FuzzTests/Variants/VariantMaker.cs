using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace Sluice.FuzzTests.Variants;

/// <summary>Makes variants of a file.</summary>
internal sealed class VariantMaker(string text)
{
    private const int MostAttempts = 200;

    private static readonly ImmutableArray<Mutation> Mutations =
    [
        .. TokenMutations.All,
        .. TypeMutations.All,
        .. AttributeMutations.All,
        .. DeclarationMutations.All,
    ];

    private static readonly int Weights = Mutations.Sum(mutation => mutation.Weight);

    private readonly SourceParts _parts = new(text);

    /// <summary>Makes a variant, mostly with one change, sometimes with two or three, and sometimes without any.</summary>
    public Variant Make(Dice dice)
    {
        if (dice.Chance(2))
        {
            return new Variant("nothing", text);
        }

        var current = text;
        var parts = _parts;
        var names = new List<string>();
        var count = dice.Pick([1, 1, 1, 1, 1, 2, 2, 3]);

        // A first change may leave nothing for a second one to change, for example if it cuts the file at its first token.
        for (var attempt = 0; attempt < MostAttempts && names.Count < count; attempt++)
        {
            var mutation = Pick(dice);
            if (mutation.Make(dice, parts) is { } changes)
            {
                names.Add($"{mutation.Name} {string.Join(", ", changes)}");
                current = SourceText.From(current).WithChanges(changes).ToString();
                parts = names.Count < count ? new SourceParts(current) : parts;
            }
        }

        return new Variant(string.Join("; ", names), current);
    }

    private static Mutation Pick(Dice dice)
    {
        var number = dice.Below(Weights);
        foreach (var mutation in Mutations)
        {
            number -= mutation.Weight;
            if (number < 0)
            {
                return mutation;
            }
        }

        return Mutations[^1];
    }
}
