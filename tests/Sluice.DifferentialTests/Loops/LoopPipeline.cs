using System.Reflection;
using Sluice.DifferentialTests.Execution;

namespace Sluice.DifferentialTests.Loops;

/// <summary>A program that was compiled in memory.</summary>
internal sealed class LoopPipeline
{
    private readonly Type _type;
    private readonly MethodInfo? _inLine;
    private readonly MethodInfo _asynchronous;

    private LoopPipeline(LoopProgram program, Type type)
    {
        Program = program;
        _type = type;
        _inLine = type.GetMethod("Run");
        _asynchronous = type.GetMethod("RunAsync")!;
    }

    public LoopProgram Program { get; }

    /// <summary>Compiles programs.</summary>
    public static IReadOnlyList<LoopPipeline> Compile(IReadOnlyCollection<LoopProgram> programs)
    {
        var assembly = InMemoryCompiler.Load(LoopProgramSource.File(programs));
        return
        [
            .. programs.Select(program => new LoopPipeline(
                program,
                assembly.GetType(program.ClassName, throwOnError: true)!
            )),
        ];
    }

    /// <summary>Runs the pipeline.</summary>
    /// <param name="input">The input.</param>
    /// <param name="waitsPercent">The percentage of the calls of asynchronous stages that do not complete at once.</param>
    /// <param name="inLine">Whether the synchronous entry point runs it.</param>
    /// <param name="cancelsAt">The call in which the caller cancels, or <see langword="null"/>.</param>
    public async Task<LoopRun> RunAsync(long input, int waitsPercent, bool inLine, string? cancelsAt = null)
    {
        using var source = new CancellationTokenSource();
        var probe = new LoopProbe(waitsPercent) { CancelsAt = cancelsAt, Source = source };
        var pipeline = Activator.CreateInstance(_type, probe)!;
        try
        {
            var output = inLine
                ? _inLine!.CreateDelegate<Func<long, CancellationToken, long>>(pipeline)(input, source.Token)
                : await _asynchronous
                    .CreateDelegate<Func<long, CancellationToken, ValueTask<long>>>(pipeline)(input, source.Token)
                    .ConfigureAwait(false);
            return new LoopRun(output, null, [.. probe.Calls]);
        }
        catch (OperationCanceledException exception) when (exception.CancellationToken == source.Token)
        {
            return new LoopRun(null, LoopRun.Cancelled, [.. probe.Calls]);
        }
        catch (Exception exception)
        {
            return new LoopRun(null, LoopProbe.MessageOf(exception), [.. probe.Calls]);
        }
    }
}
