using Sluice.Compiler.Bind;
using Sluice.Compiler.Model;
using Sluice.Compiler.Rules;
using Sluice.Compiler.Tests.Parse;

namespace Sluice.Compiler.Tests.Bind;

/// <summary>
/// Differences that binding ignores and that C# warns about, or should: nullability inside types, and the order of tuple elements.
/// </summary>
public sealed class DifferenceTests
{
    [Fact]
    public void Null_inside_of_a_value_is_a_warning_where_none_is_taken() =>
        Assert.Equal(
            "NullableValue: A value of type 'List<string?>' goes from stage 'Find' to parameter 'names' of stage 'Count', which takes "
                + "'List<string>'. Use the same nullability in both types.",
            Bind("public partial int Run();", "List<string?> Find() => [];", "int Count(List<string> names) => 1;")
                .OnlyFinding()
        );

    [Theory]
    [InlineData("List<string?>", "List<string>", true)]
    [InlineData("List<string>", "List<string?>", true)]
    [InlineData("List<string?>", "IEnumerable<string>", true)]
    [InlineData("List<string>", "IEnumerable<string?>", false)]
    [InlineData("List<string?>", "IEnumerable<string?>", false)]
    [InlineData("List<string?>", "IEnumerable<object>", true)]
    [InlineData("string?[]", "string[]", true)]
    [InlineData("string[]", "string?[]", false)]
    [InlineData("string?[]", "IReadOnlyList<string>", true)]
    [InlineData("string[]", "IList<string?>", true)]
    [InlineData("Action<string>", "Action<string?>", true)]
    [InlineData("Action<string?>", "Action<string>", false)]
    [InlineData("Func<Action<string>>", "Func<Action<string?>>", true)]
    [InlineData("Dictionary<string, List<string?>>", "Dictionary<string, List<string>>", true)]
    [InlineData("(string?, int)", "(string, int)", true)]
    [InlineData("(string, int)", "(string?, int)", false)]
    [InlineData("List<(string, int)>", "List<(string?, int)>", true)]
    [InlineData("KeyValuePair<string?, int>", "KeyValuePair<string, int>", true)]
    [InlineData("Names", "IEnumerable<string>", true)]
    [InlineData("Outer<string?>.Inner", "Outer<string>.Inner", true)]
    [InlineData("Optional<List<string?>>", "List<string>", true)]
    [InlineData("Task<List<string?>>", "List<string>", true)]
    [InlineData("List<string?>", "Outcome<List<string>>", true)]
    [InlineData("List<int?>", "List<int?>", false)]
    public void Nullability_inside_goes_by_variance_as_in_csharp(string given, string taken, bool isReported)
    {
        var findings = Bind(
            "public partial ValueTask<int> RunAsync();",
            $"{given} Find() => default!;",
            $"int Count({taken} names) => 1;"
        )
            .Findings.Where(finding => finding.Rule != Rule.OutputMayBeAbsent);
        Assert.Equal(isReported ? [Rule.NullableValue] : [], findings.Select(finding => finding.Rule));
    }

    [Theory]
    [InlineData("IReadOnlyList<string?> Find() => [];", "void Print([Each] string name) { }", true)]
    [InlineData("IReadOnlyList<string?> Find() => [];", "void Print([Each] string? name) { }", false)]
    [InlineData("IReadOnlyList<string?[]> Find() => [];", "void Print([Each(Flatten = true)] string name) { }", true)]
    [InlineData("List<List<string?>> Find() => [];", "void Print([Each] List<string> names) { }", true)]
    public void Elements_that_may_be_null_are_a_warning_too(string find, string print, bool isReported) =>
        Assert.Equal(
            isReported ? [Rule.NullableValue] : [],
            Bind("public partial void Run();", find, print).Findings.Select(finding => finding.Rule)
        );

    [Theory]
    [InlineData("public partial List<string> Run();", "List<string?> Find() => [];")]
    [InlineData(
        "[return: From(nameof(Find), \"other\")] public partial List<string>? Run(List<string> other);",
        "List<string?> Find() => [];"
    )]
    [InlineData("public partial int Run(List<string?> names);", "int Count(List<string> names) => 1;")]
    [InlineData(
        "public partial string[] Run();",
        "string? Find([Each] int number) => null; [Stage] int[] Numbers() => [];"
    )]
    public void So_it_is_for_outputs_merges_inputs_and_results_of_each(string entryPoint, string stage) =>
        Assert.Contains(Rule.NullableValue, Bind(entryPoint, stage).Findings.Select(finding => finding.Rule));

