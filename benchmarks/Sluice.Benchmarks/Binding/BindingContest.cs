using System.Diagnostics;
using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Sluice.Benchmarks.Binding;

/// <summary>
/// Binds projects of 200 pipelines with 25 stages each: with the code that the generator emits, and with bodies that only throw. They take turns in one process, and
/// which begins changes from round to round. Every round begins with a new compilation of files that are read already.
/// </summary>
internal static class BindingContest
{
    private const int Pipelines = 200;
    private const int WarmUps = 2;
    private const int Rounds = 15;

    /// <summary>Prints the lines that are emitted for a stage, and how many times as long as without emitted code a project takes to bind.</summary>
    public static void RunAll(TextWriter output)
    {
        output.WriteLine(
            FormattableString.Invariant(
                $"lines per stage, {PipelineShape.Chain.Name}: {new PipelineProject(PipelineShape.Chain, Pipelines).LinesPerStage:F1}"
            )
        );
        foreach (var shape in (PipelineShape[])[PipelineShape.Layered, PipelineShape.Mixed])
        {
            var project = new PipelineProject(shape, Pipelines);
            output.WriteLine(FormattableString.Invariant($"lines per stage, {shape.Name}: {project.LinesPerStage:F1}"));
            foreach (var isConcurrent in (bool[])[false, true])
            {
                Compare(output, shape, project, isConcurrent);
            }
        }
    }

    private static void Compare(TextWriter output, PipelineShape shape, PipelineProject project, bool isConcurrent)
    {
        var rounds = new List<(Times With, Times Without)>();
        for (var round = -WarmUps; round < Rounds; round++)
        {
            var times = Bind(project, isConcurrent, generatedFirst: round % 2 == 0);
            if (round >= 0)
            {
                rounds.Add(times);
            }
        }

        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"bind, {shape.Name}, {(isConcurrent ? "all processors" : "one thread")}: {Describe([.. rounds.Select(static times => times.With.Elapsed / times.Without.Elapsed)])} x the time, {Describe([.. rounds.Select(static times => times.With.Processor / times.Without.Processor)])} x the processor time; with {Median(rounds.Select(static times => times.With.Elapsed)):F0} ms, without {Median(rounds.Select(static times => times.Without.Elapsed)):F0} ms"
            )
        );
    }

    private static (Times With, Times Without) Bind(PipelineProject project, bool isConcurrent, bool generatedFirst)
    {
        if (generatedFirst)
        {
            var with = Bind(project.WithGeneratedCode, isConcurrent);
            return (with, Bind(project.WithHandWrittenBodies, isConcurrent));
        }

        var without = Bind(project.WithHandWrittenBodies, isConcurrent);
        return (Bind(project.WithGeneratedCode, isConcurrent), without);
    }

    private static Times Bind(IReadOnlyList<SyntaxTree> files, bool isConcurrent)
    {
        var compilation = PipelineProject.Compile(files, isConcurrent);
        GC.Collect();
        var processor = Environment.CpuUsage.TotalTime;
        var start = Stopwatch.GetTimestamp();
        var diagnostics = compilation.GetDiagnostics();
        var times = new Times(Stopwatch.GetElapsedTime(start), Environment.CpuUsage.TotalTime - processor);
        if (diagnostics.FirstOrDefault(static found => found.Severity >= DiagnosticSeverity.Warning) is { } problem)
        {
            throw new InvalidOperationException($"The project is not in order: {problem}");
        }

        return times;
    }

    private static string Describe(double[] ratios)
    {
        Array.Sort(ratios);
        return FormattableString.Invariant(
            $"{ratios[Rounds / 2]:F2} ({ratios[Rounds / 4]:F2} to {ratios[Rounds * 3 / 4]:F2})"
        );
    }

    private static double Median(IEnumerable<TimeSpan> times) =>
        times.Select(static time => time.TotalMilliseconds).Order().ElementAt(Rounds / 2);

    private readonly record struct Times(TimeSpan Elapsed, TimeSpan Processor);
}
