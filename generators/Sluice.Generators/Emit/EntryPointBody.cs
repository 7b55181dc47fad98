using Sluice.Compiler.Model;
using Sluice.Compiler.Plan;

namespace Sluice.Generators.Emit;

/// <summary>Writes the body of an entry point: what runs on the caller's stack.</summary>
internal static class EntryPointBody
{
    private const string ReturnTaskLabel = "ReturnTask";

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
            else if (emission.Plan.StartsSuspended)
            {
                writer.Line($"var {emission.Names.Task} = {Returned(emission, $"{Rent(emission)}.Begin()")};");
                WriteReturnTask(writer, emission);
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
            WriteStages(writer, emission, output => writer.Line($"return {output};"));
        }

        using (writer.Block("finally"))
        {
            writer.Line(RestoreContext(emission));
        }
    }

    // The task is made outside the try block: inside it the JIT would put it together in memory, piece by piece, and read it back in
    // larger pieces, which costs more than all the rest.
    private static void WriteAsynchronous(SourceWriter writer, EntryPointEmission emission)
    {
        var names = emission.Names;
        writer.Line($"{emission.ReturnType} {names.Task};");
        if (emission.HasOutput)
        {
            writer.Line($"{emission.ResultType} {names.Result};");
        }

        using (writer.Block("try"))
        {
            WriteStages(writer, emission, output => writer.Line($"{names.Result} = {output};"));
        }

        using (writer.Block($"catch ({Known.Exception} {names.Exception})"))
        {
            writer.Line($"{names.Task} = {Failed(emission)};");
            writer.Line($"goto {ReturnTaskLabel};");
        }

        writer.Line();
        writer.Line(RestoreContext(emission));
        writer.Line($"return {Completed(emission)};");
        writer.Line();
        writer.Line($"{ReturnTaskLabel}:");
        WriteReturnTask(writer, emission);
    }

    private static void WriteReturnTask(SourceWriter writer, EntryPointEmission emission)
    {
        writer.Line(RestoreContext(emission));
        writer.Line($"return {emission.Names.Task};");
    }

    private static string RestoreContext(EntryPointEmission emission) =>
        $"{Known.Services}.CallerContext.Restore({emission.Names.CallerContext});";

    private static void WriteStages(SourceWriter writer, EntryPointEmission emission, Action<string> writeOutput)
    {
        if (emission.Plan.NeedsRunId)
        {
            writer.Line($"var {emission.Names.RunId} = {Known.Services}.RunIdentifier.Create();");
        }

        if (emission.Plan.IsSegmented)
        {
            var values = SegmentedValues.WriteUse(writer, emission);
            WriteOutput(emission, values, writeOutput);
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

        WriteOutput(emission, emission.Locals, writeOutput);
    }

    private static void WriteOutput(EntryPointEmission emission, Frame frame, Action<string> writeOutput)
    {
        if (emission.HasOutput)
        {
            writeOutput(emission.Output(frame));
        }
    }

    private static void WriteCancellationCheck(SourceWriter writer, EntryPointEmission emission)
    {
        if (emission.HasToken)
        {
            writer.Line($"{emission.Locals.Token}.ThrowIfCancellationRequested();");
        }
    }

    private static string Completed(EntryPointEmission emission) =>
        (emission.EntryPoint.Return, emission.HasOutput) switch
        {
            (ReturnShape.Task, true) => $"{Known.Task}.FromResult<{emission.ResultType}>({emission.Names.Result})",
            (ReturnShape.Task, false) => $"{Known.Task}.CompletedTask",
            (_, true) => $"new {emission.ValueTaskType}({emission.Names.Result})",
            _ => "default",
        };

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
            writer.Line($"{emission.Names.Task} = {Returned(emission, $"{emission.Names.Run}.Suspend({place})")};");
            writer.Line($"goto {ReturnTaskLabel};");
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
