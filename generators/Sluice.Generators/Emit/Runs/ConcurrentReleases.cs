using Sluice.Compiler.Lower;

namespace Sluice.Generators.Emit;

/// <summary>Prints what the end of a stage makes possible in a concurrent run.</summary>
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

    /// <summary>Prints how the only stage that waits for another starts when that has ended.</summary>
    public void WriteOne(ReleaseStage release) => WriteStage(release.Stage, "StartReady");

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
                    WriteStage(merge.Stage, "ready.Add");
                }

                writer.Line();
                break;
            case ReleaseStream:
                HandedOverStream.WriteRelease(writer, emission, WriteCountDown);
                break;
            case ReleaseStage next:
                WriteStage(next.Stage, "ready.Add");
                break;
            case ReleaseEnd when emission.Shape.CountsEnds:
                WriteCountDown(writer, "_openEnds", "Finish();");
                break;
            default:
                writer.Line("Finish();");
                break;
        }
    }

    private void WriteStage(Place place, string start)
    {
        var stage = emission.At(place);
        var ready = emission.Run.IsObserved ? StepPrinter.Ready(emission.Fields, stage) + "\n" : "";
        var then = $"{ready}{start}({place});";
        if (stage.IsJoin)
        {
            WriteCountDown(writer, emission.Field(place, SlotKind.Waiting), then);
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
