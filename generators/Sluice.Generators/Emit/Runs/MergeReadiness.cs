using Sluice.Compiler.Bind;
using Sluice.Compiler.Plan;

namespace Sluice.Generators.Emit;

/// <summary>
/// Writes how a concurrent run finds out that a stage knows which source of a merge it takes: the first that has a value, as soon as
/// all before it have settled without one.
/// </summary>
/// <remarks>
/// Each source, as it settles, sets its bit in one atomic step. The bits that were set before and those that are set then differ by
/// that one, so that of all sources exactly one finds that the merge was not known before it and is known with it.
/// </remarks>
internal static class MergeReadiness
{
    /// <summary>The merges that wait for the stage at a place, with its bit in each.</summary>
    public static IEnumerable<(int Place, int Merge, int Bit)> WaitingFor(ExecutionPlan plan, int source)
    {
        for (var place = 0; place < plan.Stages.Count; place++)
        {
            for (var merge = 0; merge < plan.Stages[place].Merges.Count; merge++)
            {
                var sources = plan.Stages[place].Merges[merge].Sources;
                for (var index = 0; index < sources.Count; index++)
                {
                    if (sources[index] == source)
                    {
                        yield return (place, merge, 1 << index);
                    }
                }
            }
        }
    }

    /// <summary>The condition that the merge is known now that a source has settled, and was not before.</summary>
    public static string IsKnownWith(EntryPointEmission emission, int place, int merge, int bit) =>
        $"{emission.MemberAt(place, NameForm.SettleMethod, merge + 1)}({bit})";

    /// <summary>Writes the fields.</summary>
    public static void WriteFields(SourceWriter writer, EntryPointEmission emission) =>
        ForEach(emission, (place, merge) => writer.Line($"private int {Field(emission, place, merge)};"));

    /// <summary>Writes the statements that begin a run: only inputs have settled.</summary>
    public static void WriteOpening(SourceWriter writer, EntryPointEmission emission) =>
        ForEach(
            emission,
            (place, merge) =>
            {
                var sources = emission.Plan.Stages[place].Merges[merge].Sources;
                var settled = Enumerable
                    .Range(0, sources.Count)
                    .Where(index => sources[index] < 0)
                    .Aggregate(0, (bits, index) => bits | (1 << index));
                writer.Line($"{Field(emission, place, merge)} = {settled};");
            }
        );

    /// <summary>Writes the methods.</summary>
    public static void WriteMethods(SourceWriter writer, EntryPointEmission emission) =>
        ForEach(
            emission,
            (place, merge) =>
            {
                var settle = emission.MemberAt(place, NameForm.SettleMethod, merge + 1);
                var isKnown = emission.MemberAt(place, NameForm.IsKnownMethod, merge + 1);
                var stage = CommentText.Of(emission.StageAt(place).Name);
                writer.Line();
                writer.Line($"// Whether a source that settles is the one with which {stage} knows what it takes.");
                using (writer.Block($"private bool {settle}(int source)"))
                {
                    writer.Line(
                        $"{writer.Var("int")} before = {Known.Interlocked}.Or(ref {Field(emission, place, merge)}, source);"
                    );
                    writer.Line($"return !{isKnown}(before) && {isKnown}(before | source);");
                }

                writer.Line();
                writer.Line($"private bool {isKnown}(int settled) => {IsKnown(emission, place, merge)};");
            }
        );

    private static string IsKnown(EntryPointEmission emission, int place, int merge)
    {
        var values = new TakenValues(emission, emission.Fields);
        var binding = emission
            .Plan.Stages[place]
            .Arguments.Where(argument =>
                argument.Kind == BindingKind.Merge
                && argument
                    .Sources.Select(source => source.Kind == BindingKind.Stage ? source.Index : -1)
                    .SequenceEqual(emission.Plan.Stages[place].Merges[merge].Sources)
            )
            .First();
        var isKnown = string.Empty;
        for (var index = binding.Sources.Count - 1; index >= 0; index--)
        {
            var hasSettled = $"(settled & {1 << index}) != 0";
            var skipped = values.Skipped(binding.Sources[index]);
            isKnown =
                isKnown.Length == 0 || skipped is null
                    ? hasSettled
                    : $"{hasSettled} && ({skipped} is null || ({isKnown}))";
        }

        return isKnown;
    }

    private static void ForEach(EntryPointEmission emission, Action<int, int> write)
    {
        for (var place = 0; place < emission.Plan.Stages.Count; place++)
        {
            for (var merge = 0; merge < emission.Plan.Stages[place].Merges.Count; merge++)
            {
                write(place, merge);
            }
        }
    }

    private static string Field(EntryPointEmission emission, int place, int merge) =>
        emission.FieldAt(place, NameForm.Merge, merge + 1);
}
