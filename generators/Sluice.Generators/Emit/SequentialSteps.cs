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
                using (writer.Indent())
                {
                    if (_isInStep)
                    {
                        WriteStart(place);
                    }
                }

                if (emission.StageAt(place).Return != ReturnShape.Synchronous)
                {
                    WriteEnd(place);
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
        var stage = emission.StageAt(place);
        WriteCancellationCheck();
        if (stage.IsOffloaded)
        {
            var step = emission.Plan.Stages.Count + place;
            writer.Line($"_step = {step};");
            writer.Line("Offload();");
            writer.Line("return false;");
            writer.Line($"case {step}: // {CommentText.Of(stage.Name)} starts on the thread pool.");
            WriteCancellationCheck();
        }

        if (stage.Return == ReturnShape.Synchronous)
        {
            var call = StageCall.Direct(emission, emission.Fields, place);
            writer.Line(stage.IsEffect ? $"{call};" : $"{emission.Fields.Value(place)} = {call};");
            return;
        }

        var awaiter = emission.FieldAt(place, "Awaiter");
        writer.Line(
            $"{awaiter} = {StageCall.AsValueTask(emission, emission.Fields, place)}.ConfigureAwait(false).GetAwaiter();"
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
        var stage = emission.StageAt(place);
        writer.Line($"case {place}: // {CommentText.Of(stage.Name)} has ended.");
        _isInStep = true;
        using (writer.Indent())
        {
            var result = $"{emission.FieldAt(place, "Awaiter")}.GetResult();";
            writer.Line(stage.IsEffect ? result : $"{emission.Fields.Value(place)} = {result}");
        }
    }

    private void WriteCancellationCheck()
    {
        if (emission.HasToken)
        {
            writer.Line("CallerToken.ThrowIfCancellationRequested();");
        }
    }
}
