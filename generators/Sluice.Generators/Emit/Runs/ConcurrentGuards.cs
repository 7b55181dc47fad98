namespace Sluice.Generators.Emit;

/// <summary>Writes how guards of a concurrent run have stages run again: their joins are counted down anew.</summary>
internal static class ConcurrentGuards
{
    /// <summary>The method that records the failure of a stage, or <see langword="null"/> if no stage is a guard.</summary>
    public static string? Fail(EntryPointEmission emission) =>
        emission.Plan.HasGuards ? "FailUnlessRepeated"
        : Enumerable.Range(0, emission.Plan.Stages.Count).Any(place => GuardStatements.Refuses(emission, place))
            ? "FailGuarded"
        : null;

    /// <summary>
    /// Writes that method. A guard that has stages run again releases the first of them instead of failing; without an exception it has
    /// returned <see langword="false"/>.
    /// </summary>
    public static void WriteFail(SourceWriter writer, EntryPointEmission emission)
    {
        writer.Line();
        var refuses = emission.Plan.HasGuards;
        using (
            writer.Block($"private void {Fail(emission)}(int stage, {Known.Exception}{(refuses ? "?" : "")} exception)")
        )
        {
            using (writer.Block($"if ({(refuses ? "exception is null || " : "")}!IsCancellation(exception))"))
            {
                if (emission.Plan.HasGuards)
                {
                    // A run that goes on after failures goes on with its guards, too.
                    var hasFailed = emission.Plan.ContinuesOnFailure ? "" : "HasFailed || ";
                    writer.Line($"{writer.Var("bool")} isOver = {hasFailed}CallerToken.IsCancellationRequested;");
                }

                using (writer.Block("switch (stage)"))
                {
                    for (var place = 0; place < emission.Plan.Stages.Count; place++)
                    {
                        WriteCase(writer, emission, place);
                    }
                }
            }

            writer.Line();
            writer.Line(ConcurrentStages.FailUnguarded(emission, "stage", refuses ? "exception!" : "exception"));
        }
    }

    private static void WriteCase(SourceWriter writer, EntryPointEmission emission, int place)
    {
        var repeats = GuardStatements.Repeats(emission, place);
        if (!repeats && !GuardStatements.Refuses(emission, place))
        {
            return;
        }

        writer.Line($"case {place}: // {CommentText.Of(emission.StageAt(place).Name)}");
        using (writer.Indent())
        {
            if (!repeats)
            {
                GuardStatements.WriteRefusal(writer, emission, place, "exception");
                writer.Line("break;");
                return;
            }

            var statements = new GuardStatements(writer, emission, emission.Fields);
            writer.Line($"{emission.FieldAt(place, NameForm.Attempts)}.Refuse(exception);");
            using (writer.Block($"if ({statements.Failure(place, "isOver")} is {{ }} failure{place})"))
            {
                writer.Line($"exception = failure{place};");
                writer.Line("break;");
            }

            writer.Line();
            statements.Prepare(place);
            writer.Line($"{emission.FieldAt(place, NameForm.Repeats)} = true;");
            writer.Line("return;");
        }
    }

    /// <summary>Writes how a guard that has not passed releases the first of the stages that run again.</summary>
    public static void WriteRepetition(SourceWriter writer, EntryPointEmission emission, int guard)
    {
        var region = emission.Plan.Stages[guard].Bound.GuardedRegion;
        using (writer.Block($"if ({emission.FieldAt(guard, NameForm.Repeats)})"))
        {
            writer.Line($"{emission.FieldAt(guard, NameForm.Repeats)} = false;");
            foreach (var place in region.Where(place => place != region[0] && emission.Plan.Stages[place].IsJoin))
            {
                // What else it waits for has settled: it comes before the guard too.
                var waiting = emission.Plan.Stages[place].WaitsFor.Count(region.Contains);
                writer.Line($"{emission.FieldAt(place, NameForm.Waiting)} = {waiting};");
            }

            if (emission.IsObserved)
            {
                writer.Line(StageStatements.ReadyStatement(emission, emission.Fields, region[0]));
            }

            writer.Line($"ready.Add({region[0]});");
            writer.Line("break;");
        }

        writer.Line();
    }
}
