using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.Extensions.Logging;
using Sluice.Generators.Tests.Harness;

namespace Sluice.Generators.Tests;

public sealed class OtherGeneratorsTests
{
    [Fact]
    public void Partial_methods_of_other_generators_are_left_to_them()
    {
        var run = GeneratorHarness.Run(
            new GeneratorInput(
                Shop.Values,
                """
                using System.Text.RegularExpressions;
                using Microsoft.Extensions.Logging;

                namespace Shop;

                [Pipeline]
                public sealed partial class Checkout(ILogger logger)
                {
                    public partial Cart Run(string text);

                    [Stage] private Order Read(string text)
                    {
                        LogRead(logger, text);
                        OnRead(text);
                        return new Order(Number().Matches(text).Count);
                    }
                    [Stage] private static Cart Fill(Order order) => new(order);

                    [LoggerMessage(Level = LogLevel.Information, Message = "Read {Text}")]
                    private static partial void LogRead(ILogger logger, string text);

                    [GeneratedRegex("[0-9]+")]
                    private static partial Regex Number();

                    partial void OnRead(string text);
                }
                """
            )
            {
                References = [MetadataReference.CreateFromFile(typeof(ILogger).Assembly.Location)],
                OtherGenerators =
                [
                    LoadGenerator("Microsoft.Extensions.Logging.Generators", "LoggerMessageGenerator"),
                    LoadGenerator("System.Text.RegularExpressions.Generator", "RegexGenerator"),
                ],
            }
        );

        Assert.Equal(3, run.Driver.GetRunResult().GeneratedTrees.Length);
        Snapshot.Verify(run.Text);
    }

    [Fact]
    public void A_partial_method_with_an_unknown_attribute_is_an_entry_point_where_it_says_so()
    {
        var run = GeneratorHarness.Run(
            """
            namespace Shop;

            [AttributeUsage(AttributeTargets.Method)]
            public sealed class NoteAttribute : Attribute;

            [Pipeline]
            public sealed partial class Checkout
            {
                [Note, EntryPoint]
                public partial Cart Run(Order order);

                [Stage] private static Cart Fill(Order order) => new(order);
            }
            """
        );

        Assert.Single(run.Result.GeneratedSources);
    }

    private static ISourceGenerator LoadGenerator(string assembly, string type)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "OtherGenerators", $"{assembly}.dll");
        var generator = Assembly.LoadFrom(path).GetType($"{assembly}.{type}", throwOnError: true)!;
        return ((IIncrementalGenerator)Activator.CreateInstance(generator)!).AsSourceGenerator();
    }
}
