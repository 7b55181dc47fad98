using System.Security;
using Microsoft.CodeAnalysis.CSharp;
using Sluice.Compiler.Model;
using Sluice.Compiler.Policies;
using Sluice.Compiler.Policies.CircuitBreaker;

namespace Sluice.Generators.Emit.Policies.CircuitBreaker;

/// <summary>Refuses calls while the circuit is open, and tells the circuit how the other calls ended.</summary>
internal sealed class CircuitBreakerBlock(CircuitBreakerPolicy circuit) : IPolicyBlock, IPolicyMembers
{
    private const string Type = "global::Sluice.CircuitBreaker";

    public void Write(PolicyMethod method, PolicyFrame frame, Action<PolicyFrame> inner)
    {
        var writer = method.Writer;
        var pass = method.Names.Take("pass");
        var exception = method.Exception;
        // If an inner layer refuses the call, for example because no place is free, the exception says nothing about the stage.
        var isCalled = method.MayBeRefusedInside(PolicyLayer.CircuitBreaker) ? method.Names.Take("isCalled") : null;

        writer.Line(
            $"{writer.Var(Known.Services + ".CircuitPass")} {pass} = {Circuit(method.States, method.Number)}.Enter({method.Clock});"
        );
        if (isCalled is not null)
        {
            writer.Line($"{writer.Var("bool")} {isCalled} = false;");
        }

        using (writer.Block("try"))
        {
            inner(frame with { IsCalled = isCalled, Returned = result => WriteReturned(method, pass, result) });
        }

        var saysNothing =
            (isCalled is null ? "" : $"!{isCalled} || ")
            + PolicyFailures.IsOver(exception, method.Token)
            + (frame.GivenUp is null ? "" : $" || {frame.GivenUp}");
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

    /// <summary>Writes the property that exposes the circuit to users of the pipeline.</summary>
    public void WriteMembers(SourceWriter writer, PolicyMemberTarget target)
    {
        var model = target.Model;
        var name = target.TypeMembers.Take(PolicyNames.Of(model, target.Stage) + "Circuit");
        var modifiers = (model.HidesInheritedGraph ? "new " : "") + (target.IsStatic ? "static " : "");
        writer.Line();
        writer.Line(
            $"/// <summary>The circuit of stage {SecurityElement.Escape(CommentText.Of(target.Stage.Name))}: whether its calls are let through, and why not.</summary>"
        );
        writer.Line(GeneratedCode.Attribute);
        if (model.HidesInheritedGraph)
        {
            writer.Line("#pragma warning disable CS0109 // Whether the base class has it too is not known here.");
        }

        writer.Line($"public {modifiers}{Type} {name} => {target.Value(states => Circuit(states, target.Number))};");
        if (model.HidesInheritedGraph)
        {
            writer.Line("#pragma warning restore CS0109");
        }
    }

    private string Circuit(PolicyStates states, int stage) =>
        states.Kept(stage, "Circuit", Type, Initializer(states.Model.Stages[stage].Name));

    private string Initializer(string stage)
    {
        var name = SymbolDisplay.FormatLiteral(stage, quote: true);
        var breakDuration = TimeText.Of(circuit.BreakDuration);
        return circuit.Failures > 0
            ? $"new({name}, {circuit.Failures}, {breakDuration})"
            : $"new({name}, {circuit.FailureRatio.ToString("R", CultureInfo.InvariantCulture)}, {breakDuration}, {TimeText.Of(circuit.Window)}, {circuit.MinimumCalls})";
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
