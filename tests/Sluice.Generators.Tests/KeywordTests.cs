using Microsoft.CodeAnalysis.CSharp;
using Sluice.Generators.Tests.Harness;

namespace Sluice.Generators.Tests;

/// <summary>Every keyword can be a name if the user's code escapes it as required.</summary>
public sealed class KeywordTests
{
    // A single underscore is a name or a discard, and an @ does not change that.
    private static readonly string[] KeywordWords =
    [
        .. SyntaxFacts
            .GetContextualKeywordKinds()
            .Select(SyntaxFacts.GetText)
            .Where(word => SyntaxFacts.IsValidIdentifier(word) && word != "_")
            .Concat(["await", "class", "dynamic", "extension", "field", "nint", "allows", "union"])
            .Distinct()
            .Order(StringComparer.Ordinal),
    ];

    public static TheoryData<string> Shapes => [.. NamedPipelines.Shapes];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Stages_and_inputs_may_have_words_for_names(string shape) =>
        GeneratorHarness.Run(
            new GeneratorInput(NamedPipelines.Of(shape, KeywordWords)) { LanguageVersion = LanguageVersion.Preview }
        );

    [Theory]
    [InlineData(LanguageVersion.CSharp12)]
    [InlineData(LanguageVersion.Preview)]
    public void Types_type_parameters_and_namespaces_may_have_words_for_names(LanguageVersion version) =>
        GeneratorHarness.Run(
            new GeneratorInput(
                "#pragma warning disable CS8860, CS8981\n" + string.Join("\n", KeywordWords.Select(Types))
            )
            {
                LanguageVersion = version,
            }
        );

    [Theory]
    [InlineData(LanguageVersion.CSharp12)]
    [InlineData(LanguageVersion.Preview)]
    public void Members_and_enum_members_may_have_words_for_names(LanguageVersion version) =>
        GeneratorHarness.Run(
            new GeneratorInput(string.Join("\n", KeywordWords.Select(Members))) { LanguageVersion = version }
        );

    [Theory]
    [InlineData("var")]
    [InlineData("Outer")]
    public void A_pipeline_may_be_called_var_or_have_a_type_of_that_name_beside_it(string outer)
    {
        string[] members =
        [
            .. NamedPipelines.Shapes.Select(
                (shape, index) =>
                    $"namespace N{index} {{ {NamedPipelines.Of(shape, ["First", "Second"]).Replace("namespace Names;", "", StringComparison.Ordinal)} public sealed class @var; }}"
            ),
        ];

        GeneratorHarness.Run(
            new GeneratorInput(
                $$"""
                #pragma warning disable CS8860, CS8981
                {{string.Join("\n", members)}}

                namespace Shop
                {
                    public partial class @{{outer}}
                    {
                        [Pipeline]
                        public sealed partial class @{{(outer == "var" ? "Inner" : "var")}}
                        {
                            public partial ValueTask<int> RunAsync(string text);

                            [Stage] private static async Task<int> CountAsync(string text)
                            {
                                await Task.Yield();
                                return text.Length;
                            }
                        }
                    }
                }
                """
            )
        );
    }

    [Fact]
    public async Task A_source_of_stages_may_be_called_field()
    {
        var run = GeneratorHarness.Run(
            new GeneratorInput(
                """
                Console.WriteLine(new Counting(new Field()).Run("abc"));

                public sealed class Field
                {
                    [Stage] public int Count(string text) => text.Length;
                }

                [Pipeline]
                public sealed partial class Counting([Stages] Field field)
                {
                    public partial int Run(string text);
                }
                """
            )
            {
                IsProgram = true,
                LanguageVersion = LanguageVersion.Preview,
            }
        );

        Assert.Equal("3\n", await ProgramOutput.OfAsync(run.Output.Load().Assembly));
    }

    [Fact]
    public void An_underscore_may_be_a_name() =>
        GeneratorHarness.Run(
            new GeneratorInput(
                """
                [Pipeline]
                public sealed partial class Counting
                {
                    public partial ValueTask<int> RunAsync(string _);

                    [Stage, Compensate(nameof(Undo)), Retry(2)] private static ValueTask<int> CountAsync(string _) => new(1);
                    private static ValueTask Undo(int output, string _) => default;
                    [Stage, Guard(Retry = nameof(CountAsync))] private static bool Check(int count) => count > 0;
                }
                """
            )
        );

    // A type parameter and a pipeline in a namespace, each with the given name, with everything that is emitted for values of such
    // types.
    private static string Types(string word) =>
        $$"""
            namespace N.@{{word}}
            {
                public sealed record Box<T>(T Value);

                public sealed record Crate(int Number);

                [Pipeline]
                public sealed partial class Generic<@{{word}}>
                {
                    public partial ValueTask<Box<Box<@{{word}}>>> RunAsync(@{{word}} value, @{{word}}[] values);
                    public partial IAsyncEnumerable<@{{word}}> ReadAsync(Box<@{{word}}> box);

                    [Stage, Retry(2, Delay = "00:00:01"), Cached("00:01:00", Key = "KeyOf")]
                    private static async Task<Box<@{{word}}>> WrapAsync(@{{word}} value)
                    {
                        await Task.Yield();
                        return new(value);
                    }

                    private static int KeyOf(@{{word}} value) => 1;
                    [Stage] private static async Task<Box<Box<@{{word}}>>> WrapAgainAsync(Box<@{{word}}> box, Crate[] crates)
                    {
                        await Task.Yield();
                        return new(box);
                    }

                    [Stage] private static async Task<Crate> PackAsync([Each] @{{word}} item)
                    {
                        await Task.Yield();
                        return new Crate(1);
                    }

                    [Stage] private static IAsyncEnumerable<@{{word}}> Read(Box<@{{word}}> box) => throw new NotSupportedException();
                }

                public static partial class Outer
                {
                    [Pipeline]
                    public sealed partial class @{{word}}
                    {
                        public partial ValueTask<Value> RunAsync(string text);

                        [Stage, Retry(2, Delay = "00:00:01")]
                        private static async Task<Value> CountAsync(string text)
                        {
                            await Task.Yield();
                            return new(text);
                        }

                        [Stage] private static async Task NoteAsync(Value value) => await Task.Yield();

                        public sealed record Value(string Text);
                    }
                }
            }
            """;

    private static string Members(string word) =>
        $$"""
            namespace M.@{{word}}
            {
                public enum Choice
                {
                    @{{word}},
                    Other,
                }

                public sealed class Steps
                {
                    [Stage, Retry(2, When = "{{word}}", Delay = "00:00:01")]
                    public async Task<long> DoubleAsync(int count)
                    {
                        await Task.Yield();
                        return count;
                    }

                    private static readonly bool s_mayRetry = true;

                    public bool @{{word}}(Exception exception) => s_mayRetry;
                }

                [Pipeline]
                public sealed partial class ByMember([Stages] Steps @{{word}})
                {
                    public partial ValueTask<long> @Run{{word}}(int @{{word}});
                }

                [Pipeline]
                public sealed partial class ByField
                {
                    [Stages] private readonly Steps @{{word}} = new();

                    public partial ValueTask<long> RunAsync(Choice @{{word}}, int count);
                    public partial ValueTask<string> RouteAsync(Choice @{{word}});

                    [Stage, When("{{word}}", Choice.@{{word}})] private static string Left(Choice @{{word}}) => "";
                    [Stage, Otherwise("{{word}}")] private static string Right(Choice @{{word}}) => "";
                    [Stage] private static string AddUp([From("Left", "Right")] string text) => text;
                }
            }
            """;
}
