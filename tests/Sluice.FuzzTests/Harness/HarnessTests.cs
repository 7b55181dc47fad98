using Sluice.FuzzTests.Checks;
using Sluice.FuzzTests.Programs;
using Sluice.FuzzTests.Runs;
using Sluice.FuzzTests.Variants;

namespace Sluice.FuzzTests.Harness;

/// <summary>Tests the checks of a variant: a correct compiler passes them, and no faulty one does.</summary>
public sealed class HarnessTests
{
    private const string Source = """
        public sealed class Order
        {
            [Obsolete("old")]
            public int Count(string text, int number = 3) => text.Length + number;
        }
        """;

    [Fact]
    public async Task A_right_compiler_has_nothing_to_fear() => Assert.Empty((await RunAsync(Mistake.None)).Failures);

    [Theory]
    [InlineData(Mistake.GeneratorThrows, nameof(FindingKind.GeneratorThrows))]
    [InlineData(Mistake.GeneratorHangs, nameof(FindingKind.Hangs))]
    [InlineData(Mistake.GeneratorAllocates, nameof(FindingKind.CostsTooMuch))]
    [InlineData(Mistake.GeneratorRemembers, nameof(FindingKind.IncrementalDiffers))]
    [InlineData(Mistake.EmitsError, nameof(FindingKind.EmittedError))]
    [InlineData(Mistake.EmitsWarning, nameof(FindingKind.EmittedWarning))]
    [InlineData(Mistake.EmitsBrokenBody, nameof(FindingKind.BrokenIsGreen))]
    [InlineData(Mistake.AnalyzerThrows, nameof(FindingKind.AnalyzerThrows))]
    [InlineData(Mistake.FixThrows, nameof(FindingKind.FixThrows))]
    [InlineData(Mistake.FixBreaksSyntax, nameof(FindingKind.FixBreaksSyntax))]
    public async Task A_mistake_is_found(Mistake mistake, string kind)
    {
        var report = await RunAsync(mistake);

        Assert.Contains(report.Failures, failure => failure.Finding.Kind.ToString() == kind);
    }

    [Fact]
    public async Task A_failing_text_becomes_as_small_as_it_can()
    {
        var report = await RunAsync(Mistake.EmitsError, shrunk: 1);

        var failure = report.Failures.First(failure => failure.Finding.Kind == FindingKind.EmittedError);
        Assert.Equal("", failure.Smallest.Trim());
    }

    [Fact]
    public void A_seed_gives_the_same_variants_each_time()
    {
        static IEnumerable<string> Variants(ulong seed)
        {
            var (maker, dice) = (new VariantMaker(Source), new Dice(seed));
            return Enumerable.Range(0, 200).Select(_ => maker.Make(dice).Text).ToList();
        }

        Assert.Equal(Variants(1), Variants(1));
        Assert.NotEqual(Variants(1), Variants(2));
    }

    [Fact]
    public void An_empty_file_has_no_variants_but_itself()
    {
        var (maker, dice) = (new VariantMaker(""), new Dice(1));

        Assert.All(Enumerable.Range(0, 50), _ => Assert.Equal("", maker.Make(dice).Text));
    }

    [Fact]
    public void The_catalog_has_the_programs_of_the_repository()
    {
        var names = ProgramCatalog.All().Select(program => program.Name).ToList();

        Assert.Equal(names.Count, names.Distinct().Count());
        Assert.Contains("samples/DocumentSearch/Pipelines/QueryPipeline.cs", names);
        Assert.Contains("tests/Sluice.FunctionalTests/Policies/RetryTests.cs", names);
        Assert.Contains("README.md", names);
        Assert.Contains("SLU0003.md#0", names);
        Assert.Contains("tests/Sluice.Generators.Tests/FlowTests.cs#0", names);
    }

    private static async Task<FuzzReport> RunAsync(Mistake mistake, int shrunk = 0)
    {
        using var gate = new ManualResetEvent(false);
        try
        {
            var options = new FuzzOptions(5, 1)
            {
                VariantsPerProgram = 5,
                ThoroughPercent = 100,
                Shrunk = shrunk,
                Patience = mistake == Mistake.GeneratorHangs ? TimeSpan.FromSeconds(5) : TimeSpan.FromMinutes(3),
            };
            var compiler = new CompilerUnderTest(
                new MistakenGenerator(mistake, gate),
                new MistakenAnalyzer(mistake),
                [new MistakenFix(mistake)]
            );
            return await new FuzzRun(options, compiler, TextWriter.Null).RunAsync([
                new FuzzProgram("Order", Source, ProgramCompilation.Of([], ProgramCompilation.ImplicitUsings, false)),
            ]);
        }
        finally
        {
            gate.Set();
        }
    }
}
