using Sluice.Compiler.Model;

namespace Sluice.Generators.Emit.Policies;

/// <summary>Lets nothing through while the circuit is open, and tells it how what it lets through ended.</summary>
internal sealed class CircuitBreakerBlock(CircuitBreakerModel circuit) : IPolicyBlock
{
    public void Write(PolicyMethod method, PolicyFrame frame, Action<PolicyFrame> inner)
    {
        var writer = method.Writer;
        var pass = method.Names.Take("pass");
        var exception = method.Exception;
        // Whoever has not come to the call, as no place was free for it, says nothing of the stage.
        var isCalled = method.Policies is { RateLimit: null, Concurrency: null } ? null : method.Names.Take("isCalled");

        writer.Line($"var {pass} = {Circuit(method)}.Enter({method.Time});");
        if (isCalled is not null)
        {
            writer.Line($"var {isCalled} = false;");
        }

        using (writer.Block("try"))
        {
            inner(frame with { IsCalled = isCalled, Returned = result => WriteReturned(method, pass, result) });
        }

        var saysNothing =
            (isCalled is null ? "" : $"!{isCalled} || ") + PolicyFailures.IsCancellation(exception, method.Token);
        using (writer.Block($"catch ({Known.Exception} {exception}) when ({saysNothing})"))
        {
            writer.Line($"{pass}.Abandoned();");
            writer.Line("throw;");
        }

        using (writer.Block($"catch ({Known.Exception} {exception})"))
        {
            writer.Line($"{pass}.Failed({exception});");
            writer.Line("throw;");
        }
    }

    private static void WriteReturned(PolicyMethod method, string pass, string result)
    {
        if (method.Stage.Form != ValueForm.Outcome)
        {
            method.Writer.Line($"{pass}.Succeeded();");
            return;
        }

        using (method.Writer.Block($"if ({CallBlock.IsCancelled(result)})"))
        {
            method.Writer.Line($"{pass}.Abandoned();");
        }

        using (method.Writer.Block("else"))
        {
            method.Writer.Line($"{pass}.Succeeded();");
        }

        method.Writer.Line();
    }

    private string Circuit(PolicyMethod method)
    {
        var breakDuration = TimeText.Of(circuit.BreakDuration);
        return method.States.Circuit(
            method.Number,
            circuit.Failures > 0
                ? $"new({method.StageName}, {circuit.Failures}, {breakDuration})"
                : $"new({method.StageName}, {circuit.FailureRatio.ToString("R", CultureInfo.InvariantCulture)}, {breakDuration}, {TimeText.Of(circuit.Window)}, {circuit.MinimumCalls})"
        );
    }
}
