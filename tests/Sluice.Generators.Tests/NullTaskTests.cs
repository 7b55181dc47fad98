using Sluice.Generators.Tests.Harness;

namespace Sluice.Generators.Tests;

/// <summary>If a stage or a policy method returns null instead of a task, the stage fails with an exception that says so.</summary>
public sealed class NullTaskTests
{
    private const string Failure = "InvalidOperationException: 'Load' returned null instead of a task.\n";

    [Theory]
    [InlineData("Task<long>?")]
    [InlineData("Task<long>")]
    public async Task A_stage_that_returns_no_task_fails_in_each_lowering(string type) =>
        Assert.Equal(
            string.Concat(Enumerable.Repeat(Failure, 7)) + "1: Failed\n",
            await OutputAsync(
                $$"""
                await TryAsync(async () => await new Alone().RunAsync(1));
                await TryAsync(async () => await new Alone().TaskAsync(1));
                await TryAsync(async () => await new Behind().RunAsync(1));
                await TryAsync(async () => await new Beside().RunAsync(1));
                await TryAsync(async () => await new Offloaded().RunAsync(1));
                await TryAsync(async () => await new ForEach().RunAsync([1, 2]));
                await TryAsync(async () => { await foreach (var _ in new Streaming().RunAsync(1)) { } });
                var result = await new Reporting().RunAsync(1);
                Console.WriteLine($"{result.Report.Stages.Count}: {result.Report.Stages[0].Status}");

                [Pipeline]
                public sealed partial class Alone
                {
                    public partial ValueTask<long> RunAsync(int n);
                    public partial Task<long> TaskAsync(int n);

                    [Stage] private static {{type}} Load(int n) => null!;
                }

                [Pipeline]
                public sealed partial class Behind
                {
                    public partial ValueTask<long> RunAsync(int n);

                    [Stage] private static async Task<string> ReadAsync(int n) { await Task.Yield(); return ""; }
                    [Stage] private static {{type}} Load(string text) => null!;
                }

                [Pipeline]
                public sealed partial class Beside
                {
                    public partial ValueTask<(long, string)> RunAsync(int n);

                    [Stage] private static async Task<string> ReadAsync(int n) { await Task.Yield(); return ""; }
                    [Stage] private static {{type}} Load(int n) => null!;
                }

                [Pipeline]
                public sealed partial class Offloaded
                {
                    public partial ValueTask<long> RunAsync(int n);

                    [Stage, Offload] private static {{type}} Load(int n) => null!;
                }

                [Pipeline]
                public sealed partial class ForEach
                {
                    public partial ValueTask<long[]> RunAsync(int[] n);

                    [Stage] private static {{type}} Load([Each] int n) => null!;
                }

                [Pipeline]
                public sealed partial class Streaming
                {
                    public partial IAsyncEnumerable<int> RunAsync(int n);

                    [Stage] private static {{type}} Load(int n) => null!;
                    [Stage] private static async IAsyncEnumerable<int> Read(long n) { await Task.Yield(); yield return 1; }
                }

                [Pipeline]
                public sealed partial class Reporting
                {
                    public partial ValueTask<PipelineResult<long>> RunAsync(int n);

                    [Stage] private static {{type}} Load(int n) => null!;
                }
                """
            )
        );

