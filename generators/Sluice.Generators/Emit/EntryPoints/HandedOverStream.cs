namespace Sluice.Generators.Emit;

/// <summary>
/// Writes how a concurrent run hands its stream to the reader while stages are under way: when the stages that it waits for have settled.
/// The reader counts as one more end of the run.
/// </summary>
internal static class HandedOverStream
{
    private const string Waiting = "_streamWaitsFor";

    /// <summary>Writes the field that counts them, where there are several.</summary>
    public static void WriteField(SourceWriter writer, EntryPointEmission emission)
    {
        if (emission.Run.StreamWaits > 1)
        {
            writer.Line($"private int {Waiting};");
        }
    }

    /// <summary>Writes the statement that begins to count.</summary>
    public static void WriteOpening(SourceWriter writer, EntryPointEmission emission)
    {
        if (emission.Run.StreamWaits > 1)
        {
            writer.Line($"{Waiting} = {emission.Run.StreamWaits};");
        }
    }

    /// <summary>Writes what one of those stages does when it has settled.</summary>
    /// <param name="writer">What it is written to.</param>
    /// <param name="emission">The entry point.</param>
    /// <param name="writeCountDown">Writes what counts down a field, and a statement for the last.</param>
    public static void WriteRelease(
        SourceWriter writer,
        EntryPointEmission emission,
        Action<SourceWriter, string, string> writeCountDown
    )
    {
        var handOver = $"HandOver({Given(emission)});";
        if (emission.Run.StreamWaits > 1)
        {
            writeCountDown(writer, Waiting, handOver);
        }
        else
        {
            writer.Line(handOver);
        }
    }

    /// <summary>Writes what the reader calls when it has done with the stream.</summary>
    public static void WriteEnd(SourceWriter writer, EntryPointEmission emission)
    {
        if (!emission.Run.IsReadMeanwhile)
        {
            return;
        }

        if (emission.Run.ContinuesOnFailure)
        {
            writer.Line();
            writer.Line("protected override bool GoesOnAfterFailure => true;");
        }

        writer.Line();
        using (writer.Block("protected override void EndStream()"))
        {
            using (writer.Block($"if ({Known.Interlocked}.Decrement(ref _openEnds) == 0)"))
            {
                writer.Line("Finish();");
            }
        }
    }

    // Where the run goes on after failures, a guard may have refused the stream.
    private static string Given(EntryPointEmission emission)
    {
        var stream = emission.Output(emission.Fields);
        return emission.Run.WithholdsStreamOnFailure ? $"HasFailed ? null : {stream}" : stream;
    }
}