    [Fact]
    public void What_no_context_annotates_is_never_warned_of() =>
        Assert.Empty(
            Bind(
                "public partial int Run();",
                "\n#nullable disable\nList<string> Find() => [];\n#nullable restore\n",
                "int Count(List<string?> names) => 1;"
            ).Findings
        );

    [Fact]
    public void Tuple_elements_with_their_names_at_other_places_are_a_warning() =>
        Assert.Equal(
            "TupleElementsMoved: The elements of a tuple are matched by position, not by name: stage 'Measure' provides '(int Width, int "
                + "Height)', but parameter 'size' of stage 'Draw' takes '(int Height, int Width)', so 'Height' gets the value of 'Width'. Put the "
                + "elements in the same order, or give them other names.",
            Bind(
                    "public partial int Run();",
                    "(int Width, int Height) Measure() => default;",
                    "int Draw((int Height, int Width) size) => 1;"
                )
                .OnlyFinding()
        );

    [Theory]
    [InlineData("(int A, int B)", "(int A, int B)", false)]
    [InlineData("(int A, int B)", "(int C, int D)", false)]
    [InlineData("(int, int)", "(int B, int A)", false)]
    [InlineData("(int A, int B)", "(int, int)", false)]
    [InlineData("(int A, int B)", "(int a, int b)", false)]
    [InlineData("(int A, int B)", "(int b, int a)", true)]
    [InlineData("(int A, int B, int C)", "(int A, int C, int D)", true)]
    [InlineData("List<(int A, int B)>", "List<(int B, int A)>", true)]
    [InlineData("List<(int A, int B)>", "IEnumerable<(int B, int A)>", true)]
    [InlineData("(int A, int B)[]", "(int B, int A)[]", true)]
    [InlineData("((int A, int B), int)", "((int B, int A), int)", true)]
    [InlineData("Optional<(int A, int B)>", "Optional<(int B, int A)>", true)]
    [InlineData("Task<(int A, int B)>", "(int B, int A)", true)]
    public void Only_the_same_names_in_another_order_are_a_warning(string given, string taken, bool isReported) =>
        Assert.Equal(
            isReported ? [Rule.TupleElementsMoved] : [],
            Bind(
                "public partial ValueTask<int> RunAsync();",
                $"{given} Measure() => default!;",
                $"int Draw({taken} size) => 1;"
            )
                .Findings.Select(finding => finding.Rule)
        );

    [Theory]
    [InlineData("public partial int Run((int A, int B) size);", "int Draw((int B, int A) size) => 1;")]
    [InlineData("public partial (int B, int A)[] Run();", "(int A, int B)[] Measure() => [];")]
    [InlineData(
        "public partial void Run();",
        "List<(int A, int B)> Measure() => [];",
        "void Draw([Each] (int B, int A) size) { }"
    )]
    [InlineData(
        "public partial int Run((int B, int A) other);",
        "(int A, int B) Measure() => default;",
        "int Draw([From(nameof(Measure), \"other\")] (int A, int B) size) => 1;"
    )]
    public void So_it_is_for_inputs_outputs_elements_and_merges(params string[] members) =>
        Assert.Contains(
            Rule.TupleElementsMoved,
            Bind(members[0], members[1..]).Findings.Select(finding => finding.Rule)
        );

    private static BoundPipeline Bind(string entryPoint, params string[] stages) =>
        PipelineBinder.Bind(
            Source
                .Parse(
                    $"[Pipeline] partial class P {{ {entryPoint} {string.Concat(stages.Select(stage => $" [Stage] {stage}"))} }} "
                        + "abstract class Names : IEnumerable<string?> { public abstract IEnumerator<string?> GetEnumerator(); "
                        + "System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => null!; } "
                        + "class Outer<T> { public class Inner; }"
                )
                .Model
        );
}
