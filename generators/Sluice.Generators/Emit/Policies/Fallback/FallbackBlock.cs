using Sluice.Compiler.Policies.Fallback;

namespace Sluice.Generators.Emit.Policies.Fallback;

/// <summary>Calls another method in place of the inner code if that has failed.</summary>
internal sealed class FallbackBlock(FallbackPolicy fallback) : IPolicyBlock
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
