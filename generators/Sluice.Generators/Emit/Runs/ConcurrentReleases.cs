using Sluice.Compiler.Lower;

namespace Sluice.Generators.Emit;

/// <summary>Prints the method of a concurrent run that releases the stages that waited for another stage.</summary>
/// <param name="writer">The writer.</param>
/// <param name="emission">The entry point.</param>
internal sealed class ConcurrentReleases(SourceWriter writer, EntryPointEmission emission)
{
    /// <summary>Prints the method.</summary>
    public void Write()
    {
        writer.Line();
        writer.Line(
            "// Adds what waited for nothing but a stage that has settled, and ends the run with the last one."
        );
        new SegmentedMethod("void", "Release") { ReadySet = ReadySet.TypeOf(emission) }.Write(
            writer,
            emission,
            _ => true,
            stage =>
            {
                foreach (var release in stage.Releases)
                {
                    Write(stage, release);
                }

                writer.Line("break;");
            }
        );
    }

    private void Write(LoweredStage stage, Release release)
    {
        switch (release)
        {
            case ReleaseRounds:
                ConcurrentGuards.WriteNextRound(writer, emission, stage);
                break;
            case ReleaseMerge merge:
                using (writer.Block($"if ({MergeReadiness.IsKnownWith(emission, merge)})"))
                {
                    WriteStage(merge.Stage);
                }

                writer.Line();
                break;
            case ReleaseStream:
                HandedOverStream.WriteRelease(writer, emission, WriteCountDown);
                break;
            case ReleaseStage next:
                WriteStage(next.Stage);
                break;
            case ReleaseEnd when emission.Shape.CountsEnds:
                WriteCountDown(writer, "_openEnds", "Finish();");
                break;
            default:
                writer.Line("Finish();");
                break;
        }
    }

    private void WriteStage(Place place)
    {
        var stage = emission.At(place);
        var waiting = emission.Field(place, SlotKind.Waiting);
        if (!emission.Run.IsObserved)
        {
            writer.Line(stage.IsJoin ? $"ready.Release(ref {waiting}, {place});" : $"ready.Add({place});");
            return;
        }

        var then = $"{StepPrinter.Ready(emission.Fields, stage)}\nready.Add({place});";
        if (stage.IsJoin)
        {
            WriteCountDown(writer, waiting, then);
        }
        else
        {
            writer.Line(then);
        }
    }

    private static void WriteCountDown(SourceWriter writer, string count, string then)
    {
        using (writer.Block($"if ({Known.Interlocked}.Decrement(ref {count}) == 0)"))
        {
            writer.Line(then);
        }

        writer.Line();
    }
}
