using System.Globalization;
using System.Reflection;
using System.Text;
using Sluice.DifferentialTests.Execution;

namespace Sluice.DifferentialTests.LongGraphs;

/// <summary>Pipelines of a thousand stages, which are written by a loop and compiled once.</summary>
internal static class LongPipelines
{
    /// <summary>The number of stages of each.</summary>
    public const int Length = 1_000;

    private static readonly Lazy<Assembly> CompiledAssembly = new(() => InMemoryCompiler.Load(Text()));

    /// <summary>A chain of synchronous stages, each of which adds one.</summary>
    public static ILongChain Chain() => (ILongChain)Create("LongChain");

    /// <summary>A chain of asynchronous stages.</summary>
    /// <param name="step">The work of each stage.</param>
    public static ILongAsynchronousChain Chain(Func<int, ValueTask<int>> step) =>
        (ILongAsynchronousChain)Create("LongAsynchronousChain", step);

    /// <summary>One root and a thousand children that wait for it and for nothing else.</summary>
    /// <param name="child">The work of each child.</param>
    public static IWideFan Fan(Func<int, ValueTask> child) => (IWideFan)Create("WideFan", child);

    /// <summary>The entry points of a pipeline.</summary>
    public static IReadOnlyList<GraphEntryPoint> EntryPointsOf(object pipeline) =>
        ((PipelineGraph)pipeline.GetType().GetProperty("Graph")!.GetValue(null)!).EntryPoints;

    private static object Create(string name, params object[] arguments) =>
        Activator.CreateInstance(CompiledAssembly.Value.GetType($"Long.{name}", throwOnError: true)!, arguments)!;

    private static string Text()
    {
        var text = new StringBuilder(
            """
            using System;
            using System.Threading.Tasks;
            using Sluice;
            using Sluice.DifferentialTests.LongGraphs;

            namespace Long;

            [Pipeline]
            public sealed partial class LongChain : ILongChain
            {
                [return: From(nameof(Stage1000))]
                public partial int Run(int start);

            """
        );
        AppendChain(text, "private static int", "number + 1");
        text.Append(
            """
            }

            [Pipeline]
            public sealed partial class LongAsynchronousChain(Func<int, ValueTask<int>> step) : ILongAsynchronousChain
            {
                [return: From(nameof(Stage1000))]
                public partial ValueTask<int> RunAsync(int start);

                public partial ValueTask<(int Stage1000, long Beside)> RunBesideAsync(int start);

                [Stage]
                private async ValueTask<long> BesideAsync([From("start")] int start) => await step(start);

            """
        );
        AppendChain(text, "private ValueTask<int>", "step(number)");
        text.Append(
            """
            }

            [Pipeline]
            public sealed partial class WideFan(Func<int, ValueTask> child) : IWideFan
            {
                public partial ValueTask RunAsync(string text);

                [Stage]
                private static int Root(string text) => text.Length;

            """
        );
        for (var number = 1; number <= Length; number++)
        {
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"    [Stage] private ValueTask Child{number:0000}(int root) => child(root);"
            );
        }

        return text.AppendLine("}").ToString();
    }

    private static void AppendChain(StringBuilder text, string declaration, string body)
    {
        for (var number = 1; number <= Length; number++)
        {
            var source = number == 1 ? "\"start\"" : $"nameof(Stage{number - 1:0000})";
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"    [Stage] {declaration} Stage{number:0000}([From({source})] int number) => {body};"
            );
        }
    }
}
