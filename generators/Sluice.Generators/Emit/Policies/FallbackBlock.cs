using Sluice.Compiler.Model;

namespace Sluice.Generators.Emit.Policies;

/// <summary>Takes the value of another method where everything inside has failed.</summary>
internal sealed class FallbackBlock(FallbackModel fallback) : IPolicyBlock
{
    public void Write(PolicyMethod method, PolicyFrame frame, Action<PolicyFrame> inner)
    {
        using (method.Writer.Block("try"))
        {
            inner(frame);
        }

        var exception = method.Exception;
        var filter = PolicyFailures.MayGoOn(exception, frame.Token, fallback.On);
        using (method.Writer.Block($"catch ({Known.Exception} {exception}) when ({filter})"))
        {
            var call = method.CallOf(fallback.Method, frame.Token, exception);
            PolicyFailures.WriteCall(method, method.Returned.Length == 0 ? $"{call};" : $"return {call};");
        }
    }
}
