using Microsoft.CodeAnalysis.CSharp;
using Sluice.Compiler.Model;
using Sluice.Compiler.Policies.Cached;

namespace Sluice.Generators.Emit.Policies.Cached;

/// <summary>Looks the result up in the cache. If it is not there, the inner code produces it and the cache keeps it.</summary>
internal sealed class CachedBlock(CachedPolicy cached) : IPolicyBlock
{
    public void Write(PolicyMethod method, PolicyFrame frame, Action<PolicyFrame> inner)
    {
        var writer = method.Writer;
        var entry = method.Names.Take("entry");
        var kept = method.Names.Take("kept");
        var result = method.Names.Take("result");
        var exception = method.Exception;
        var (keyType, key) = CacheKey.Of(method, cached);
        var cache = method.States.Kept(
            method.Number,
            "Cache",
            $"{Known.Services}.StageCache<{keyType}, {method.Returned}>",
            $"new({Name(method)}, {TimeText.Initializer(cached.TimeToLive)}, {Number(cached.Size)})"
        );
        var store = cached.Store is null
            ? "store: null"
            : method.Member(cached.Store, cached.StoreIsStatic, isOnPipeline: false);

        writer.Line(
            $"{writer.Var($"{Known.Services}.CacheEntry<{keyType}, {method.Returned}>")} {entry} = {PolicyMethod.Await($"{cache}.EnterAsync({key}, {store}, {method.Clock}, {frame.Token})")};"
        );
        if (writer.HidesVar)
        {
            writer.Line($"{method.Returned} {kept};");
        }

        using (writer.Block($"if ({entry}.TryGetValue(out {(writer.HidesVar ? kept + "!" : "var " + kept)}))"))
        {
            writer.Line($"return {kept};");
        }

        writer.Line();
        writer.Line($"{method.Returned} {result};");
        using (writer.Block("try"))
        {
            inner(frame with { Result = result, Entry = entry });
        }

        // If the run of a leader is over, its exception says nothing to the calls that wait for the result.
        var isOver = PolicyFailures.IsOver(exception, method.Token);
        using (writer.Block($"catch ({Known.Exception} {exception}) when ({isOver})"))
        {
            writer.Line($"{entry}.Abandoned();");
            writer.Line("throw;");
        }

        using (writer.Block($"catch ({Known.Exception} {exception})"))
        {
            writer.Line($"{entry}.Failed({exception});");
            writer.Line("throw;");
        }

        writer.Line();
        if (method.Stage.Form == ValueForm.Outcome)
        {
            using (writer.Block($"if ({CallBlock.IsCancelled(result)})"))
            {
                writer.Line($"{entry}.Abandoned();");
                writer.Line($"return {result};");
            }

            writer.Line();
        }

        writer.Line($"{PolicyMethod.Await($"{entry}.CompleteAsync({result}, {frame.Token})")};");
        writer.Line($"return {result};");
    }

    // A store distinguishes stages by this name, even if their pipelines differ only in their type arguments.
    private static string Name(PolicyMethod method)
    {
        var model = method.Emission.Model;
        var name = SymbolDisplay.FormatLiteral($"{model.Name}.{method.Stage.Name}", quote: true);
        return model.Declaration.Self.Contains('<')
            ? $"typeof({model.Declaration.Self}) + {SymbolDisplay.FormatLiteral("." + method.Stage.Name, quote: true)}"
            : name;
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
