using Microsoft.CodeAnalysis.CSharp;
using Sluice.Compiler.Lower;

namespace Sluice.Generators.Emit;

/// <summary>Prints the statements of guards: the check whether they pass, and the next round of the stages that they repeat.</summary>
/// <param name="writer">The writer.</param>
/// <param name="emission">The entry point.</param>
/// <param name="frame">The frame that has the values.</param>
internal sealed class GuardStatements(SourceWriter writer, EntryPointEmission emission, Frame frame)
{
    /// <summary>The expression of the exception with which a run fails if a guard without rounds throws.</summary>
    public static string Refusal(LoweredStage guard, string exception) =>
        $"{Known.Services}.GuardFailure.Of({Literal(guard.Name)}, {exception})";

    /// <summary>Turns the exception of a guard without rounds into that refusal. Other stages keep theirs.</summary>
    public static void WriteRefusal(SourceWriter writer, LoweredStage stage, string exception)
    {
        if (stage.Refuses)
        {
            writer.Line($"{exception} = {Refusal(stage, exception)};");
        }
    }

    /// <summary>
    /// Prints the check whether a guard has returned <see langword="true"/>. Otherwise it fails, or asks for a further round without an
    /// exception.
    /// </summary>
    /// <param name="guard">The guard.</param>
    /// <param name="follow">Prints the steps of a guard that has passed, or <see langword="null"/> if there are none.</param>
    public void CheckPassed(LoweredStage guard, Action? follow)
    {
        var isThere = guard.Call.MayReturnReason ? $"{frame.Skipped(guard.Place)} is null && " : "";
        using (writer.Block($"if ({isThere}!{frame.Value(guard.Place)})"))
        {
            writer.Line(
                guard.Rounds is null ? $"throw {Known.Services}.GuardFailure.Refusal({Literal(guard.Name)});"
                : emission.Shape.IsConcurrent ? $"{ConcurrentGuards.Method(emission)}({guard.Place}, null);"
                : $"{Attempts(guard.Place)}.Refuse();"
            );
        }

        if (guard.Rounds is null)
        {
            writer.Line();
            follow?.Invoke();
            return;
        }

        if (follow is not null)
        {
            using (writer.Block("else"))
            {
                follow();
            }
        }

        writer.Line();
    }

    /// <summary>Starts the time of the guards that retry a stage.</summary>
    public void BeginTime(LoweredStage stage)
    {
        foreach (var guard in stage.BeginsTimeOf)
        {
            writer.Line($"{Attempts(guard)}.Begin({frame.Scope});");
        }
    }

    /// <summary>The expression of the exception with which a guard fails, or null if there is a further round.</summary>
    /// <param name="guard">The guard.</param>
    /// <param name="isOver">The expression that tells whether the run is over, or <see langword="null"/> if it never is.</param>
    public string Failure(LoweredStage guard, string? isOver)
    {
        var retried = emission.At(guard.Rounds!.Retried);
        var produced = retried.IsEffect ? "true" : frame.Value(retried.Place);
        var settings = $"{emission.ReportName}.{SettingsName(emission, guard)}";
        var over = isOver is null ? "" : $", {isOver}";
        return $"{Attempts(guard.Place)}.Failure({settings}, {frame.Scope}, {produced}{over})";
    }

    /// <summary>Resets the attempts of guards within the rounds of another guard.</summary>
    public void Prepare(LoweredStage guard)
    {
        foreach (var nested in guard.Rounds!.NestedGuards)
        {
            writer.Line($"{Attempts(nested)} = default;");
        }

        new LoopStatements(writer, emission, frame).Restart(guard.Rounds.NestedLoops);
    }

    /// <summary>Prints the settings of the guards into the class that describes the stages.</summary>
    public static void WriteSettings(SourceWriter writer, EntryPointEmission emission)
    {
        foreach (var stage in emission.Stages)
        {
            if (stage is { Rounds: { } rounds, Declaration.Guard: { } guard })
            {
                var indexes = rounds.Repeated.Select(place => emission.At(place).Report);
                writer.Line();
                writer.Line(
                    $"internal static readonly {Known.Services}.GuardSettings {SettingsName(emission, stage)} = new("
                        + $"{Literal(stage.Name)}, {stage.Report}, new int[] {{ {string.Join(", ", indexes)} }}, "
                        + $"{guard.Attempts}, global::System.TimeSpan.FromTicks({guard.Timeout}L), {(rounds.NeedsProgress ? "true" : "false")});"
                );
            }
        }
    }

    private static string SettingsName(EntryPointEmission emission, LoweredStage guard) =>
        emission.Member(guard.Place, NameForm.Guard);

    private string Attempts(Place guard) => frame.Slot(guard, SlotKind.Attempts);

    private static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
