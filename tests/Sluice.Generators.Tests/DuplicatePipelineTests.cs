using Microsoft.CodeAnalysis;
using Sluice.Generators.Tests.Harness;

namespace Sluice.Generators.Tests;

/// <summary>A mistake that C# reports for one class must not cost other pipelines their bodies.</summary>
public sealed class DuplicatePipelineTests
{
    private const string Checkout = """
        namespace Shop;

        [Pipeline]
        public sealed partial class Checkout
        {
            public partial Cart Run(Order order);

            [Stage] private static Cart Parse(Order order) => new(order);
        }
        """;

    private const string Audit = """
        namespace Shop;

        [Pipeline]
        public sealed partial class Audit
        {
            public partial void Run(Order order);

            [Stage] private static void Log(Order order) { }
        }
        """;

    [Fact]
    public void The_attribute_on_two_parts_is_one_error_of_the_compiler_at_the_second()
    {
        const string SecondSource = "namespace Shop; [Pipeline] public sealed partial class Checkout { }";

        var errors = Errors(Emit(2, Checkout, SecondSource, Audit));

        var error = Assert.Single(errors);
        Assert.Equal("CS0579", error.Id);
        Assert.Equal("File3.cs", error.Location.SourceTree!.FilePath);
    }

    [Fact]
    public void A_file_that_is_there_twice_costs_no_other_pipeline_its_bodies() =>
        Assert.All(Errors(Emit(2, Checkout, Checkout, Audit)), error => Assert.False(IsOf(error, "Audit")));

    [Theory]
    [InlineData("[Pipeline] public sealed class Twice { }", "[Pipeline] public sealed class Twice { }", 0)]
    [InlineData("[Pipeline] public sealed partial class Twice { }", "[Pipeline] public partial struct Twice { }", 1)]
    [InlineData("[Pipeline] public sealed partial class Twice { }", "[Pipeline] public partial record Twice { }", 2)]
    [InlineData("[Pipeline] public partial class Twice { }", "[Pipeline] public partial interface Twice { }", 1)]
    [InlineData("[Pipeline] public partial class Twice { }", "[Pipeline] public partial class Twice<T> { }", 2)]
    [InlineData("[Pipeline] public partial class Twice { }", "[Pipeline] public partial class TWICE { }", 2)]
    [InlineData(
        "public partial class Twice { [Pipeline] partial class In { } }",
        "public partial struct Twice { [Pipeline] partial class In { } }",
        2
    )]
    [InlineData(
        "namespace Twice { [Pipeline] partial class In { } }",
        "partial class Twice { [Pipeline] partial class In { } }",
        2
    )]
    [InlineData(
        "namespace A.B { [Pipeline] partial class C { } }",
        "namespace A_B { [Pipeline] partial class C { } }",
        2
    )]
    [InlineData("[Pipeline] file partial class Twice { }", "[Pipeline] file partial class Twice { }", 0)]
    [InlineData("[Pipeline, Pipeline] public partial class Twice { }", "", 1)]
    [InlineData("[Pipeline] public partial class { }", "[Pipeline] public partial class { }", 0)]
    public void Two_classes_of_one_name_never_share_a_file(string one, string other, int files) =>
        Assert.All(Errors(Emit(files + 1, one, other, Audit)), error => Assert.False(IsOf(error, "Audit")));

    private static Compilation Emit(int files, params string[] sources)
    {
        var input = new GeneratorInput([Shop.Values, .. sources]);
        var driver = CompilationFactory
            .CreateDriver(input)
            .RunGeneratorsAndUpdateCompilation(CompilationFactory.Compile(input), out var output, out _);
        var result = driver.GetRunResult().Results.Single();
        Assert.Null(result.Exception);
        Assert.Equal(files, result.GeneratedSources.Length);
        return output;
    }

    private static List<Diagnostic> Errors(Compilation output) =>
        [.. output.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];

    private static bool IsOf(Diagnostic diagnostic, string pipeline) =>
        diagnostic.ToString().Contains(pipeline, StringComparison.Ordinal);
}
