using Sluice.Compiler.Model;

namespace Sluice.Generators.Emit;

/// <summary>Writes the steps of a segment of a sequential run.</summary>
/// <remarks>
/// A step is numbered by the place of the stage that has ended when it begins, or by that place beyond the number of stages where
/// the stage is about to start on the thread pool.
/// </remarks>
internal sealed class SequentialSteps(SourceWriter writer, EntryPointEmission emission, IReadOnlyList<int> places)
{
    /// <summary>The step at which a segment begins.</summary>
    public const int Start = -1;

    private readonly StageStatements _statements = new(writer, emission, emission.Fields);
    private bool _isInStep;

    /// <summary>Writes the body of the segment's method.</summary>
    public void Write()
    {
        using (writer.Block("switch (_step)"))
        {
            if (emission.Plan.StartsSuspended)
            {
                writer.Line($"case {Start}:");
                _isInStep = true;
            }

            foreach (var place in places)
            {
                var starts = _isInStep;
                if (starts)
                {
                    using (writer.Indent())
                    {
                        WriteStart(place);
                    }
                }

                if (emission.IsAwaited(place))
                {
                    WriteEnd(place);
                }

                if (starts)
                {
                    WriteLabel(place);
                }
            }

            using (writer.Indent())
            {
                writer.Line("return true;");
            }

            writer.Line("default:");
            using (writer.Indent())
            {
                writer.Line("throw new global::System.Diagnostics.UnreachableException();");
            }
        }
    }

    private void WriteStart(int place)
    {
        _statements.Ready(place);
        if (_statements.Decide(place) is { } isSkipped)
        {
            using (writer.Block($"if ({isSkipped})"))
            {
                writer.Line($"goto {LabelOf(place)};");
            }

            writer.Line();
        }

        WriteCancellationCheck(place);
        if (emission.IsOffloaded(place))
        {
            var step = emission.Plan.Stages.Count + place;
            writer.Line($"_step = {step};");
            writer.Line("Offload();");
            writer.Line("return false;");
            writer.Line($"case {step}: // {CommentText.Of(emission.StageAt(place).Name)} starts on the thread pool.");
            WriteCancellationCheck(place);
        }

        writer.Line($"_at = {emission.IndexOf(place)};");
        if (!emission.IsAwaited(place))
        {
            WriteKeepingFailure(place, isLast: true, () => _statements.Call(place));
            return;
        }

        var awaiter = emission.FieldAt(place, NameForm.Awaiter);
        WriteKeepingFailure(
            place,
            isLast: false,
            () => _statements.Start(place, awaiter, ".ConfigureAwait(false).GetAwaiter()")
        );
        using (writer.Block($"if (!{awaiter}.IsCompleted)"))
        {
            writer.Line($"_step = {place};");
            writer.Line($"{awaiter}.UnsafeOnCompleted(Continuation);");
            writer.Line("return false;");
        }

        writer.Line();
        writer.Line($"goto case {place};");
    }

    private void WriteEnd(int place)
    {
        writer.Line($"case {place}: // {CommentText.Of(emission.StageAt(place).Name)} has ended.");
        _isInStep = true;
        using (writer.Indent())
        {
            WriteKeepingFailure(
                place,
                isLast: true,
                () => _statements.Take(place, $"{emission.FieldAt(place, NameForm.Awaiter)}.GetResult()")
            );
        }
    }

    private void WriteKeepingFailure(int place, bool isLast, Action write)
    {
        var keepsFailure = emission.Plan.Stages[place].KeepsFailure;
        if (!keepsFailure && !GuardStatements.Refuses(emission, place))
        {
            write();
            return;
        }

        using (writer.Block("try"))
        {
            write();
        }

        using (
            writer.Block(
                $"catch ({Known.Exception} exception) when (!{Known.Services}.FailedRun.IsCancellation(exception, CallerToken))"
            )
        )
        {
            if (!keepsFailure)
            {
                writer.Line($"throw {GuardStatements.Refusal(emission, place, "exception")};");
            }
            else
            {
                GuardStatements.WriteRefusal(writer, emission, place, "exception");
                _statements.Keep(place, "exception", "_failures.Add(exception);", "_failures.IsEmpty");
                if (!isLast)
                {
                    writer.Line($"goto {LabelOf(place)};");
                }
            }
        }

        writer.Line();
    }

    // What does not run, or fails as it starts, goes on behind its end.
    private void WriteLabel(int place)
    {
        var planned = emission.Plan.Stages[place];
        if (planned.MayBeSkipped || (planned.KeepsFailure && emission.IsAwaited(place)))
        {
            writer.Line($"{LabelOf(place)}:");
        }
    }

    private string LabelOf(int place) => emission.MemberAt(place, NameForm.Settled);

    private void WriteCancellationCheck(int place)
    {
        if (emission.HasToken)
        {
            OrderedStages.WriteCancellationCheck(writer, "CallerToken", "_at", emission.IndexOf(place));
        }
    }
}
