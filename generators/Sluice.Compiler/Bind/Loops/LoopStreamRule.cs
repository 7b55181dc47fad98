using Sluice.Compiler.Model;
using Sluice.Compiler.Rules;

namespace Sluice.Compiler.Bind.Loops;

/// <summary>Reports streams that are carried, that are the result of a loop, or that several rounds would read.</summary>
internal static class LoopStreamRule
{
    /// <summary>Reports the streams of a loop.</summary>
    public static void Check(LoopCheck check, int decision)
    {
        var node = new NodeReference(NodeKind.Stage, decision);
        var isCarried = check.Loop(decision).HasState && check.Model.Types[check.Loop(decision).StateType].IsStream;
        if (isCarried)
        {
            Report(check, decision, node, "The carried value is a stream", "Carry a list of its items.");
        }

        if (check.Model.Types[check.Model.Stages[decision].OutputType].IsStream)
        {
            Report(
                check,
                decision,
                node,
                "The result is a stream",
                "Return a list, or make the stream in a stage that takes the result."
            );
        }

        foreach (var stage in check.Regions.BodyOf(decision))
        {
            var found = check.Resolutions.Of(stage);
            for (var parameter = 0; parameter < found.Count; parameter++)
            {
                if (
                    found[parameter].IsBound
                    && !(isCarried && check.Table.LoopOf(stage, parameter) == decision)
                    && found[parameter]
                        .Binding.Producers.Any(producer => IsStreamFromOutside(check, decision, producer))
                )
                {
                    Report(
                        check,
                        decision,
                        new NodeReference(NodeKind.Stage, stage, parameter),
                        $"Parameter '{check.Model.Stages[stage].Parameters[parameter].Name}' of stage '{check.Name(stage)}' takes a "
                            + "stream from outside of the loop",
                        "Collect its items in a stage outside of the loop, or make the stream in each round."
                    );
                }
            }
        }
    }

    private static bool IsStreamFromOutside(LoopCheck check, int decision, Binding producer)
    {
        var type = ProducedType.Of(check.Model, check.EntryPoint, producer);
        return type >= 0 && check.Model.Types[type].IsStream && !check.Scopes.IsOfBody(decision, producer);
    }

    private static void Report(LoopCheck check, int decision, NodeReference node, string subject, string remedy) =>
        check.Report(Rule.StreamAcrossRounds, node, [subject, check.Name(decision), remedy]);
}
