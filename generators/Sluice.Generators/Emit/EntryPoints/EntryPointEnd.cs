using Sluice.Compiler.Model;

namespace Sluice.Generators.Emit;

/// <summary>Writes the end of a run on the caller's stack: its result, and the calls that precede it.</summary>
internal static class EntryPointEnd
{
    /// <summary>The expression of the result of a run that succeeded.</summary>
    public static string Result(EntryPointEmission emission, Frame frame) =>
        emission.Run.Measures
            ? $"new {emission.ResultType}({emission.Outcome(frame)}, {RunReports.OfSuccess(emission, frame)})"
            : emission.Output(frame);

    /// <summary>The expression of the task of a run that succeeded and has no scope.</summary>
    public static string Completed(EntryPointEmission emission) =>
        (emission.EntryPoint.Return, emission.Run.HasOutput) switch
        {
            (ReturnShape.Task, true) => $"{Known.Task}.FromResult<{emission.ResultType}>({emission.Names.Result})",
            (ReturnShape.Task, false) => $"{Known.Task}.CompletedTask",
            (_, true) => $"new {emission.ValueTaskType}({emission.Names.Result})",
            _ => "default",
        };

    /// <summary>The expression of the task of a run that succeeded and has a scope, which may have clean-ups to call first.</summary>
    public static string CompletedInScope(EntryPointEmission emission)
    {
        var names = emission.Names;
        var keeps = emission.Run.OutputMayKeepContext ? ", outputMayKeepContext: true" : "";
        var isTask = emission.EntryPoint.Return == ReturnShape.Task;
        if (emission.Run.Measures)
        {
            return $"{Known.Services}.RunEnd.Resulted({names.Scope}, {names.Result}){(isTask ? ".AsTask()" : "")}";
        }

        var method = $"{Known.Services}.RunEnd.Succeeded{(isTask ? "Task" : "")}";
        return emission.Run.HasOutput ? $"{method}<{emission.ResultType}>({names.Scope}, {names.Result}{keeps})"
            : isTask ? $"{method}({names.Scope}, true)"
            : $"{method}({names.Scope})";
    }

    /// <summary>The expression of the task of a run that failed.</summary>
    public static string Failed(EntryPointEmission emission)
    {
        var names = emission.Names;
        var isTask = emission.EntryPoint.Return == ReturnShape.Task;
        var type =
            emission.Run.HasOutput ? $"<{emission.ResultType}>"
            : isTask ? "<bool>"
            : "";
        return emission.Run.NeedsScope
            ? $"{Known.Services}.RunEnd.Failed{(isTask ? "Task" : "")}{type}({names.Scope}, {names.Exception}, {emission.Locals.Token})"
            : $"{Known.Services}.FailedRun.As{(isTask ? "" : "Value")}Task{type}({names.Exception}, {emission.Locals.Token})";
    }

    /// <summary>Writes the compensation of the stages of a run that awaits nothing.</summary>
    public static void WriteCompensation(SourceWriter writer, EntryPointEmission emission, Frame values)
    {
        if (emission.Run.Compensates)
        {
            writer.Line("// Nothing has to be awaited: every compensation is synchronous.");
            var compensation = CompensationMethod.Call(emission, values, emission.Names.Exception);
            writer.Line($"{compensation}.GetAwaiter().GetResult();");
        }
    }

    /// <summary>Writes the successful end of a run that awaits nothing.</summary>
    public static void WriteSynchronousResult(SourceWriter writer, EntryPointEmission emission, Frame values)
    {
        if (emission.Run.Measures)
        {
            if (emission.Run.Compensates)
            {
                writer.Line($"{Known.Services}.RunEnd.CleanUp({emission.Names.Scope});");
            }

            writer.Line($"return {SynchronousResult(emission, Result(emission, values))};");
            return;
        }

        if (!emission.Run.IsClosed)
        {
            if (emission.Run.HasOutput)
            {
                writer.Line($"return {Result(emission, values)};");
            }

            return;
        }

        if (emission.Run.HasOutput)
        {
            writer.Line($"{writer.Var(emission.ResultType)} {emission.Names.Result} = {Result(emission, values)};");
        }

        writer.Line(
            emission.Run.NeedsScope
                ? $"{Known.Services}.RunEnd.Succeed({emission.Names.Scope});"
                : ScopeStatements.Close(emission, emission.Locals, "null", "false")
        );
        if (emission.Run.HasOutput)
        {
            writer.Line($"return {emission.Names.Result};");
        }
    }

    /// <summary>The expression of the result of a run that awaits nothing.</summary>
    public static string SynchronousResult(EntryPointEmission emission, string result) =>
        emission.Run.NeedsScope ? $"{Known.Services}.RunEnd.Result({emission.Names.Scope}, {result})"
        : emission.Run.IsObserved ? $"{emission.Names.Events}.Close({result})"
        : result;

    /// <summary>Writes the end of a failed run that awaits nothing.</summary>
    public static void WriteSynchronousFailure(SourceWriter writer, EntryPointEmission emission, Frame values)
    {
        WriteCompensation(writer, emission, values);
        if (emission.Run.NeedsScope)
        {
            var thrown = emission.Run.KeepsThrown ? emission.Names.Thrown : emission.Names.Exception;
            writer.Line(
                $"{Known.Services}.RunEnd.Fail({emission.Names.Scope}, {emission.Names.Exception}, {thrown}, {emission.Locals.Token});"
            );
        }
        else
        {
            if (emission.Run.IsObserved)
            {
                writer.Line(CloseFailed(emission));
            }

            if (emission.Run.KeepsThrown)
            {
                writer.Line(
                    $"{Known.Services}.FailedRun.ThrowUnless({emission.Names.Exception}, {emission.Names.Thrown});"
                );
            }
        }
    }

    /// <summary>The statement that tells the observer that a run without a scope has failed.</summary>
    public static string CloseFailed(EntryPointEmission emission) =>
        ScopeStatements.Close(
            emission,
            emission.Locals,
            emission.Names.Exception,
            $"{Known.Services}.FailedRun.IsCancellation({emission.Names.Exception}, {emission.Locals.Token})",
            emission.Names.Report
        );
}
