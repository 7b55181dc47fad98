using Microsoft.CodeAnalysis;
using Sluice.Generators.Tests.Harness;

namespace Sluice.Generators.Tests;

/// <summary>Tests of the harness, which itself checks every generator test.</summary>
public sealed class HarnessTests
{
    [Theory]
    [InlineData("class A { }\r\n", "carriage return")]
    [InlineData("class A { }", "exactly one line end")]
    [InlineData("class A { }\n\n", "exactly one line end")]
    [InlineData("\tclass A { }\n", "line 1 has a tab")]
    [InlineData("class A\n{ \n}\n", "line 2 ends with a blank")]
    [InlineData("class A\n\n\n{\n}\n", "line 3 is a second empty line")]
    [InlineData("class A\n{\n\n    int b;\n}\n", "line 3 is empty and follows an opening brace")]
    [InlineData("class A\n{\n    int b;\n\n}\n", "line 5 is a closing brace after an empty line")]
    public void Text_that_is_not_well_formed_is_found(string text, string offence) =>
        Assert.Contains(
            EmittedTextRules.FindOffences(text),
            found => found.Contains(offence, StringComparison.Ordinal)
        );

    [Fact]
    public void The_strange_culture_is_strange_while_it_lasts()
    {
        var before = System.Globalization.CultureInfo.CurrentCulture;
        using (HostileCulture.Enter())
        {
#pragma warning disable CA1305 // The test is about the culture.
            Assert.NotEqual("-1", $"{-1}");
            Assert.NotEqual("0.5", string.Concat(0.5));
            Assert.NotEqual("-1", new System.Text.StringBuilder().Append(-1).ToString());
#pragma warning restore CA1305
        }

        Assert.Same(before, System.Globalization.CultureInfo.CurrentCulture);
    }

    [Fact]
    public void Text_that_is_well_formed_passes() =>
        Assert.Empty(EmittedTextRules.FindOffences("class A\n{\n    int b;\n\n    int c;\n}\n"));

    [Fact]
    public void A_symbol_deep_in_a_model_is_found()
    {
        var symbol = CompilationFactory.Compile(new GeneratorInput("class A;")).GetTypeByMetadataName("A")!;

        Assert.Single(HeldObjects.Find(new Dictionary<string, object[]> { ["a"] = [1, new Holder(symbol)] }));
        Assert.Single(HeldObjects.Find(new Holder(symbol.Locations[0])));
        Assert.Single(HeldObjects.Find((1, (object)new Func<string?>(symbol.ToString))));
    }

    [Fact]
    public void Text_and_numbers_may_be_held() =>
        Assert.Empty(HeldObjects.Find(new Holder(new object[] { 1, "a", DayOfWeek.Friday, null! })));

    [Fact]
    public void A_difference_is_shown_by_its_first_line() =>
        Assert.Equal("Line 2 differs.\naccepted: b\nreceived: (the end)", Snapshot.DescribeDifference("a\nb\nc", "a"));

    [Fact]
    public void A_warning_in_a_compilation_is_found()
    {
        var compilation = CompilationFactory.Compile(
            new GeneratorInput("class A { string? B() => null; string C() => B(); }")
        );

        Assert.Equal(["CS8603"], GeneratorHarness.FindProblems(compilation).Select(problem => problem.Id));
    }

    [Fact]
    public void A_step_that_ran_again_is_found()
    {
        var run = GeneratorHarness.Run(
            "namespace Shop; [Pipeline] public sealed partial class P { public partial Cart Run(Order o); [Stage] Cart Fill(Order o) => new(o); }"
        );
        var edited = CompilationFactory.Edit(
            run.Input,
            1,
            text => text.Replace("Fill", "Pack", StringComparison.Ordinal)
        );

        Assert.ThrowsAny<Xunit.Sdk.XunitException>(run.After(edited).AssertNothingRan);
        run.After(run.Input).AssertNothingRan();
    }

    private sealed record Holder(object Held);
}
