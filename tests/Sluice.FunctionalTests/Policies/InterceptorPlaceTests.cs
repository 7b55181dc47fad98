using Sluice.FunctionalTests.Harness;

namespace Sluice.FunctionalTests.Policies;

/// <summary>Interceptors of a pipeline, a class and a stage together.</summary>
public sealed partial class InterceptorPlaceTests
{
    [Fact]
    public async Task Interceptors_wrap_in_declared_order_the_pipelines_outermost()
    {
        var journal = new Journal();
        var pipeline = new Shipping(new Depot(journal), journal);

        Assert.Equal(4, await pipeline.RunAsync("four").OrHang());

        Assert.Equal(
            [
                "> pipeline Pack",
                "> class Pack",
                "> stage Pack",
                "packed",
                "< stage Pack",
                "< class Pack",
                "< pipeline Pack",
                "> pipeline Label",
                "> class Label",
                "labelled",
                "< class Label",
                "< pipeline Label",
            ],
            journal.Entries
        );
    }

    [Fact]
    public async Task An_interceptor_is_called_for_each_attempt_and_may_call_what_is_inside_again()
    {
        var journal = new Journal();
        var pipeline = new Insisting(journal);

        Assert.Equal(3, await pipeline.RunAsync("four").OrHang());

        Assert.Equal(["attempt 1", "call 1", "call 2", "attempt 2", "call 3"], journal.Entries);
    }

    public sealed class Named(string name, Journal journal) : IStageInterceptor
    {
        public async ValueTask<T> InvokeAsync<T, TInner>(TInner inner, StageContext context)
            where TInner : struct, IStageCall<T>
        {
            journal.Add($"> {name} {context.StageName}");
            var result = await inner.InvokeAsync().ConfigureAwait(false);
            journal.Add($"< {name} {context.StageName}");
            return result;
        }
    }

    public sealed class Twice(Journal journal) : IStageInterceptor
    {
        public async ValueTask<T> InvokeAsync<T, TInner>(TInner inner, StageContext context)
            where TInner : struct, IStageCall<T>
        {
            journal.Add($"attempt {context.Attempt}");
            try
            {
                return await inner.InvokeAsync().ConfigureAwait(false);
            }
            catch (InvalidDataException)
            {
                return await inner.InvokeAsync().ConfigureAwait(false);
            }
        }
    }

    [Intercept<Named>(Member = nameof(OfClass))]
    public sealed class Depot(Journal journal)
    {
        public Named OfClass { get; } = new("class", journal);

        public Named OfStage { get; } = new("stage", journal);

        [Stage, Intercept<Named>(Member = nameof(OfStage))]
        public async Task<int> PackAsync(string text)
        {
            await Task.Yield();
            return journal.Add("packed", text.Length);
        }

        [Stage]
        public async ValueTask LabelAsync(int packed)
        {
            await Task.Yield();
            journal.Add("labelled");
        }
    }

    [Pipeline, Intercept<Named>(Member = nameof(OfPipeline))]
    public sealed partial class Shipping([Stages] Depot depot, Journal journal)
    {
        public Named OfPipeline { get; } = new("pipeline", journal);

        public partial ValueTask<int> RunAsync(string text);
    }

    [Pipeline]
    public sealed partial class Insisting(Journal journal)
    {
        private readonly Twice _twice = new(journal);
        private int _calls;

        public partial ValueTask<int> RunAsync(string text);

        [Stage, Retry(2), Intercept<Twice>(Member = nameof(_twice))]
        private async Task<int> CallAsync(string text)
        {
            var call = ++_calls;
            journal.Add($"call {call}");
            await Task.Yield();
            return call > 2 ? call : throw new InvalidDataException(text);
        }
    }
}
