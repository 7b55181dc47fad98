using Sluice.Compiler.Lower;

namespace Sluice.Generators.Emit;

/// <summary>Writes the types of slots.</summary>
internal static class SlotText
{
    /// <summary>The type of a slot as code writes it.</summary>
    public static string TypeOf(EntryPointEmission emission, Slot slot)
    {
        var stage = emission.At(slot.Place);
        return slot.Kind switch
        {
            SlotKind.Output => stage.Output.Name,
            SlotKind.Skipped => "string?",
            SlotKind.Failure => Known.Exception + "?",
            SlotKind.Nested => "global::Sluice.RunFailure?",
            SlotKind.Started or SlotKind.Stopped => "long",
            SlotKind.Awaiter when stage.IsEffect => $"{Known.Services}.StageTask",
            SlotKind.Awaiter => $"{Known.Services}.StageTask<{EntryPointEmission.ReturnedBy(stage)}>",
            SlotKind.Start => $"{Known.Services}.OffloadedStage?",
            SlotKind.Ended => Known.Action + "?",
            SlotKind.Waiting or SlotKind.Merge => "int",
            SlotKind.Repeats => "bool",
            SlotKind.Attempts => $"{Known.Services}.GuardAttempts<{Retried(emission, stage)}>",
            SlotKind.Loop => LoopStatements.TypeOf(stage),
            var kind => throw new InvalidOperationException($"A slot of kind {kind} has no type."),
        };
    }

    private static string Retried(EntryPointEmission emission, LoweredStage guard)
    {
        var retried = emission.At(guard.Rounds!.Retried);
        return retried.IsEffect ? "bool" : retried.Output.Name;
    }
}
