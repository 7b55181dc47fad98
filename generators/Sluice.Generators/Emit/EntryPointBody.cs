using Sluice.Compiler.Model;
using Sluice.Compiler.Plan;

namespace Sluice.Generators.Emit;

/// <summary>Writes the body of an entry point: what runs on the caller's stack.</summary>
internal static class EntryPointBody
{
    /// <summary>Writes the method.</summary>
    public static void Write(SourceWriter writer, EntryPointEmission emission)
    {
        writer.Line();
        EntryPointDocumentation.Write(writer, emission);
        writer.Line(GeneratedCode.Attribute);
        writer.Line($"[{Known.Services}.GeneratedEntryPoint]");
        using (writer.Block(emission.EntryPoint.Signature))
        {
            writer.Line("// Whatever stages do to the execution context, the caller's stays as it was.");
            writer.Line($"var {emission.Names.CallerContext} = {Known.ExecutionContext}.Capture();");
            if (emission.EntryPoint.Return == ReturnShape.Synchronous)
            {
                WriteSynchronous(writer, emission);
            }
            else
            {
                WriteAsynchronous(writer, emission);
            }
        }
    }

    private static void WriteSynchronous(SourceWriter writer, EntryPointEmission emission)
    {
        using (writer.Block("try"))
        {
            WriteStages(writer, emission);
        }

        using (writer.Block("finally"))
        {
            writer.Line(RestoreContext(emission));
        }
    }

    // All in one method with one way out: a second method that returned the task would cost as much as several stages, and so would
    // a finally block. Nothing that stands outside of the try block throws.
    private static void WriteAsynchronous(SourceWriter writer, EntryPointEmission emission)
    {
        var result = emission.Names.Result;
        if (emission.Plan.StartsSuspended)
        {
            writer.Line($"var {result} = {Returned(emission, $"{Rent(emission)}.Begin()")};");
        }
        else
        {
            var isTask = emission.EntryPoint.Return == ReturnShape.Task;
            writer.Line($"{(isTask ? emission.TaskType : emission.ValueTaskType)} {result};");
            using (writer.Block("try"))
            {
                WriteStages(writer, emission);
            }

            using (writer.Block($"catch ({Known.Exception} {emission.Names.Exception})"))
            {
                writer.Line($"{result} = {Failed(emission)};");
            }

            if (emission.Plan.Suspensions.Count > 0)
            {
                writer.Line("Suspended:");
            }
        }

        writer.Line(RestoreContext(emission));
        writer.Line($"return {result};");
    }

    private static string RestoreContext(EntryPointEmission emission) =>
        $"{Known.Services}.CallerContext.Restore({emission.Names.CallerContext});";

    private static void WriteStages(SourceWriter writer, EntryPointEmission emission)
    {
        if (emission.Plan.NeedsRunId)
        {
            writer.Line($"var {emission.Names.RunId} = {Known.Services}.RunIdentifier.Create();");
        }

        if (emission.Plan.IsSegmented)
        {
            SegmentedValues.WriteUse(writer, emission);
            return;
        }

        foreach (var place in emission.Plan.Schedule)
        {
            WriteCancellationCheck(writer, emission);
            if (emission.Plan.Stages[place].IsAsynchronous)
            {
                WriteAsynchronousStage(writer, emission, place);
            }
            else
            {
                WriteSynchronousStage(writer, emission, place);
            }
        }

        WriteReturn(writer, emission, emission.Locals);
    }

    /// <summary>Writes the check that stands before every start.</summary>
    public static void WriteCancellationCheck(SourceWriter writer, EntryPointEmission emission)
    {
        if (emission.HasToken)
        {
            writer.Line($"{emission.Locals.Token}.ThrowIfCancellationRequested();");
        }
    }

