using Sluice.Compiler.Lower;

namespace Sluice.Generators.Emit;

/// <summary>
/// Writes how a concurrent run detects that the source of a merge is known. That is the first source with a value, as soon as all
/// sources before it have settled without one.
/// </summary>
/// <remarks>
/// Each source sets its bit in one atomic step when it settles. The bits before and after that step differ only by this bit. Therefore,
/// exactly one source finds that the merge was unknown before its step and is known after it.
/// </remarks>
internal static class MergeReadiness
{
    /// <summary>The condition that the merge has become known because a source has settled.</summary>
    public static string IsKnownWith(EntryPointEmission emission, ReleaseMerge release) =>
        $"{emission.Member(release.Stage, NameForm.SettleMethod, release.Number)}({release.Bit})";

    /// <summary>Prints the fields.</summary>
    public static void WriteFields(SourceWriter writer, EntryPointEmission emission)
    {
        foreach (var (stage, merge) in Merges(emission))
        {
            writer.Line($"private int {Field(emission, stage, merge)};");
        }
    }

    /// <summary>Prints the statements that begin a run: only inputs have settled.</summary>
    public static void WriteOpening(SourceWriter writer, EntryPointEmission emission)
    {
        foreach (var (stage, merge) in Merges(emission))
        {
            writer.Line($"{Field(emission, stage, merge)} = {merge.SettledAtStart};");
        }
    }

    /// <summary>Prints the methods.</summary>
    public static void WriteMethods(SourceWriter writer, EntryPointEmission emission)
    {
        foreach (var (stage, merge) in Merges(emission))
        {
            var settle = emission.Member(stage.Place, NameForm.SettleMethod, merge.Number);
            var isKnown = emission.Member(stage.Place, NameForm.IsKnownMethod, merge.Number);
            writer.Line();
            writer.Line(
                $"// Whether a source that settles is the one with which {CommentText.Of(stage.Name)} knows what it takes."
            );
            using (writer.Block($"private bool {settle}(int source)"))
            {
                writer.Line(
                    $"{writer.Var("int")} before = {Known.Interlocked}.Or(ref {Field(emission, stage, merge)}, source);"
                );
                writer.Line($"return !{isKnown}(before) && {isKnown}(before | source);");
            }

            writer.Line();
            writer.Line($"private bool {isKnown}(int settled) => {IsKnown(emission, merge)};");
        }
    }

    private static string IsKnown(EntryPointEmission emission, MergeCounter merge)
    {
        var values = new TakenValues(emission, emission.Fields);
        var isKnown = string.Empty;
        for (var index = merge.Sources.Count - 1; index >= 0; index--)
        {
            var hasSettled = $"(settled & {1 << index}) != 0";
            var skipped = values.Skipped(merge.Sources[index]);
            isKnown =
                isKnown.Length == 0 || skipped is null
                    ? hasSettled
                    : $"{hasSettled} && ({skipped} is null || ({isKnown}))";
        }

        return isKnown;
    }

    private static IEnumerable<(LoweredStage Stage, MergeCounter Merge)> Merges(EntryPointEmission emission) =>
        emission.Stages.SelectMany(stage => stage.Merges.Select(merge => (stage, merge)));

    private static string Field(EntryPointEmission emission, LoweredStage stage, MergeCounter merge) =>
        emission.Field(stage.Place, SlotKind.Merge, merge.Number);
}
