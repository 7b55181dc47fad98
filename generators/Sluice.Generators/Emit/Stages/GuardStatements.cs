using Microsoft.CodeAnalysis.CSharp;
using Sluice.Compiler.Bind;
using Sluice.Compiler.Model;
using Sluice.Compiler.Plan;

namespace Sluice.Generators.Emit;

/// <summary>Writes what guards do: whether they have passed, and what has stages run again where they have not.</summary>
/// <param name="writer">What it is written to.</param>
/// <param name="emission">The entry point.</param>
/// <param name="frame">Where the values are.</param>
internal sealed class GuardStatements(SourceWriter writer, EntryPointEmission emission, Frame frame)
{
    /// <summary>Whether the stage is a guard that has stages run again.</summary>
    public static bool Repeats(EntryPointEmission emission, int place) =>
        emission.Plan.Stages[place].Bound.GuardedRegion.Count > 0;

    /// <summary>Whether the stage is a guard that has nothing run again, so that what it throws ends the run.</summary>
    public static bool Refuses(EntryPointEmission emission, int place) =>
        emission.StageAt(place).Guard is not null && !Repeats(emission, place);

    /// <summary>The expression of what a run fails with for a guard that has nothing run again.</summary>
    public static string Refusal(EntryPointEmission emission, int place, string exception) =>
        $"{Known.Services}.GuardFailure.Of({Literal(emission.StageAt(place).Name)}, {exception})";

    /// <summary>Writes, of a guard that has nothing run again, what makes of its exception what a run fails with.</summary>
    public static void WriteRefusal(SourceWriter writer, EntryPointEmission emission, int place, string exception)
    {
        if (Refuses(emission, place))
        {
            writer.Line($"{exception} = {Refusal(emission, place, exception)};");
        }
    }

    /// <summary>The places of the guards that have stages run again.</summary>
    public static IEnumerable<int> Guards(EntryPointEmission emission) =>
        Enumerable.Range(0, emission.Plan.Stages.Count).Where(place => Repeats(emission, place));

    /// <summary>The type of what keeps a guard's attempts.</summary>
    public static string AttemptsType(EntryPointEmission emission, int guard)
    {
        var retried = emission.Plan.Stages[guard].Bound.GuardedRegion[0];
        var type = emission.StageAt(retried).IsEffect ? "bool" : emission.OutputAt(retried).Name;
        return $"{Known.Services}.GuardAttempts<{type}>";
    }

    /// <summary>
    /// Writes what follows where a stage has produced something. A guard that has returned <see langword="false"/> has not: it fails where
    /// that ends the run, and asks for a further round without an exception where stages run again.
    /// </summary>
    /// <param name="place">The stage's place.</param>
    /// <param name="follow">Writes what follows.</param>
    public void CheckPassed(int place, Action follow)
    {
        var stage = emission.StageAt(place);
        if (stage.Guard is null || stage.IsEffect || emission.Model.Types[stage.OutputType].Identity != "bool")
        {
            follow();
            return;
        }

        var isThere = emission.FormAt(place) == ValueForm.Plain ? "" : $"{frame.Skipped(place)} is null && ";
        var isRefused = $"if ({isThere}!{frame.Value(place)})";
        if (!Repeats(emission, place))
        {
            using (writer.Block(isRefused))
            {
                writer.Line($"throw {Known.Services}.GuardFailure.Refusal({Literal(stage.Name)});");
            }

            writer.Line();
            follow();
            return;
        }

        using (writer.Block(isRefused))
        {
            writer.Line(
                emission.Plan.Lowering == PlanLowering.Concurrent
                    ? $"{ConcurrentGuards.Fail(emission)}({place}, null);"
                    : $"{frame.Part(place, NameForm.Attempts)}.Refuse();"
            );
        }

        if (emission.IsObserved || stage.Compensation is not null)
        {
            using (writer.Block("else"))
            {
                follow();
            }
        }

        writer.Line();
    }

    /// <summary>Writes what notes the start of a stage that a guard with a limit of time retries.</summary>
    public void Begin(int place)
    {
        foreach (var guard in Guards(emission))
        {
            if (
                emission.Plan.Stages[guard].Bound.GuardedRegion[0] == place
                && emission.StageAt(guard).Guard!.Timeout > 0
            )
            {
                writer.Line($"{frame.Part(guard, NameForm.Attempts)}.Begin({frame.Scope});");
            }
        }
    }

    /// <summary>The expression of what a guard fails with that has not passed, or null where stages run again.</summary>
    /// <param name="guard">The guard's place.</param>
    /// <param name="isOver">The expression of whether the run is over, or <see langword="null"/> where it never is.</param>
    public string Failure(int guard, string? isOver)
    {
        var retried = emission.Plan.Stages[guard].Bound.GuardedRegion[0];
        var produced = emission.StageAt(retried).IsEffect ? "true" : frame.Value(retried);
        var settings = $"{emission.ReportName}.{SettingsName(emission, guard)}";
        var over = isOver is null ? "" : $", {isOver}";
        return $"{frame.Part(guard, NameForm.Attempts)}.Failure({settings}, {frame.Scope}, {produced}{over})";
    }

    /// <summary>Writes what lets guards within the stages that run again count anew.</summary>
    public void Prepare(int guard)
    {
        foreach (var place in emission.Plan.Stages[guard].Bound.GuardedRegion)
        {
            if (place != guard && Repeats(emission, place))
            {
                writer.Line($"{frame.Part(place, NameForm.Attempts)} = default;");
            }
        }
    }

    /// <summary>
    /// Writes, where a stage settles that a guard may have run again, that it has not failed this time. Until then the failure of the round
    /// before stays: the run may end before it comes to the stage.
    /// </summary>
    public void ForgetFailure(int place)
    {
        if (IsInRounds(emission, place))
        {
            writer.Line($"{frame.Failure(place)} = null;");
        }
    }

    /// <summary>Whether a guard may have the stage run again, and the run goes on after its failure.</summary>
    public static bool IsInRounds(EntryPointEmission emission, int place) =>
        emission.Plan.Stages[place].KeepsFailure && emission.Plan.GuardsOf(place).Any();

    /// <summary>The name of what a guard declares, in the class that describes the stages.</summary>
    public static string SettingsName(EntryPointEmission emission, int guard) =>
        emission.MemberAt(guard, NameForm.Guard);

    /// <summary>Writes what the guards declare, into the class that describes the stages.</summary>
    public static void WriteSettings(SourceWriter writer, EntryPointEmission emission)
    {
        foreach (var place in Guards(emission))
        {
            var guard = emission.StageAt(place).Guard!;
            var region = emission.Plan.Stages[place].Bound.GuardedRegion;
            var indexes = region.Where(other => other != place).Select(emission.IndexOf);
            var needsProgress = !guard.AllowsNoProgress && !emission.StageAt(region[0]).IsEffect;
            writer.Line();
            writer.Line(
                $"internal static readonly {Known.Services}.GuardSettings {SettingsName(emission, place)} = new("
                    + $"{Literal(emission.StageAt(place).Name)}, {emission.IndexOf(place)}, new int[] {{ {string.Join(", ", indexes)} }}, "
                    + $"{guard.Attempts}, global::System.TimeSpan.FromTicks({guard.Timeout}L), {(needsProgress ? "true" : "false")});"
            );
        }
    }

    private static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
