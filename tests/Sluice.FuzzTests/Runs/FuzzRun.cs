using System.Collections.Immutable;
using System.Diagnostics;
using Sluice.FuzzTests.Checks;
using Sluice.FuzzTests.Programs;
using Sluice.FuzzTests.Variants;

namespace Sluice.FuzzTests.Runs;

/// <summary>Varies programs and checks the compiler on the variants.</summary>
/// <param name="options">The number of variants, and the seed.</param>
/// <param name="compiler">The compiler.</param>
/// <param name="log">Receives each failure when it is found, and the progress of the run.</param>
internal sealed class FuzzRun(FuzzOptions options, CompilerUnderTest compiler, TextWriter log)
{
    private readonly List<Failure> _failures = [];
    private int _variants;
    private int _shrunk;

    /// <summary>Varies the programs in a random order, and repeats this until there are enough variants.</summary>
    public async Task<FuzzReport> RunAsync(ImmutableArray<FuzzProgram> programs)
    {
        var order = programs.Where(program => options.Program is null || program.Name == options.Program).ToArray();
        new Dice(options.Seed).Shuffle(order);
        var partial = new HashSet<string>();
        var stuck = new HashSet<string>();
        var varied = new HashSet<string>();
        for (var round = 0ul; _variants < options.Variants && partial.Count + stuck.Count < order.Length; round++)
        {
            foreach (var program in order)
            {
                if (_variants >= options.Variants)
                {
                    break;
                }

                if (stuck.Contains(program.Name))
                {
                    continue;
                }

                if (partial.Contains(program.Name) || (round == 0 && !program.IsWhole()))
                {
                    partial.Add(program.Name);
                    continue;
                }

                varied.Add(program.Name);
                if (!await VaryAsync(program, round).ConfigureAwait(false))
                {
                    stuck.Add(program.Name);
                }

                await log.WriteLineAsync($"{_variants} variants, {program.Name}").ConfigureAwait(false);
            }
        }

        return new FuzzReport(options, _variants, varied.Count, partial.Count, _failures);
    }

    // Returns whether the compiler finished each time. If it does not, every further variant may take as long, so the program is not
    // varied further.
    private async Task<bool> VaryAsync(FuzzProgram program, ulong round)
    {
        var maker = new VariantMaker(program.Text);
        var dice = new Dice(Dice.Mix(options.Seed, Dice.Mix(Hash(program.Name), round)));
        using var checker = new VariantChecker(program, compiler);
        var variant = new Variant("the program itself", program.Text);
        var before = "";
        var count = options.VariantsOf(program);
        for (var step = 0; step <= count; step++)
        {
            var isThorough = dice.Chance(options.ThoroughPercent);
            var findings = await CheckAsync(checker, variant.Text, isThorough).ConfigureAwait(false);
            _variants += step == 0 ? 0 : 1;
            foreach (var finding in findings)
            {
                await KeepAsync(finding, program, step, variant, before).ConfigureAwait(false);
            }

            if (findings.Any(finding => finding.Kind == FindingKind.Hangs))
            {
                return false;
            }

            before = variant.Text;
            variant = maker.Make(dice);
        }

        return true;
    }

    private async Task<ImmutableArray<Finding>> CheckAsync(VariantChecker checker, string text, bool isThorough)
    {
        var check = Task.Run(() => checker.CheckAsync(text, isThorough));
        var (start, used) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        while (await Task.WhenAny(check, Task.Delay(options.Patience / 20)).ConfigureAwait(false) != check)
        {
            // On a busy machine the elapsed time can exceed the limit while the compiler gets no processor time.
            if (
                Environment.CpuUsage.TotalTime - used > options.Patience
                || Stopwatch.GetElapsedTime(start) > 20 * options.Patience
            )
            {
                return [new Finding(FindingKind.Hangs, "", $"not done after {options.Patience}")];
            }
        }

        try
        {
            return await check.ConfigureAwait(false);
        }
        catch (Exception exception)
            when (exception.TargetSite?.Module.Assembly.GetName().Name == "Microsoft.CodeAnalysis.CSharp")
        {
            return [checker.OfLanguageCompiler(text, exception)];
        }
    }

    private async Task KeepAsync(Finding finding, FuzzProgram program, int step, Variant variant, string before)
    {
        if (_failures.Find(known => known.Finding.IsLike(finding)) is { } failure)
        {
            failure.Count++;
            return;
        }

        failure = new Failure(finding, program.Name, step, variant, before);
        _failures.Add(failure);
        if (
            finding.Kind
                is not (
                    FindingKind.RepeatedError
                    or FindingKind.LanguageCompilerThrows
                    or FindingKind.Hangs
                    or FindingKind.IncrementalDiffers
                    or FindingKind.CostsTooMuch
                )
            && _shrunk++ < options.Shrunk
        )
        {
            failure.Smallest = await new VariantShrinker(program, compiler, finding)
                .ShrinkAsync(variant.Text)
                .ConfigureAwait(false);
        }

        await log.WriteLineAsync(failure.ToString()).ConfigureAwait(false);
    }

    // The variants of a program depend on its name and not on its position, which changes when programs are added.
    private static ulong Hash(string name) =>
        name.Aggregate(14695981039346656037, (hash, letter) => (hash ^ letter) * 1099511628211);
}
