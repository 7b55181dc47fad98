using System.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Sluice.Benchmarks.Binding;

/// <summary>
/// Binds projects of 200 pipelines with 25 stages each: with the code that the generator emits, and with bodies that only throw. They
/// take turns in one process, and which begins changes from round to round. Each round begins with a new compilation of files that
/// are read already. The compiler uses one thread: the processor time of a round then hardly depends on what else the machine does.
/// </summary>
internal static class BindingContest
{
    /// <summary>The number of rounds unless the caller asks for another.</summary>
    public const int UsualRounds = 15;

    private const int Pipelines = 200;
    private const int WarmUps = 2;

    /// <summary>Prints the lines that are emitted for a stage, and how many times as long as without emitted code a project takes to bind.</summary>
    /// <param name="output">Where the results are printed.</param>
    /// <param name="rounds">The number of rounds that count.</param>
    public static void RunAll(TextWriter output, int rounds)
    {
        PrintLines(output, PipelineShape.Chain, new PipelineProject(PipelineShape.Chain, Pipelines));
        foreach (var shape in (PipelineShape[])[PipelineShape.Layered, PipelineShape.Mixed])
        {
            var project = new PipelineProject(shape, Pipelines);
            PrintLines(output, shape, project);
            Compare(output, shape, project, rounds);
        }
    }

    private static void PrintLines(TextWriter output, PipelineShape shape, PipelineProject project) =>
        output.WriteLine(
            FormattableString.Invariant($"{shape.Name}: {project.LinesPerStage:F1} emitted lines per stage")
        );

    private static void Compare(TextWriter output, PipelineShape shape, PipelineProject project, int rounds)
    {
        var measured = new List<(Times With, Times Without)>();
        for (var round = -WarmUps; round < rounds; round++)
        {
            var times = BindBoth(project, generatedFirst: round % 2 == 0);
            if (round >= 0)
            {
                measured.Add(times);
            }
        }

        var elapsed = Describe(measured.Select(static times => times.With.Elapsed / times.Without.Elapsed));
        var processor = Describe(measured.Select(static times => times.With.Processor / times.Without.Processor));
        var with = Median(measured.Select(static times => times.With.Processor));
        var without = Median(measured.Select(static times => times.Without.Processor));
        output.WriteLine(
            FormattableString.Invariant(
                $"{shape.Name}: binding takes {processor} x the processor time ({with:F0} ms with emitted code, {without:F0} ms without), {elapsed} x the time"
            )
        );
    }

    private static (Times With, Times Without) BindBoth(PipelineProject project, bool generatedFirst)
    {
        if (generatedFirst)
        {
            var with = Bind(project.WithGeneratedCode);
            return (with, Bind(project.WithHandWrittenBodies));
        }

        var without = Bind(project.WithHandWrittenBodies);
        return (Bind(project.WithGeneratedCode), without);
    }

    private static Times Bind(IReadOnlyList<SyntaxTree> files)
    {
        var compilation = PipelineProject.Compile(files);
        GC.Collect();
        var processor = Environment.CpuUsage.TotalTime;
        var start = Stopwatch.GetTimestamp();
        var diagnostics = compilation.GetDiagnostics();
        var times = new Times(Stopwatch.GetElapsedTime(start), Environment.CpuUsage.TotalTime - processor);
        if (diagnostics.FirstOrDefault(static found => found.Severity >= DiagnosticSeverity.Warning) is { } problem)
        {
            throw new InvalidOperationException($"The project does not compile without a warning: {problem}");
        }

        return times;
    }

    /// <summary>The median, with the quartiles.</summary>
    private static string Describe(IEnumerable<double> ratios)
    {
        double[] sorted = [.. ratios.Order()];
        return FormattableString.Invariant(
            $"{sorted[sorted.Length / 2]:F2} ({sorted[sorted.Length / 4]:F2} to {sorted[sorted.Length * 3 / 4]:F2})"
        );
    }

    private static double Median(IEnumerable<TimeSpan> times)
    {
        double[] sorted = [.. times.Select(static time => time.TotalMilliseconds).Order()];
        return sorted[sorted.Length / 2];
    }

    private readonly record struct Times(TimeSpan Elapsed, TimeSpan Processor);
}
