using Sluice.FunctionalTests.Harness;

namespace Sluice.FunctionalTests.Policies;

/// <summary>Interceptors of a pipeline, of a class and of a stage, around calls of every form.</summary>
public sealed partial class InterceptionTests
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
    public void Synchronous_interceptors_leave_a_stage_synchronous()
    {
        var journal = new Journal();

        Assert.Equal(8, new Doubling(journal).Run("four"));

        Assert.Equal(["> Measure", "< Measure", "> Note", "noted", "< Note"], journal.Entries);
    }

    [Fact]
    public async Task An_interceptor_is_called_for_each_attempt_and_may_call_what_is_inside_again()
    {
        var journal = new Journal();
        var pipeline = new Insisting(journal);

        Assert.Equal(3, await pipeline.RunAsync("four").OrHang());

        Assert.Equal(["attempt 1", "call 1", "call 2", "attempt 2", "call 3"], journal.Entries);
    }

    [Fact]
    public async Task An_interceptor_may_leave_the_stage_out_and_fail_it()
    {
        var journal = new Journal();

        Assert.Equal(0, await new Refusing(journal, refuses: false).RunAsync("four").OrHang());
        await Assert.ThrowsAsync<InvalidDataException>(() =>
            new Refusing(journal, refuses: true).RunAsync("four").OrHang()
        );

        Assert.Empty(journal.Entries);
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

    public sealed class Noting(Journal journal) : ISynchronousStageInterceptor
    {
        public T Invoke<T, TInner>(TInner inner, StageContext context)
            where TInner : struct, ISynchronousStageCall<T>
        {
            journal.Add($"> {context.StageName}");
            var result = inner.Invoke();
            journal.Add($"< {context.StageName}");
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

    public sealed class Refusal(bool refuses) : IStageInterceptor
    {
        public ValueTask<T> InvokeAsync<T, TInner>(TInner inner, StageContext context)
            where TInner : struct, IStageCall<T> =>
            refuses ? throw new InvalidDataException("refused") : new ValueTask<T>(default(T)!);
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

    [Pipeline, Intercept<Noting>(Member = nameof(_noting))]
    public sealed partial class Doubling(Journal journal)
    {
        private readonly Noting _noting = new(journal);

        public partial int Run(string text);

        [Stage]
        private static int Measure(string text) => text.Length * 2;

        [Stage]
        private void Note(int measured) => journal.Add("noted");
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

    [Pipeline]
    public sealed partial class Refusing(Journal journal, bool refuses)
    {
        private readonly Refusal _refusal = new(refuses);

        public partial ValueTask<int> RunAsync(string text);

        [Stage, Intercept<Refusal>(Member = nameof(_refusal))]
        private async Task<int> CallAsync(string text)
        {
            journal.Add("called");
            await Task.Yield();
            return text.Length;
        }
    }
}
