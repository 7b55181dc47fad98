using Sluice.Compiler.Model;
using Sluice.Compiler.Plan;

namespace Sluice.Generators.Emit;

/// <summary>Writes how the stages of a concurrent run start, how they end, and what ends with them.</summary>
internal static class ConcurrentStages
{
    /// <summary>Writes the methods.</summary>
    public static void Write(SourceWriter writer, EntryPointEmission emission)
    {
        if (emission.Plan.Stages.Any(planned => planned.MayBeSkipped))
        {
            writer.Line();
            writer.Line("// Decides whether a stage runs. Where it does not, it has settled.");
            new SegmentedMethod("bool", "Skips", ReadySet: null, Failure: null) { Default = "return false;" }.Write(
                writer,
                emission.Plan,
                place => WriteDecision(writer, emission, place)
            );
        }

        writer.Line();
        writer.Line("// True where the stage has ended.");
        new SegmentedMethod("bool", "Start", ReadySet: null, Failure: Fail(emission, "stage")).Write(
            writer,
            emission.Plan,
            place => WriteStart(writer, emission, place)
        );
        writer.Line();
        writer.Line(
            "// Adds what waited for nothing but a stage that has settled, and ends the run with the last one."
        );
        new SegmentedMethod("void", "Release", ConcurrentRunClass.ReadySetType(emission.Plan), Failure: null).Write(
            writer,
            emission.Plan,
            place => WriteRelease(writer, emission, place)
        );
        if (Enumerable.Range(0, emission.Plan.Stages.Count).Any(place => NeedsResume(emission, place)))
        {
            writer.Line();
            writer.Line("// Takes the result of a stage that was under way.");
            new SegmentedMethod("void", "TakeResult", ReadySet: null, Failure: null).Write(
                writer,
                emission.Plan,
                place => WriteTakeResult(writer, emission, place)
            );
        }

        MergeReadiness.WriteMethods(writer, emission);
        if (ConcurrentGuards.Fail(emission) is not null)
        {
            ConcurrentGuards.WriteFail(writer, emission);
        }

        if (emission.IsObserved)
        {
            WriteFailObserved(writer, emission);
        }

        if (emission.Plan.Stages.Any(planned => planned.KeepsFailure))
        {
            WriteKeep(writer, emission);
        }

        for (var place = 0; place < emission.Plan.Stages.Count; place++)
        {
            if (emission.IsOffloaded(place))
            {
                WriteOffloaded(writer, emission, place);
            }

            if (emission.IsAwaited(place))
            {
                WriteEnded(writer, emission, place);
            }
        }
    }

    /// <summary>
    /// Whether the end of an awaited stage is more than to take its result and to see whether one other stage is ready.
    /// </summary>
    public static bool NeedsResume(EntryPointEmission emission, int place) =>
        emission.IsAwaited(place)
        && (
            GuardStatements.Repeats(emission, place)
            || emission.Plan.Stages[place].Releases.Count != 1
            || HandedOverStream.WaitsFor(emission, place)
            || MergeReadiness.WaitingFor(emission.Plan, place).Any()
        );

    /// <summary>The statement that says that a stage failed.</summary>
    public static string Fail(EntryPointEmission emission, string stage) =>
        ConcurrentGuards.Fail(emission) is { } fail ? $"{fail}({stage}, exception);" : FailUnguarded(emission, stage);

    /// <summary>The same for a stage that has nothing run again.</summary>
    public static string FailUnguarded(EntryPointEmission emission, string stage, string exception = "exception") =>
        emission.Plan.Stages.Any(planned => planned.KeepsFailure) ? $"Keep({stage}, {exception});"
        : emission.IsObserved ? $"FailObserved({stage}, {exception});"
        : $"Fail({stage}, {exception});";

    /// <summary>The statement that resumes the run when the stage has ended.</summary>
    public static string Await(EntryPointEmission emission, int place)
    {
        var ended = emission.FieldAt(place, NameForm.Ended);
        return $"{emission.FieldAt(place, NameForm.Awaiter)}.UnsafeOnCompleted({ended} ??= {emission.MemberAt(place, NameForm.EndMethod)});";
    }

    private static void WriteDecision(SourceWriter writer, EntryPointEmission emission, int place)
    {
        if (!emission.Plan.Stages[place].MayBeSkipped)
        {
            return;
        }

        writer.Line($"case {place}: // {CommentText.Of(emission.StageAt(place).Name)}");
        using (writer.Indent())
        {
            var isSkipped = new StageStatements(writer, emission, emission.Fields).Decide(place);
            writer.Line($"return {isSkipped};");
        }
    }

