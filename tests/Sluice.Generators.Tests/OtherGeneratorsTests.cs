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

    [Theory]
    [InlineData("[Stage] private static Late Make(Cart cart) => new();", "it returns the type 'Late'")]
    [InlineData(
        "[Stage] private static void Log(Cart cart, List<Late[]>? late = null) { }",
        "parameter 'late' has the type 'Late'"
    )]
    [InlineData("[Stage] private static void Log(Parts.Late late) { }", "parameter 'late' has the type 'Parts.Late'")]
    [InlineData("[Stages] private readonly Late _late = new();", "it has the type 'Late'")]
    [InlineData("[Stage, Intercept<Late>] private static void Log(Cart cart) { }", "it is the type 'Late'")]
    [InlineData(
        "[Stage, Retry(3, On = [typeof(Late)])] private static void Log(Cart cart) { }",
        "[Retry] has an argument"
    )]
    [InlineData("[Stage, After(Late.Name)] private static void Log(Cart cart) { }", "[After] has an argument")]
    [InlineData(
        "[Stage, When(nameof(Is))] private static void Log(Cart cart) { } private static bool Is(Late? late = null) => true;",
        "parameter 'late' has the type 'Late'"
    )]
    [InlineData(
        "[Stage, Fallback(nameof(No))] private static void Log(Cart cart) { } private static void No(Late late) { }",
        "parameter 'late' has the type 'Late'"
    )]
    public void A_type_that_another_generator_declares_is_one_error_that_says_so(string member, string reason)
    {
        var run = RunWithLateTypes(
            $$"""
            namespace Shop;

            [Pipeline]
            public sealed partial class Checkout
            {
                public partial Cart Run(Order order);

                [Stage] private static Cart Fill(Order order) => new(order);
                {{member}}
            }
            """
        );

        Assert.Contains(reason, run.Result.Diagnostics.Single().GetMessage(null), StringComparison.Ordinal);
        Assert.Contains(
            "which Sluice cannot see because generators do not see each other's output",
            run.Result.Diagnostics.Single().GetMessage(null),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(run.Output.GetDiagnostics(), found => found.Severity == DiagnosticSeverity.Error);
    }

    [Theory]
    [InlineData("public partial Late Run(Order order);")]
    [InlineData("public partial Cart Run(Order order, Late late);")]
    public void An_entry_point_whose_signature_has_such_a_type_is_not_emitted(string entryPoint)
    {
        var run = RunWithLateTypes(
            $$"""
            namespace Shop;

            [Pipeline]
            public sealed partial class Checkout
            {
                {{entryPoint}}

                [Stage] private static Cart Fill(Order order) => new(order);
            }
            """
        );

        Assert.Contains(
            "the type 'Late', which Sluice cannot see",
            run.Result.Diagnostics.Single().GetMessage(null),
            StringComparison.Ordinal
        );
        Assert.Equal(
            ["CS8795"],
            run.Output.GetDiagnostics()
                .Where(found => found.Severity == DiagnosticSeverity.Error)
                .Select(found => found.Id)
        );
    }

    private static GeneratorRun RunWithLateTypes(string source) =>
        GeneratorHarness.Run(
            new GeneratorInput(Shop.Values, source)
            {
                OtherGenerators =
                [
                    new LateTypes(
                        """
                        namespace Shop { public sealed class Late : System.Exception { public const string Name = "Fill"; } }
                        namespace Shop.Parts { public sealed class Late; }
                        """
                    ).AsSourceGenerator(),
                ],
                Properties = System.Collections.Immutable.ImmutableDictionary<string, string>.Empty,
                ExpectedDiagnostics = ["SLU0100"],
            }
        );

    private static ISourceGenerator LoadGenerator(string assembly, string type)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "OtherGenerators", $"{assembly}.dll");
        var generator = Assembly.LoadFrom(path).GetType($"{assembly}.{type}", throwOnError: true)!;
        return ((IIncrementalGenerator)Activator.CreateInstance(generator)!).AsSourceGenerator();
    }
}
