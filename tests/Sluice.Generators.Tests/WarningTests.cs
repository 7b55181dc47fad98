using Sluice.Generators.Tests.Harness;

namespace Sluice.Generators.Tests;

public sealed class WarningTests
{
    [Theory]
    [InlineData("[Obsolete]")]
    [InlineData("[Obsolete(\"Use another\")]")]
    public void An_obsolete_stage_gives_no_warning_in_emitted_code(string attribute) =>
        GeneratorHarness.Run(
            new GeneratorInput(
                $$"""
                [Pipeline]
                public static partial class Old
                {
                    public static partial int Run(string text);

                    [Stage, {{attribute.Trim('[', ']')}}]
                    private static int Count(string text) => text.Length;
                }
                """
            )
        );

    [Fact]
    public void Sources_that_may_be_null_give_no_warning_in_emitted_code() =>
        GeneratorHarness.Run(
            new GeneratorInput(
                """
                public sealed class Steps
                {
                    [Stage] public int Count(string text) => text.Length;
                }

                [Pipeline]
                public sealed partial class FromMember
                {
                    [Stages] private readonly Steps? _steps = new();

                    public partial int Run(string text);
                }

                [Pipeline]
                public sealed partial class FromStaticMember
                {
                    [Stages] private static Steps? Steps { get; set; } = new();

                    public partial int Run(string text);
                }

                [Pipeline]
                public sealed partial class FromParameter([Stages] Steps? steps)
                {
                    public partial int Run(string text);
                }
                """
            )
        );
}
