using Sluice.Compiler.Policies.Concurrency;

namespace Sluice.Generators.Emit.Policies.Concurrency;

/// <summary>Takes a place for the duration of a call. The number of places limits the calls under way.</summary>
internal sealed class ConcurrencyBlock(ConcurrencyPolicy concurrency) : IPolicyBlock
{
    public void Write(PolicyMethod method, PolicyFrame frame, Action<PolicyFrame> inner)
    {
        var writer = method.Writer;
        var places = method.States.Kept(
            method.Number,
            "Places",
            $"{Known.Services}.ConcurrencyLimiter",
            $"new({method.StageName}, {LimitText.Of(concurrency.Limit)}, {LimitText.Of(concurrency.QueueLimit)})"
        );
        writer.Line($"{PolicyMethod.Await($"{places}.EnterAsync({frame.Token})")};");
        using (writer.Block("try"))
        {
            inner(frame);
        }

        using (writer.Block("finally"))
        {
            writer.Line($"{places}.Exit();");
        }
    }
}
