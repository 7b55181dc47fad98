namespace Sluice.Generators.Emit.Policies.Timeout;

/// <summary>Limits the duration of the inner code.</summary>
/// <param name="limit">The limit in ticks.</param>
/// <param name="isTotal">Whether the limit applies to all attempts together.</param>
internal sealed class TimeoutBlock(long limit, bool isTotal) : IPolicyBlock
{
    private const string StageTimeout = Known.Services + ".StageTimeout";

    public void Write(PolicyMethod method, PolicyFrame frame, Action<PolicyFrame> inner)
    {
        var writer = method.Writer;
        var timeout = method.Names.Take(isTotal ? "total" : "timeout");
        var exception = method.Exception;
        var time = method.States.Setting(
            method.Number,
            isTotal ? "TotalLimit" : "Limit",
            "global::System.TimeSpan",
            TimeText.Initializer(limit)
        );
        var within = frame.Timeout is null ? "" : $", {frame.Timeout}";

        writer.Line(
            $"{writer.Var(StageTimeout)} {timeout} = {StageTimeout}.Start({method.Clock}, {time}, {frame.Token}{within});"
        );
        using (writer.Block("try"))
        {
            inner(frame with { Token = $"{timeout}.Token", Timeout = timeout });
        }

        using (
            writer.Block(
                $"catch ({Known.Exception} {exception}) when ({timeout}.HasElapsed && {exception} is not global::Sluice.RunCancelledException)"
            )
        )
        {
            writer.Line(
                $"throw {StageTimeout}.Exception({method.StageName}, {time}, isTotal: {(isTotal ? "true" : "false")}, {exception});"
            );
        }

        using (writer.Block("finally"))
        {
            writer.Line($"{timeout}.End({(method.OutputMayKeepToken ? "outputMayKeepToken: true" : "")});");
        }
    }
}
