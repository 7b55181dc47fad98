using Sluice.Compiler.Policies.Hedge;

namespace Sluice.Generators.Emit.Policies.Hedge;

/// <summary>Starts the inner code a second time if the first attempt has not ended after a given time.</summary>
internal sealed class HedgeBlock(HedgePolicy hedge) : IPolicyBlock
{
    public void Write(PolicyMethod method, PolicyFrame frame, Action<PolicyFrame> inner)
    {
        var writer = method.Writer;
        var attempts = method.Names.Take("attempts");
        var attempt = new HedgedAttemptMethod(method, frame, inner);
        var type = $"{Known.Services}.HedgedAttempts<{attempt.Result}>";
        var after = method.States.Setting(
            method.Number,
            "HedgeAfter",
            "global::System.TimeSpan",
            TimeText.Initializer(hedge.After)
        );
        writer.Line($"{writer.Var(type)} {attempts} = {type}.Start({method.Clock}, {after}, {frame.Token});");
        using (writer.Block("try"))
        {
            var first = WriteFirst(
                method,
                frame,
                attempt,
                attempt.Call(method.AttemptNumber(frame), $"{attempts}.FirstToken")
            );
            using (writer.Block($"if ({PolicyMethod.Await($"{attempts}.FirstAsync({first})")})"))
            {
                var second = attempt.Call(Again(method, frame), $"{attempts}.SecondToken");
                WriteInLead(writer, frame, $"{attempts}.Second({second});");
            }

            writer.Line();
            WriteResult(method, frame, PolicyMethod.Await($"{attempts}.CompleteAsync()"));
        }

        using (writer.Block("finally"))
        {
            writer.Line($"{attempts}.End({(method.OutputMayKeepToken ? "outputMayKeepToken: true" : "")});");
        }

        method.WriteAfterwards(attempt.Write);
    }

    private static string WriteFirst(PolicyMethod method, PolicyFrame frame, HedgedAttemptMethod attempt, string call)
    {
        if (frame.Entry is null)
        {
            return call;
        }

        var writer = method.Writer;
        var first = method.Names.Take("first");
        writer.Line($"{Known.ValueTaskOf(attempt.Result)} {first};");
        WriteInLead(writer, frame, $"{first} = {call};");
        writer.Line();
        return first;
    }

    // The start of the stage belongs to the lead of a cached call. Other work of this thread while the stage is under way does not.
    private static void WriteInLead(SourceWriter writer, PolicyFrame frame, string start)
    {
        if (frame.Entry is null)
        {
            writer.Line(start);
            return;
        }

        using (writer.Block($"using ({frame.Entry}.Lead())"))
        {
            writer.Line(start);
        }
    }

    // The number of the second attempt. The run counts all calls of a stage, or the calls for one element if the stage runs for each
    // element.
    private static string Again(PolicyMethod method, PolicyFrame frame) =>
        method.Stage.Each is null
            ? $"{method.Scope}.CallAgain({method.Index})"
            : $"{method.Scope}.CallAgain({method.Index}, {method.AttemptNumber(frame)})";

    private static void WriteResult(PolicyMethod method, PolicyFrame frame, string result)
    {
        var writer = method.Writer;
        if (method.Stage.IsEffect)
        {
            writer.Line($"{result};");
            if (frame.IsInLoop)
            {
                writer.Line("return;");
            }
        }
        else if (frame.Result is null)
        {
            writer.Line($"return {result};");
        }
        else
        {
            writer.Line($"{frame.Result} = {result};");
            if (frame.IsInLoop)
            {
                writer.Line("break;");
            }
        }
    }
}
