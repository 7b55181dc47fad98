using Microsoft.CodeAnalysis;
using Sluice.Generators.Tests.Harness;

namespace Sluice.Generators.Tests;

/// <summary>Types of a reference that has an alias and is not in the global namespace.</summary>
public sealed class ExternAliasTests
{
    private const string Library = """
        namespace Parts
        {
            public sealed record Part(int Id);
            public static class Outer { public enum Kind { Small, Large } public readonly record struct Box<T>(T Value); }
            public sealed class Fault : Exception;
            public static class Steps { [Stage] public static Part Make(int id) => new(id); }
            public sealed class Machine { [Stage] public Outer.Box<Part> Pack(Part part) => new(part); }
        }
        """;

    [Fact]
    public void Values_sources_and_exceptions_may_be_of_a_reference_with_an_alias()
    {
        var run = GeneratorHarness.Run(
            new GeneratorInput(
                """
                extern alias Second;
                using Second::Parts;

                namespace Shop;

                [Pipeline, Stages(typeof(Steps))]
                public sealed partial class Checkout([Stages] Machine machine)
                {
                    public partial ValueTask<(Outer.Box<Part> Box, string?)> RunAsync(int id, Outer.Kind kind);
                    public partial Part Run(int id);

                    [Stage, When("kind", Outer.Kind.Large), Retry(3, On = [typeof(Fault)])] private static async Task<string> NameAsync(Part part) { await Task.Yield(); return ""; }
                    [Stage, Cached("00:01:00")] private static ValueTask<long> CountAsync(Part part, Part? other = null, Outer.Kind last = Outer.Kind.Small) => new(1);
                    [Stage] private static void Log(long count, IReadOnlyList<Part>? parts = null) { }
                }
                """
            )
            {
                References = [Reference("Second")],
            }
        );

        Snapshot.Verify(run.Text);
    }

    [Fact]
    public void Types_of_one_name_in_two_references_are_two_types()
    {
        var run = GeneratorHarness.Run(
            new GeneratorInput(
                """
                extern alias First;
                extern alias @class;

                [Pipeline]
                public sealed partial class Convert
                {
                    public partial @class::Parts.Part? Run(First::Parts.Part? part);

                    [Stage] private static @class::Parts.Part? Make(First::Parts.Part? part) => part is null ? null : new(part.Id);
                }
                """
            )
            {
                References = [Reference("First"), Reference("class")],
            }
        );

        Assert.Contains("extern alias @class;\nextern alias First;\n", run.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reference_that_is_global_as_well_is_named_as_any_other()
    {
        var run = GeneratorHarness.Run(
            new GeneratorInput(
                """
                [Pipeline]
                public sealed partial class Convert
                {
                    public partial Parts.Part Run(int id);

                    [Stage] private static Parts.Part Make(int id) => new(id);
                }
                """
            )
            {
                References = [Reference("global", "Other")],
            }
        );

        Assert.DoesNotContain("extern alias", run.Text, StringComparison.Ordinal);
    }

    private static MetadataReference Reference(params string[] aliases) =>
        CompilationFactory
            .Compile(new GeneratorInput(Library))
            .EmitToReference("Library" + string.Concat(aliases))
            .WithAliases(aliases);
}
