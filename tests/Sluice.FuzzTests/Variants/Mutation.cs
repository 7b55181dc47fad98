using Microsoft.CodeAnalysis.Text;

namespace Sluice.FuzzTests.Variants;

/// <summary>A way to break a file.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Weight">Its share among the variants.</param>
/// <param name="Make">Gives the changes of the text, or null if the file has nothing that can be broken in this way.</param>
internal sealed record Mutation(string Name, int Weight, Func<Dice, SourceParts, TextChange[]?> Make);
