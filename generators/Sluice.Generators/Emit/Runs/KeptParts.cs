namespace Sluice.Generators.Emit;

/// <summary>What a run keeps of a stage: its output, and as much as is asked for of how it came to its end.</summary>
internal static class KeptParts
{
    public static IEnumerable<KeptPart> Of(EntryPointEmission emission, int place)
    {
        if (!emission.StageAt(place).IsEffect)
        {
            var output = emission.OutputAt(place);
            yield return new(
                place,
                NameForm.Output,
                output.Name,
                output.Type < 0 || emission.Model.Types[output.Type].HoldsReferences
            );
        }

        if (emission.HasSkipped(place))
        {
            yield return new(place, NameForm.Skipped, "string?", HoldsReferences: true);
        }

        if (emission.Plan.Stages[place].KeepsFailure)
        {
            yield return new(place, NameForm.Failure, Known.Exception + "?", HoldsReferences: true);
            if (emission.StageAt(place).IsEntryPoint)
            {
                yield return new(place, NameForm.Nested, "global::Sluice.RunFailure?", HoldsReferences: true);
            }
        }

        if (emission.NeedsStarted(place))
        {
            yield return new(place, NameForm.Started, "long", HoldsReferences: false);
        }

        if (emission.Measures)
        {
            yield return new(place, NameForm.Stopped, "long", HoldsReferences: false);
        }
    }

    /// <summary>What a run keeps of all its stages.</summary>
    public static IEnumerable<KeptPart> Of(EntryPointEmission emission) =>
        Enumerable.Range(0, emission.Plan.Stages.Count).SelectMany(place => Of(emission, place));
}
