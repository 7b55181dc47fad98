namespace Sluice.Generators.Emit;

/// <summary>
/// Writes how a concurrent run hands its stream to the reader while stages are under way. The stream is handed over when the stages
/// that the reader waits for have settled. The run ends only when the reader has finished too.
/// </summary>
internal static class HandedOverStream
{
    private const string Waiting = "_streamWaitsFor";

    /// <summary>Writes the field that counts those stages, if there are several.</summary>
    public static void WriteField(SourceWriter writer, EntryPointEmission emission)
    {
        if (emission.Run.StreamWaits > 1)
        {
            writer.Line($"private int {Waiting};");
        }
    }

    /// <summary>Writes the statement that initializes the count.</summary>
    public static void WriteOpening(SourceWriter writer, EntryPointEmission emission)
    {
        if (emission.Run.StreamWaits > 1)
        {
            writer.Line($"{Waiting} = {emission.Run.StreamWaits};");
        }
    }

    /// <summary>Writes the code that runs when one of those stages has settled.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="emission">The entry point.</param>
    /// <param name="writeCountDown">Writes the code that counts down a field and executes a statement when the field reaches zero.</param>
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

    /// <summary>Writes the method that the reader calls when it has finished with the stream.</summary>
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

    // If the run goes on after failures, a guard may have refused the stream.
    private static string Given(EntryPointEmission emission)
    {
        var stream = emission.Output(emission.Fields);
        return emission.Run.WithholdsStreamOnFailure ? $"HasFailed ? null : {stream}" : stream;
    }
}
