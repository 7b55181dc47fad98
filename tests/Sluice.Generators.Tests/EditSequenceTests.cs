using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Sluice.Generators.Tests.Harness;

namespace Sluice.Generators.Tests;

/// <summary>After a sequence of edits, a generator produces the same files and errors as a new generator on the final text.</summary>
public sealed class EditSequenceTests
{
    private const string Whole =
        "public partial Cart Run(Order order); [Stage] private static Cart Parse(Order order) => new(order);";
    private const string Other =
        "public partial int Run(Order order); [Stage] private static int Count(Order order) => order.Id;";
    private const string Broken =
        "public partial Cart Run(Order order); [Stage] private static Cart Parse(Stock stock) => stock.Cart;";
    private const string Wrong = "public partial Cart Run(Order order);";

    private static readonly GeneratorInput Input = new(Shop.Values)
    {
        Properties = ImmutableDictionary<string, string>.Empty.Add("SluiceAnalyzersAreOff", "true"),
    };

    [Theory]
    [InlineData("B W", "- W", "B W", "W W", "B B")]
    [InlineData("B -", "W -", "- B", "B W", "- W", "B -")]
    [InlineData("W B", "B W", "- B", "B -", "W -", "E B", "B E")]
    [InlineData("B B B", "W B W", "B W B", "- - B", "B - -", "- B -", "W W B")]
    public void After_each_edit_the_result_is_that_of_a_fresh_start(params string[] states) =>
        AssertEqualsFreshStart(states.Select(state => state.Replace(" ", "", StringComparison.Ordinal)));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void After_any_edits_the_result_is_that_of_a_fresh_start(int seed)
    {
        // A fixed seed produces the same edits in every process.
        var number = (uint)seed * 2654435761u;
        uint Next(uint below) => (number = (number * 1664525u) + 1013904223u) / 65536u % below;

        var state = "----".ToCharArray();
        AssertEqualsFreshStart(
            Enumerable
                .Range(0, 60)
                .Select(_ =>
                {
                    for (var edits = Next(3) + 1; edits > 0; edits--)
                    {
                        state[Next(4)] = "-WOBE"[(int)Next(5)];
                    }

                    return new string(state);
                })
        );
    }

    private static void AssertEqualsFreshStart(IEnumerable<string> states)
    {
        Compilation compilation = CompilationFactory.Compile(Input);
        var driver = CompilationFactory.CreateDriver(Input);
        var files = new SyntaxTree?[4];
        var passed = new List<string>();
        foreach (var state in states)
        {
            passed.Add(state);
            for (var file = 0; file < state.Length; file++)
            {
                compilation = Edit(compilation, files, file, state[file]);
            }

            driver = driver.RunGenerators(compilation);
            var fresh = CompilationFactory.CreateDriver(Input).RunGenerators(compilation);

            var expected = Describe(fresh);
            Assert.Equal(
                state.Count(letter => letter is 'B' or 'E'),
                expected.Count(line => line.StartsWith("error", StringComparison.Ordinal))
            );
            Assert.True(
                expected.SequenceEqual(Describe(driver)),
                $"After {string.Join(", ", passed)}:\n{string.Join('\n', Describe(driver))}\nFresh:\n{string.Join('\n', expected)}"
            );
        }
    }

    // There is one file for each pipeline. A removed pipeline has no file.
    private static Compilation Edit(Compilation compilation, SyntaxTree?[] files, int file, char state)
    {
        var text = state == '-' ? null : Text(file, state);
        if (files[file]?.ToString() == text)
        {
            return compilation;
        }

        var before = files[file];
        files[file] = text is null
            ? null
            : CSharpSyntaxTree.ParseText(
                text,
                (CSharpParseOptions)compilation.SyntaxTrees.First().Options,
                $"P{file}.cs"
            );
        return (before, files[file]) switch
        {
            (null, { } added) => compilation.AddSyntaxTrees(added),
            ({ } removed, null) => compilation.RemoveSyntaxTrees(removed),
            ({ } old, { } changed) => compilation.ReplaceSyntaxTree(old, changed),
            _ => compilation,
        };
    }

    private static string Text(int file, char state)
    {
        var members = state switch
        {
            'W' => Whole,
            'O' => Other,
            'B' => Broken,
            _ => Wrong,
        };
        return $"namespace Shop; [Pipeline] public sealed partial class P{file} {{ {members} }}";
    }

    private static List<string> Describe(GeneratorDriver driver)
    {
        var result = driver.GetRunResult().Results.Single();
        Assert.Null(result.Exception);
        return
        [
            .. result
                .GeneratedSources.Select(source => $"{source.HintName}: {source.SourceText}")
                .Order(StringComparer.Ordinal),
            .. result
                .Diagnostics.Select(diagnostic => $"error {diagnostic.GetMessage(null)}")
                .Order(StringComparer.Ordinal),
        ];
    }
}