    /// <summary>Writes the end of a run that completed on the caller's stack.</summary>
    public static void WriteReturn(SourceWriter writer, EntryPointEmission emission, Frame frame)
    {
        var output = emission.Output(frame);
        switch (emission.EntryPoint.Return)
        {
            case ReturnShape.Synchronous:
                if (emission.HasOutput)
                {
                    writer.Line($"return {output};");
                }

                break;
            case ReturnShape.Task:
                writer.Line(
                    emission.HasOutput
                        ? $"{emission.Names.Result} = {Known.Task}.FromResult<{emission.ResultType}>({output});"
                        : $"{emission.Names.Result} = {Known.Task}.CompletedTask;"
                );
                break;
            default:
                writer.Line(
                    emission.HasOutput
                        ? $"{emission.Names.Result} = new {emission.ValueTaskType}({output});"
                        : $"{emission.Names.Result} = default;"
                );
                break;
        }
    }

    private static void WriteSynchronousStage(SourceWriter writer, EntryPointEmission emission, int place)
    {
        var call = StageCall.Direct(emission, emission.Locals, place);
        writer.Line(emission.StageAt(place).IsEffect ? $"{call};" : $"var {emission.Locals.Value(place)} = {call};");
    }

    private static void WriteAsynchronousStage(SourceWriter writer, EntryPointEmission emission, int place)
    {
        var stage = emission.StageAt(place);
        var suspension = emission.Plan.Suspensions.Single(suspension => suspension.Place == place);
        var task = Identifiers.Camel(emission.NameAt(place)) + "Task";
        writer.Line($"var {task} = {StageCall.AsValueTask(emission, emission.Locals, place)};");
        using (writer.Block($"if (!{task}.IsCompleted)"))
        {
            if (suspension == emission.Plan.Suspensions[0])
            {
                writer.Line(
                    "// It goes on elsewhere: what is known so far moves into a run object, which the last stage completes."
                );
            }

            writer.Line($"var {emission.Names.Run} = {Rent(emission)};");
            foreach (var live in suspension.LiveValues)
            {
                writer.Line($"{emission.Names.Run}.{emission.Fields.Value(live)} = {emission.Locals.Value(live)};");
            }

            writer.Line(
                $"{emission.Names.Run}.{emission.FieldAt(place, "Awaiter")} = {task}.ConfigureAwait(false).GetAwaiter();"
            );
            writer.Line($"{emission.Names.Result} = {Returned(emission, $"{emission.Names.Run}.Suspend({place})")};");
            writer.Line("goto Suspended;");
        }

        writer.Line();
        writer.Line(
            stage.IsEffect
                ? $"{task}.GetAwaiter().GetResult();"
                : $"var {emission.Locals.Value(place)} = {task}.Result;"
        );
    }

    private static string Rent(EntryPointEmission emission)
    {
        var arguments = new List<string>();
        if (!emission.EntryPoint.IsStatic)
        {
            arguments.Add("this");
        }

        arguments.AddRange(Enumerable.Range(0, emission.EntryPoint.Inputs.Count).Select(emission.Locals.Input));
        if (emission.Plan.NeedsRunId)
        {
            arguments.Add(
                emission.Plan.StartsSuspended ? $"{Known.Services}.RunIdentifier.Create()" : emission.Locals.RunId
            );
        }

        arguments.Add(emission.Names.CallerContext);
        arguments.Add(emission.Locals.Token);
        return $"{emission.TypeName}.Rent({string.Join(", ", arguments)})";
    }

    private static string Returned(EntryPointEmission emission, string valueTask) =>
        emission.EntryPoint.Return == ReturnShape.Task ? $"{valueTask}.AsTask()" : valueTask;

    private static string Failed(EntryPointEmission emission)
    {
        var type = emission.HasOutput ? $"<{emission.ResultType}>" : "";
        var task = $"{Known.Services}.FailedRun.AsTask{type}({emission.Names.Exception}, {emission.Locals.Token})";
        return emission.EntryPoint.Return == ReturnShape.Task ? task : $"new {emission.ValueTaskType}({task})";
    }
}
