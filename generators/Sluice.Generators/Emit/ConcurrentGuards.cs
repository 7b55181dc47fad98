namespace Sluice.Generators.Emit;

/// <summary>Writes how guards of a concurrent run have stages run again: their joins are counted down anew.</summary>
internal static class ConcurrentGuards
{
    /// <summary>Writes what has stages run again where a guard fails: what it releases is the first of them then.</summary>
    public static void WriteFailUnlessRepeated(SourceWriter writer, EntryPointEmission emission)
    {
        var statements = new GuardStatements(writer, emission, emission.Fields);
        writer.Line();
        using (writer.Block($"private void FailUnlessRepeated(int stage, {Known.Exception} exception)"))
        {
            // A run that goes on after failures goes on with its guards, too.
            var hasFailed = emission.Plan.ContinuesOnFailure ? "" : "!HasFailed && ";
            using (writer.Block($"if ({hasFailed}!CallerToken.IsCancellationRequested && !IsCancellation(exception))"))
            {
                using (writer.Block("switch (stage)"))
                {
                    foreach (var guard in GuardStatements.Guards(emission))
                    {
                        writer.Line($"case {guard}: // {CommentText.Of(emission.StageAt(guard).Name)}");
                        using (writer.Indent())
                        {
                            using (
                                writer.Block($"if ({statements.Failed(guard, "exception")} is {{ }} failure{guard})")
                            )
                            {
                                writer.Line($"exception = failure{guard};");
                                writer.Line("break;");
                            }

                            writer.Line();
                            statements.Prepare(guard, "exception");
                            writer.Line($"{emission.FieldAt(guard, NameForm.Repeats)} = true;");
                            writer.Line("return;");
                        }
                    }
                }
            }

            writer.Line();
            writer.Line(ConcurrentStages.FailUnguarded(emission, "stage"));
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
