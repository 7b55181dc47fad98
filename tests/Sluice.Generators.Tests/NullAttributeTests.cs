using Sluice.Generators.Tests.Harness;

namespace Sluice.Generators.Tests;

/// <summary>Attributes that state more about null than the type does apply to emitted code as they do to the user's code.</summary>
public sealed class NullAttributeTests
{
    [Theory]
    [InlineData("string? Run([AllowNull] string text)", "string? Trim(string? text) => text")]
    [InlineData("string? Run([AllowNull] string text)", "string? Trim([AllowNull] string text) => text")]
    [InlineData("string Run([DisallowNull] string? text)", "string Trim(string text) => text")]
    [InlineData("string Run([NotNull] string? text)", "string Trim(string text) => text")]
    [InlineData("string Run([MaybeNull] string text)", "string Trim(string text) => text")]
    [InlineData("string Run(string text)", "string Trim([DisallowNull] string? text) => text")]
    [InlineData(
        "string Run(string text)",
        "string Trim([NotNull] string? text) => text ?? throw new ArgumentNullException(nameof(text))"
    )]
    [InlineData("string? Run(string text)", "[return: MaybeNull] string Trim(string text) => null")]
    [InlineData("string Run(string text)", "[return: NotNull] string? Trim(string text) => text")]
    [InlineData("[return: MaybeNull] string Run(string? text)", "string? Trim(string? text) => text")]
    [InlineData("[return: MaybeNull] string Run(string text)", "[return: MaybeNull] string Trim(string text) => text")]
    [InlineData("[return: NotNull] string? Run(string text)", "string Trim(string text) => text")]
    [InlineData(
        "[return: NotNullIfNotNull(nameof(text))] string? Run(string? text)",
        "[return: NotNullIfNotNull(nameof(text))] string? Trim(string? text) => text"
    )]
    public void They_give_no_warning_in_emitted_code(string entryPoint, string stage)
    {
        var (entryReturn, entryMethod) = ReturnOf(entryPoint);
        var (stageReturn, stageMethod) = ReturnOf(stage);
        var awaited = entryMethod.Replace(" Run(", "> RunAsync(", StringComparison.Ordinal);
        string[] entryPoints =
        [
            $"{entryReturn} public partial {entryMethod};",
            .. entryReturn.Length == 0 ? [$"public partial ValueTask<{awaited};"] : Array.Empty<string>(),
        ];
        string[] attributes = ["", ", Retry(2)", ", Retry(2), Intercept<Log>, Fallback(nameof(Instead))"];
        GeneratorHarness.Run(
            new GeneratorInput([
                """
                global using System.Diagnostics.CodeAnalysis;

                public readonly struct Log : ISynchronousStageInterceptor
                {
                    public T Invoke<T, TInner>(TInner inner, StageContext context)
                        where TInner : struct, ISynchronousStageCall<T> => inner.Invoke();
                }
                """,
                .. attributes.Select(
                    (further, index) =>
                        $$"""
                            namespace N{{index}};

                            [Pipeline]
                            public sealed partial class Texts
                            {
                                {{string.Join("\n    ", entryPoints)}}

                                [Stage{{further}}] {{stageReturn}} private static {{stageMethod}};
                                private static string Instead() => "";
                            }
                            """
                ),
            ])
        );
    }

    [Fact]
    public async Task An_entry_point_that_promises_an_input_that_is_not_null_refuses_null()
    {
        var run = GeneratorHarness.Run(
            new GeneratorInput(
                """
                using System.Diagnostics.CodeAnalysis;

                try
                {
                    new Texts().Run(null);
                }
                catch (ArgumentNullException exception)
                {
                    Console.WriteLine(exception.ParamName);
                }

                [Pipeline]
                public sealed partial class Texts
                {
                    public partial int Run([NotNull] string? text);

                    [Stage] private static int Count(string text) => text.Length;
                }
                """
            )
            {
                IsProgram = true,
            }
        );

        Assert.Equal("text\n", await ProgramOutput.OfAsync(run.Output.Load().Assembly));
    }

    // The attributes of a return value precede the modifiers.
    private static (string Attribute, string Method) ReturnOf(string method)
    {
        var end = method.StartsWith('[') ? method.IndexOf("] ", StringComparison.Ordinal) + 2 : 0;
        return (method[..end], method[end..]);
    }
}
