using Microsoft.CodeAnalysis.CSharp;
using Sluice.Compiler.Model;

namespace Sluice.Generators.Emit.Policies;

/// <summary>Lets nothing through while the circuit is open, and tells it how what it lets through ended.</summary>
internal sealed class CircuitBreakerBlock : IPolicyBlock
{
    /// <summary>What the circuit of a stage is made with.</summary>
    /// <param name="stage">The name of the stage.</param>
    /// <param name="circuit">When it opens.</param>
    public static string Initializer(string stage, CircuitBreakerModel circuit)
    {
        var name = SymbolDisplay.FormatLiteral(stage, quote: true);
        var breakDuration = TimeText.Of(circuit.BreakDuration);
        return circuit.Failures > 0
            ? $"new({name}, {circuit.Failures}, {breakDuration})"
            : $"new({name}, {circuit.FailureRatio.ToString("R", CultureInfo.InvariantCulture)}, {breakDuration}, {TimeText.Of(circuit.Window)}, {circuit.MinimumCalls})";
    }

    public void Write(PolicyMethod method, PolicyFrame frame, Action<PolicyFrame> inner)
    {
        var writer = method.Writer;
        var pass = method.Names.Take("pass");
        var exception = method.Exception;
        // Whoever has not come to the call, as no place was free for it, says nothing of the stage.
        var isCalled = method.Policies is { RateLimit: null, Concurrency: null } ? null : method.Names.Take("isCalled");

        writer.Line(
            $"{writer.Var(Known.Services + ".CircuitPass")} {pass} = {method.States.Circuit(method.Number)}.Enter({method.Clock});"
        );
        if (isCalled is not null)
        {
            writer.Line($"{writer.Var("bool")} {isCalled} = false;");
        }

        using (writer.Block("try"))
        {
            inner(frame with { IsCalled = isCalled, Returned = result => WriteReturned(method, pass, result) });
        }

        var saysNothing = (isCalled is null ? "" : $"!{isCalled} || ") + PolicyFailures.IsOver(exception, method.Token);
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
}
