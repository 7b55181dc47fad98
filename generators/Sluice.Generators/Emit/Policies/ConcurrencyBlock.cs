using Sluice.Compiler.Model;

namespace Sluice.Generators.Emit.Policies;

/// <summary>Takes one of the places that there are for calls under way, and gives it back.</summary>
internal sealed class ConcurrencyBlock(ConcurrencyModel concurrency) : IPolicyBlock
{
    public void Write(PolicyMethod method, PolicyFrame frame, Action<PolicyFrame> inner)
    {
        var writer = method.Writer;
        var places = method.States.Kept(
            method.Number,
            "Places",
            $"{Known.Services}.ConcurrencyLimiter",
            $"new({method.StageName}, {Number(concurrency.Limit)}, {Number(concurrency.QueueLimit)})"
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

    /// <summary>A number as code writes it: one that stands for no limit by its name.</summary>
    public static string Number(int number) =>
        number == int.MaxValue ? "int.MaxValue" : number.ToString(CultureInfo.InvariantCulture);
}
