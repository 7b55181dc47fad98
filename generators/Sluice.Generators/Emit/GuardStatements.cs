using Microsoft.CodeAnalysis.CSharp;
using Sluice.Compiler.Bind;
using Sluice.Compiler.Model;

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

    /// <summary>Writes what a guard that returns a bool does with it.</summary>
    public void CheckPassed(int place)
    {
        var stage = emission.StageAt(place);
        if (stage.Guard is null || stage.IsEffect || emission.Model.Types[stage.OutputType].Identity != "bool")
        {
            return;
        }

        var check = $"{Known.Services}.GuardFailure.ThrowUnless({Literal(stage.Name)}, {frame.Value(place)});";
        if (emission.FormAt(place) == ValueForm.Plain)
        {
            writer.Line(check);
            return;
        }

        using (writer.Block($"if ({frame.Skipped(place)} is null)"))
        {
            writer.Line(check);
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
    /// <param name="exception">The expression of what it failed with.</param>
    /// <param name="isOver">The expression of whether the run is over, or <see langword="null"/> where it never is.</param>
    public string Failed(int guard, string exception, string? isOver)
    {
        var retried = emission.Plan.Stages[guard].Bound.GuardedRegion[0];
        var produced = emission.StageAt(retried).IsEffect ? "true" : frame.Value(retried);
        var measures = emission.StageAt(retried).IsEffect ? "false" : "true";
        var attempts = frame.Part(guard, NameForm.Attempts);
        var settings = $"{emission.ReportName}.{SettingsName(emission, guard)}";
        var failed =
            $"{attempts}.Failed({settings}, {frame.Scope}, {emission.IndexOf(guard)}, {exception}, {produced}, measuresProgress: {measures})";
        return isOver is null ? failed : $"({isOver} ? {attempts}.Ended({settings}, {exception}) : {failed})";
    }

    /// <summary>Writes what prepares the stages for another attempt.</summary>
    public void Prepare(int guard, string exception)
    {
        var region = emission.Plan.Stages[guard].Bound.GuardedRegion;
        foreach (var place in region)
        {
            if (place != guard)
            {
                writer.Line($"{frame.Scope}.Repeating({emission.IndexOf(place)}, {exception});");
            }

            if (emission.Plan.Stages[place].KeepsFailure)
            {
                writer.Line($"{frame.Failure(place)} = null;");
                writer.Line($"{frame.Skipped(place)} = null;");
            }

            if (place != guard && Repeats(emission, place))
            {
                writer.Line($"{frame.Part(place, NameForm.Attempts)} = default;");
            }
        }
    }

    /// <summary>The name of what a guard declares, in the class that describes the stages.</summary>
    public static string SettingsName(EntryPointEmission emission, int guard) =>
        emission.MemberAt(guard, NameForm.Guard);

    /// <summary>Writes what the guards declare, into the class that describes the stages.</summary>
    public static void WriteSettings(SourceWriter writer, EntryPointEmission emission)
    {
        foreach (var place in Guards(emission))
        {
            var guard = emission.StageAt(place).Guard!;
            writer.Line();
            writer.Line(
                $"internal static readonly {Known.Services}.GuardSettings {SettingsName(emission, place)} = new("
                    + $"{Literal(emission.StageAt(place).Name)}, {guard.Attempts}, global::System.TimeSpan.FromTicks({guard.Timeout}L), "
                    + $"{(guard.AllowsNoProgress ? "true" : "false")});"
            );
        }
    }

    private static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
