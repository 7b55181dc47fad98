using Sluice.Generators.Tests.Harness;

namespace Sluice.Generators.Tests;

public sealed class ObsoleteStageTests
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
}
