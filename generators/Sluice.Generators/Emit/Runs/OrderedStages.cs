using Sluice.Compiler.Model;

namespace Sluice.Generators.Emit;

/// <summary>
/// Writes stages one after the other, in the order in which they start where each completes at once: on the caller's stack, or in
/// a segment of a straight line.
/// </summary>
/// <param name="writer">What it is written to.</param>
/// <param name="emission">The entry point.</param>
/// <param name="frame">Where the values are.</param>
/// <param name="at">The expression of the index of the stage that started last, or the complement of one that is about to.</param>
/// <param name="failures">The expression of the failures that the run goes on after.</param>
internal sealed class OrderedStages(
    SourceWriter writer,
    EntryPointEmission emission,
    Frame frame,
    string at,
    string failures
)
{
    private readonly StageStatements _statements = new(writer, emission, frame);

    /// <summary>Writes a stage.</summary>
    public void Write(int place)
    {
        foreach (var guard in GuardStatements.Guards(emission))
        {
            if (First(guard) == place)
            {
                writer.Line($"{Label(guard)}:");
            }
        }

        _statements.Ready(place);
        if (_statements.Decide(place) is null)
        {
            WriteKeepingFailure(place);
            return;
        }

        using (writer.Block($"if ({frame.Skipped(place)} is null)"))
        {
            WriteKeepingFailure(place);
        }

        writer.Line();
    }

    private void WriteKeepingFailure(int place)
    {
        if (GuardStatements.Repeats(emission, place))
        {
            WriteGuard(place);
            return;
        }

        var keepsFailure = emission.Plan.Stages[place].KeepsFailure;
        if (!keepsFailure && !GuardStatements.Refuses(emission, place))
        {
            WriteStage(place);
            return;
        }

        using (writer.Block("try"))
        {
            WriteStage(place);
        }

        var exception = emission.Names.Exception;
        using (writer.Block(Catch()))
        {
            if (keepsFailure)
            {
                GuardStatements.WriteRefusal(writer, emission, place, exception);
                _statements.Keep(place, exception, $"{failures}.Add({exception});", $"{failures}.IsEmpty");
            }
            else
            {
                writer.Line($"throw {GuardStatements.Refusal(emission, place, exception)};");
            }
        }

        writer.Line();
    }

    // What runs again follows one another, so that a guard goes back to the first of it.
    private void WriteGuard(int place)
    {
        var guard = new GuardStatements(writer, emission, frame);
        var attempts = frame.Part(place, NameForm.Attempts);
        using (writer.Block("try"))
        {
            WriteStage(place);
        }

        using (writer.Block(Catch()))
        {
            writer.Line($"{attempts}.Refuse({emission.Names.Exception});");
        }

        // A caller that has cancelled wants no further round.
        var isOver = emission.HasToken ? $"{frame.Token}.IsCancellationRequested" : null;
        writer.Line();
        using (writer.Block($"if ({attempts}.HasRefused)"))
        {
            using (writer.Block($"if ({guard.Failure(place, isOver)} is {{ }} {emission.Names.Thrown})"))
            {
                if (emission.Plan.Stages[place].KeepsFailure)
                {
                    _statements.Keep(
                        place,
                        emission.Names.Thrown,
                        $"{failures}.Add({emission.Names.Thrown});",
                        $"{failures}.IsEmpty"
                    );
                }
                else
                {
                    writer.Line($"throw {emission.Names.Thrown};");
                }
            }

            using (writer.Block("else"))
            {
                guard.Prepare(place);
                writer.Line($"goto {Label(place)};");
            }
        }

        writer.Line();
    }

    private string Catch() =>
        $"catch ({Known.Exception} {emission.Names.Exception}) when (!{Known.Services}.FailedRun.IsCancellation({emission.Names.Exception}, {frame.Token}))";

    private int First(int guard) =>
        emission.Plan.Schedule.First(place => emission.Plan.Stages[guard].Bound.GuardedRegion.Contains(place));

    private string Label(int guard) => emission.MemberAt(guard, NameForm.Again);

    private void WriteStage(int place)
    {
        var index = emission.IndexOf(place);
        if (emission.HasToken)
        {
            WriteCancellationCheck(writer, frame.Token, at, index);
        }

        writer.Line($"{at} = {index};");
        if (emission.IsAwaited(place))
        {
            WriteAwaited(place);
        }
        else
        {
            _statements.Call(place);
        }
    }

    /// <summary>Writes what ends a run that is cancelled before a stage starts.</summary>
    public static void WriteCancellationCheck(SourceWriter writer, string token, string at, int index)
    {
        using (writer.Block($"if ({token}.IsCancellationRequested)"))
        {
            writer.Line($"{at} = ~{index};");
            writer.Line($"{token}.ThrowIfCancellationRequested();");
        }

        writer.Line();
    }

    private void WriteAwaited(int place)
    {
        var suspension = emission.Plan.Suspensions.Single(suspension => suspension.Place == place);
        var task = emission.LocalAt(place, NameForm.Task);
        _statements.Start(place, $"{writer.Var(Known.ValueTaskOf(emission.ReturnedAt(place)))} {task}");
        using (writer.Block($"if (!{task}.IsCompleted)"))
        {
            if (suspension == emission.Plan.Suspensions[0])
            {
                writer.Line(
                    "// It goes on elsewhere: what is known so far moves into a run object, which the last stage completes."
                );
            }

            writer.Line(
                $"{writer.Var(emission.TypeReference)} {emission.Names.Run} = {EntryPointBody.Rent(emission)};"
            );
            foreach (var part in suspension.Settled.SelectMany(settled => KeptParts.Of(emission, settled)))
            {
                writer.Line(
                    $"{emission.Names.Run}.{emission.Fields.Part(part.Place, part.Form)} = {frame.Part(part.Place, part.Form)};"
                );
            }

            if (emission.NeedsStarted(place))
            {
                writer.Line($"{emission.Names.Run}.{emission.Fields.Started(place)} = {frame.Started(place)};");
            }

            writer.Line(
                $"{emission.Names.Run}.{emission.FieldAt(place, NameForm.Awaiter)} = {task}.ConfigureAwait(false).GetAwaiter();"
            );
            writer.Line($"{emission.Names.Task} = {emission.Names.Run}.Suspend({place});");
            writer.Line($"goto {EntryPointBody.ReturnTaskLabel};");
        }

        writer.Line();
        _statements.Take(
            place,
            emission.StageAt(place).IsEffect ? $"{task}.GetAwaiter().GetResult()" : $"{task}.Result"
        );
    }
}