    [Fact]
    public async Task It_goes_through_the_policies_of_the_stage_as_any_other_failure_does() =>
        Assert.Equal(
            "7 after 3 calls\n" + Failure + "failed: 'Load' returned null instead of a task.\n1\n",
            await OutputAsync(
                """
                Console.WriteLine($"{await new Retried().RunAsync(1)} after {Retried.Calls} calls");
                await TryAsync(async () => await new Intercepted().RunAsync(1));
                Console.WriteLine(await new Handled().RunAsync(1));
                await new Effect().RunAsync(1);
                Console.WriteLine(Effect.Undone);

                [Pipeline]
                public sealed partial class Retried
                {
                    public static int Calls { get; private set; }

                    public partial ValueTask<long> RunAsync(int n);

                    [Stage, Retry(3), Fallback(nameof(Instead))] private static Task<long>? Load(int n)
                    {
                        Calls++;
                        return null;
                    }

                    private static Task<long>? Instead(int n) => Task.FromResult(7L);
                }

                public readonly struct Log : IStageInterceptor
                {
                    public ValueTask<T> InvokeAsync<T, TInner>(TInner inner, StageContext context)
                        where TInner : struct, IStageCall<T> => inner.InvokeAsync();
                }

                [Pipeline]
                public sealed partial class Intercepted
                {
                    public partial ValueTask<long> RunAsync(int n);

                    [Stage, Intercept<Log>] private static Task<long>? Load(int n) => null;
                }

                [Pipeline(OnFailure = FailureMode.Continue)]
                public sealed partial class Handled
                {
                    public partial ValueTask<string> RunAsync(int n);

                    [Stage] private static Task<long>? Load(int n) => null;
                    [Stage] private static string Tell(Outcome<long> loaded) => $"failed: {loaded.Exception!.Message}";
                }

                [Pipeline]
                public sealed partial class Effect
                {
                    public static int Undone { get; private set; }

                    public partial Task RunAsync(int n);

                    [Stage, Retry(2), Fallback(nameof(Instead))] private static Task? Load(int n) => null;
                    private static Task? Instead(int n)
                    {
                        Undone++;
                        return Task.CompletedTask;
                    }
                }
                """
            )
        );

    [Fact]
    public async Task A_method_that_a_policy_names_and_that_returns_no_task_fails_by_its_name() =>
        Assert.Equal(
            """
            InvalidOperationException: 'Instead' returned null instead of a task.
            NotSupportedException: no, and 'Undo' returned null instead of a task.

            """.ReplaceLineEndings("\n"),
            await OutputAsync(
                """
                await TryAsync(async () => await new FallingBack().RunAsync(1));
                try
                {
                    await new Undone().RunAsync(1);
                }
                catch (Exception exception)
                {
                    Console.WriteLine(
                        $"{exception.GetType().Name}: {exception.Message}, and {RunFailure.Of(exception)!.FurtherFailures[0].Message}"
                    );
                }

                [Pipeline]
                public sealed partial class FallingBack
                {
                    public partial ValueTask<long> RunAsync(int n);

                    [Stage, Fallback(nameof(Instead))] private static ValueTask<long> LoadAsync(int n) => throw new NotSupportedException("no");
                    private static Task<long>? Instead(int n) => null;
                }

                [Pipeline]
                public sealed partial class Undone
                {
                    public partial ValueTask<string> RunAsync(int n);

                    [Stage, Compensate(nameof(Undo))] private static ValueTask<long> LoadAsync(int n) => new(1);
                    [Stage] private static ValueTask<string> FailAsync(long n) => throw new NotSupportedException("no");
                    private static Task? Undo(int n) => null;
                }
                """
            )
        );

    [Fact]
    public async Task A_stage_that_returns_no_stream_where_it_promises_one_fails_too() =>
        Assert.Equal(
            "InvalidOperationException: 'Read' returned null instead of a stream.\n0\n",
            await OutputAsync(
                """
                await TryAsync(async () => { await foreach (var _ in new Streaming().RunAsync(1)) { } });
                Console.WriteLine(await new Optional().RunAsync(1));

                [Pipeline]
                public sealed partial class Streaming
                {
                    public partial IAsyncEnumerable<int> RunAsync(int n);

                    [Stage] private static IAsyncEnumerable<int> Read(int n) => null!;
                }

                [Pipeline]
                public sealed partial class Optional
                {
                    public partial ValueTask<int> RunAsync(int n);

                    [Stage] private static IAsyncEnumerable<string>? Read(int n) => null;
                    [Stage] private static ValueTask<int> CountAsync(IAsyncEnumerable<string>? items) => new(items is null ? 0 : 1);
                }
                """
            )
        );

    private static async Task<string> OutputAsync(string program)
    {
        var end = program.IndexOf("[Pipeline", StringComparison.Ordinal);
        var run = GeneratorHarness.Run(
            new GeneratorInput(
                $$"""
                {{program[..end]}}
                static async Task TryAsync(Func<Task> run)
                {
                    try
                    {
                        await run();
                    }
                    catch (Exception exception)
                    {
                        Console.WriteLine($"{exception.GetType().Name}: {exception.Message}");
                    }
                }

                {{program[end..]}}
                """
            )
            {
                IsProgram = true,
            }
        );
        return await ProgramOutput.OfAsync(run.Output.Load().Assembly);
    }
}