    private static void WriteStart(SourceWriter writer, EntryPointEmission emission, int place)
    {
        var stage = emission.StageAt(place);
        writer.Line($"case {place}: // {CommentText.Of(stage.Name)}");
        using (writer.Indent())
        {
            if (emission.IsOffloaded(place))
            {
                var start = emission.FieldAt(place, NameForm.Start);
                writer.Line(
                    $"Offload({start} ??= new {Known.Services}.OffloadedStage({emission.MemberAt(place, NameForm.StartMethod)}));"
                );
                writer.Line("return false;");
            }
            else
            {
                WriteCall(writer, emission, place);
            }
        }
    }

    // The call, up to "return true" where the stage has ended and "return false" where it is under way.
    private static void WriteCall(SourceWriter writer, EntryPointEmission emission, int place)
    {
        var statements = new StageStatements(writer, emission, emission.Fields);
        if (!emission.IsAwaited(place))
        {
            statements.Call(place);
            writer.Line("return true;");
            return;
        }

        var awaiter = emission.FieldAt(place, NameForm.Awaiter);
        statements.Start(place, awaiter, ".ConfigureAwait(false).GetAwaiter()");
        using (writer.Block($"if ({awaiter}.IsCompleted)"))
        {
            WriteResult(writer, emission, place);
            writer.Line("return true;");
        }

        writer.Line();
        writer.Line(Await(emission, place));
        writer.Line("return false;");
    }

    // What the stage's task calls when it is done.
    private static void WriteEnded(SourceWriter writer, EntryPointEmission emission, int place)
    {
        var name = emission.MemberAt(place, NameForm.EndMethod);
        writer.Line();
        if (NeedsResume(emission, place))
        {
            writer.Line($"private void {name}() => Resume({place}, {emission.FieldAt(place, NameForm.Ended)}!);");
            return;
        }

        using (writer.Block($"private void {name}()"))
        {
            if (emission.IsObserved)
            {
                writer.Line("// Who has completed the stage keeps its execution context, whatever observers do to it.");
                writer.Line($"{writer.Var(Known.ExecutionContext + "?")} previous = _events.KeepContext();");
            }

            using (writer.Block("try"))
            {
                WriteResult(writer, emission, place);
            }

            using (writer.Block($"catch ({Known.Exception} exception)"))
            {
                writer.Line(Fail(emission, place.ToString(CultureInfo.InvariantCulture)));
            }

            writer.Line();
            if (emission.IsObserved)
            {
                writer.Line("_events.RestoreContext(previous);");
            }

            WriteReleaseOne(writer, emission, emission.Plan.Stages[place].Releases[0], "StartReady");
        }
    }

    private static void WriteReleaseOne(SourceWriter writer, EntryPointEmission emission, int successor, string start)
    {
        var ready = StageStatements.ReadyStatement(emission, emission.Fields, successor);
        var then = $"{(emission.IsObserved ? ready + "\n" : "")}{start}({successor});";
        if (emission.Plan.Stages[successor].IsJoin)
        {
            WriteCountDown(writer, emission.FieldAt(successor, NameForm.Waiting), then);
        }
        else
        {
            writer.Line(then);
        }
    }

    private static void WriteTakeResult(SourceWriter writer, EntryPointEmission emission, int place)
    {
        if (!NeedsResume(emission, place))
        {
            return;
        }

        writer.Line($"case {place}: // {CommentText.Of(emission.StageAt(place).Name)}");
        using (writer.Indent())
        {
            WriteResult(writer, emission, place);
            writer.Line("break;");
        }
    }

