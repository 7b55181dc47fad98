using Microsoft.CodeAnalysis.Text;

namespace Sluice.FuzzTests.Variants;

/// <summary>A way to break a file.</summary>
/// <param name="Name">The name of the mutation.</param>
/// <param name="Weight">The relative frequency of the mutation.</param>
/// <param name="Make">Returns the changes of the text, or null if the file contains nothing that can be broken in this way.</param>
internal sealed record Mutation(string Name, int Weight, Func<Dice, SourceParts, TextChange[]?> Make);
