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
            // An entry point leaves the caller's execution context as it was, whatever its stages did to it.
            writer.Line($"var callerContext = {Known.ExecutionContext}.Capture();");
            using (writer.Block("try"))
            {
                if (emission.Plan.StartsSuspended)
                {
                    writer.Line($"return {Returned(emission, $"{Rent(emission)}.Begin()")};");
                }
                else
                {
                    WriteStages(writer, emission);
                }
            }

            if (!emission.Plan.StartsSuspended && emission.EntryPoint.Return != ReturnShape.Synchronous)
            {
                using (writer.Block($"catch ({Known.Exception} exception)"))
                {
                    writer.Line($"return {Failed(emission)};");
                }
            }

            using (writer.Block("finally"))
            {
                writer.Line($"{Known.Services}.CallerContext.Restore(callerContext);");
            }
        }
    }

    private static void WriteStages(SourceWriter writer, EntryPointEmission emission)
    {
        if (emission.Plan.NeedsRunId)
        {
            writer.Line($"var runId = {Known.Services}.RunIdentifier.Create();");
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
                        ? $"return {Known.Task}.FromResult<{emission.ResultType}>({output});"
                        : $"return {Known.Task}.CompletedTask;"
                );
                break;
            default:
                writer.Line(emission.HasOutput ? $"return new {emission.ValueTaskType}({output});" : "return default;");
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

            writer.Line($"var run = {Rent(emission)};");
            foreach (var live in suspension.LiveValues)
            {
                writer.Line($"run.{emission.Fields.Value(live)} = {emission.Locals.Value(live)};");
            }

            writer.Line($"run.{emission.FieldAt(place, "Awaiter")} = {task}.ConfigureAwait(false).GetAwaiter();");
            writer.Line($"return {Returned(emission, $"run.Suspend({place})")};");
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

        arguments.Add("callerContext");
        arguments.Add(emission.Locals.Token);
        return $"{emission.TypeName}.Rent({string.Join(", ", arguments)})";
    }

    private static string Returned(EntryPointEmission emission, string valueTask) =>
        emission.EntryPoint.Return == ReturnShape.Task ? $"{valueTask}.AsTask()" : valueTask;

    private static string Failed(EntryPointEmission emission)
    {
        var type = emission.HasOutput ? $"<{emission.ResultType}>" : "";
        var task = $"{Known.Services}.FailedRun.AsTask{type}(exception, {emission.Locals.Token})";
        return emission.EntryPoint.Return == ReturnShape.Task ? task : $"new {emission.ValueTaskType}({task})";
    }
}