    private static void WriteRelease(SourceWriter writer, EntryPointEmission emission, int place)
    {
        var stage = emission.Plan.Stages[place];
        writer.Line($"case {place}: // {CommentText.Of(emission.StageAt(place).Name)}");
        using (writer.Indent())
        {
            if (GuardStatements.Repeats(emission, place))
            {
                ConcurrentGuards.WriteRepetition(writer, emission, place);
            }

            // Merges come first: to know of them, what other sources left is read, and only until the stage has released what waits for
            // it in any case, or has counted as an end, is it sure that the run object still serves this run.
            foreach (var (successor, merge, bit) in MergeReadiness.WaitingFor(emission.Plan, place))
            {
                using (writer.Block($"if ({MergeReadiness.IsKnownWith(emission, successor, merge, bit)})"))
                {
                    WriteReleaseOne(writer, emission, successor, "ready.Add");
                }

                writer.Line();
            }

            if (HandedOverStream.WaitsFor(emission, place))
            {
                HandedOverStream.WriteRelease(writer, emission, WriteCountDown);
            }

            foreach (var successor in stage.Releases)
            {
                WriteReleaseOne(writer, emission, successor, "ready.Add");
            }

            if (stage.IsEnd && emission.Plan.Ends > 1)
            {
                WriteCountDown(writer, "_openEnds", "Finish();");
            }
            else if (stage.IsEnd)
            {
                writer.Line("Finish();");
            }

            writer.Line("break;");
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

    private static void WriteOffloaded(SourceWriter writer, EntryPointEmission emission, int place)
    {
        var call = emission.MemberAt(place, NameForm.CallMethod);
        writer.Line();
        using (writer.Block($"private void {emission.MemberAt(place, NameForm.StartMethod)}()"))
        {
            using (
                writer.Block(
                    $"if (!TryEnter({emission.FieldAt(place, NameForm.Start)}!.Start, out {writer.Var(Known.ExecutionContext + "?")} previous))"
                )
            )
            {
                writer.Line("return;");
            }

            writer.Line();
            writer.Line(ConcurrentRunClass.EmptyReadySet(writer, emission.Plan));
            using (writer.Block($"if (!MayStart({place}) || {call}())"))
            {
                writer.Line($"Release({place}, ref ready);");
                writer.Line("Drain(ref ready);");
            }

            writer.Line();
            writer.Line("Leave(previous);");
        }

        writer.Line();
        writer.Line("// True where the stage has ended.");
        using (writer.Block($"private bool {call}()"))
        {
            using (writer.Block("try"))
            {
                WriteCall(writer, emission, place);
            }

            SegmentedMethod.WriteFailure(writer, Fail(emission, place.ToString(CultureInfo.InvariantCulture)));
        }
    }

    private static string FailOnly(EntryPointEmission emission) =>
        emission.IsObserved ? "FailObserved(stage, exception);" : "Fail(stage, exception);";

    private static void WriteFailObserved(SourceWriter writer, EntryPointEmission emission)
    {
        writer.Line();
        using (writer.Block($"private void FailObserved(int stage, {Known.Exception} exception)"))
        {
            if (emission.CancellingToken(emission.Fields) is not null)
            {
                writer.Line($"exception = {Known.Services}.FailedRun.Cause(exception, CancellingToken);");
            }

            writer.Line($"{writer.Var("bool")} isCancellation = IsCancellation(exception);");
            writer.Line($"{writer.Var("bool")} endsRun = TryEndWith(exception, isCancellation);");
            writer.Line($"_events.Failed({emission.ReportName}.IndexOf(stage), exception, isCancellation, endsRun);");
            writer.Line("Fail(stage, exception);");
        }
    }

    // A failure that the run goes on after is kept where those who take the stage's output find it.
    private static void WriteKeep(SourceWriter writer, EntryPointEmission emission)
    {
        var statements = new StageStatements(writer, emission, emission.Fields);
        writer.Line();
        using (writer.Block($"private void Keep(int stage, {Known.Exception} exception)"))
        {
            using (writer.Block("if (IsCancellation(exception))"))
            {
                writer.Line(FailOnly(emission));
                writer.Line("return;");
            }

            writer.Line();
            using (writer.Block("switch (stage)"))
            {
                for (var place = 0; place < emission.Plan.Stages.Count; place++)
                {
                    if (emission.Plan.Stages[place].KeepsFailure)
                    {
                        writer.Line($"case {place}: // {CommentText.Of(emission.StageAt(place).Name)}");
                        using (writer.Indent())
                        {
                            statements.Keep(
                                place,
                                "exception",
                                "FailLater(exception);",
                                "TryEndWith(exception, isCancellation: false)"
                            );
                            writer.Line("break;");
                        }
                    }
                }

                writer.Line("default:");
                using (writer.Indent())
                {
                    writer.Line(FailOnly(emission));
                    writer.Line("break;");
                }
            }
        }
    }

    private static void WriteResult(SourceWriter writer, EntryPointEmission emission, int place) =>
        new StageStatements(writer, emission, emission.Fields).Take(
            place,
            $"{emission.FieldAt(place, NameForm.Awaiter)}.GetResult()"
        );
}
