using Sluice.Compiler.Lower;

namespace Sluice.Generators.Emit;

/// <summary>
/// The expressions that read the values of a run in a piece of emitted code. The values are in locals or in the fields of an object.
/// </summary>
/// <param name="Receiver">The pipeline instance. Meaningless in a static pipeline.</param>
/// <param name="Token">The token that stages get.</param>
/// <param name="Scope">The scope of the run.</param>
/// <param name="Events">The object that tells the observer of the run.</param>
/// <param name="Input">The expression that reads an input, by its position.</param>
/// <param name="Slot">The expression that reads or assigns a slot of a stage.</param>
internal sealed record Frame(
    string Receiver,
    string Token,
    string Scope,
    string Events,
    Func<int, string> Input,
    Func<Place, SlotKind, string> Slot
)
{
    /// <summary>The run's clock, if the code has the clock but not the scope.</summary>
    public string? Clock { get; init; }

    /// <summary>The expression of a stage's output.</summary>
    public string Value(Place place) => Slot(place, SlotKind.Output);

    /// <summary>The expression of the reason for which a stage has no output, or null.</summary>
    public string Skipped(Place place) => Slot(place, SlotKind.Skipped);

    /// <summary>The expression of the exception with which a stage failed, or null.</summary>
    public string Failure(Place place) => Slot(place, SlotKind.Failure);

    /// <summary>The expression of a slot.</summary>
    public string Of(Slot slot) => Slot(slot.Place, slot.Kind);
}
