using Sluice.FunctionalTests.Harness;

namespace Sluice.FunctionalTests.Policies;

/// <summary>The order of interceptors, and their effects on a call.</summary>
public sealed partial class InterceptTests
{
    [Fact]
    public async Task Case_34_they_wrap_the_call_in_the_declared_order_outermost_first()
    {
        var journal = new Journal();

        Assert.Equal(11, await new Ordered(journal).RunAsync(1));

        Assert.Equal(
            ["> pipeline", "> first", "> second", "stage", "< second 11", "< first 11", "< pipeline 11"],
            journal.Entries
        );
        Assert.Equal(Enumerable.Repeat("Intercept<InterceptTests.Noting>", 3), Ordered.Graph.Stages.Single().Policies);
    }

    [Fact]
    public async Task Case_34_an_exception_of_an_interceptor_fails_the_stage()
    {
        var result = await new Failing().RunAsync(1);

        Assert.Equal("of the interceptor", Assert.IsType<InvalidDataException>(result.Outcome.Exception).Message);
        Assert.Equal(StageStatus.Failed, result.Stages.Single().Status);
    }

    [Fact]
    public void Case_34_a_call_may_be_left_out_and_its_result_replaced()
    {
        Assert.Equal(0, new Replacing().Run(1));
        Assert.Equal(Lowering.StraightLine, Replacing.Graph.EntryPoints[0].Lowering);
    }

    [Fact]
    public async Task They_wrap_each_attempt_and_see_its_number()
    {
        var attempts = new List<int>();

        await new Retried(new Counting(attempts)).RunAsync(1);

        Assert.Equal([1, 2, 3], attempts);
    }

    [Fact]
    public async Task An_effect_is_wrapped_too()
    {
        var journal = new Journal();

        await new Effect(new Noting(journal, "around")).RunAsync(journal);

        Assert.Equal(["> around", "effect", "< around ()"], journal.Entries);
    }

    internal sealed class Noting(Journal journal, string name) : IStageInterceptor
    {
        public async ValueTask<T> InvokeAsync<T, TInner>(TInner inner, StageContext context)
            where TInner : struct, IStageCall<T>
        {
            journal.Add($"> {name}");
            var result = await inner.InvokeAsync();
            return journal.Add($"< {name} {result}", result);
        }
    }

    internal readonly struct Throwing : IStageInterceptor
    {
        public ValueTask<T> InvokeAsync<T, TInner>(TInner inner, StageContext context)
            where TInner : struct, IStageCall<T> => throw new InvalidDataException("of the interceptor");
    }

    internal readonly struct Omitting : ISynchronousStageInterceptor
    {
        public T Invoke<T, TInner>(TInner inner, StageContext context)
            where TInner : struct, ISynchronousStageCall<T> => default!;
    }

    internal sealed class Counting(List<int> attempts) : IStageInterceptor
    {
        public ValueTask<T> InvokeAsync<T, TInner>(TInner inner, StageContext context)
            where TInner : struct, IStageCall<T>
        {
            attempts.Add(context.Attempt);
            return inner.InvokeAsync();
        }
    }

    [Pipeline]
    [Intercept<Noting>(Member = nameof(_outermost))]
    private sealed partial class Ordered(Journal journal)
    {
        private readonly Noting _outermost = new(journal, "pipeline");
        private readonly Noting _first = new(journal, "first");
        private readonly Noting _second = new(journal, "second");

        public partial ValueTask<int> RunAsync(long input);

        [Stage]
        [Intercept<Noting>(Member = nameof(_first))]
        [Intercept<Noting>(Member = nameof(_second))]
        private async Task<int> WorkAsync(long input)
        {
            await Task.Yield();
            return journal.Add("stage", (int)input + 10);
        }
    }

    [Pipeline]
    private sealed partial class Failing
    {
        [return: From(nameof(WorkAsync))]
        public partial ValueTask<PipelineResult<int>> RunAsync(long input);

        [Stage, Intercept<Throwing>]
        private static Task<int> WorkAsync(long input) => Task.FromResult((int)input);
    }

    [Pipeline]
    private sealed partial class Replacing
    {
        public partial int Run(long input);

        [Stage, Intercept<Omitting>]
        private static int Work(long input) => throw new InvalidOperationException("It must not be called.");
    }

    [Pipeline]
    private sealed partial class Retried(Counting counting)
    {
        private readonly Counting _counting = counting;

        public partial ValueTask<int> RunAsync(long input);

        [Stage, Retry(3), Intercept<Counting>(Member = nameof(_counting))]
        private static ValueTask<int> WorkAsync(long input, StageContext context) =>
            context.Attempt < 3 ? throw new InvalidDataException() : new ValueTask<int>(1);
    }

    [Pipeline]
    private sealed partial class Effect(Noting noting)
    {
        private readonly Noting _noting = noting;

        public partial ValueTask RunAsync(Journal journal);

        [Stage, Intercept<Noting>(Member = nameof(_noting))]
        private static void Work(Journal journal) => journal.Add("effect");
    }
}
