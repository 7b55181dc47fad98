using Sluice.FunctionalTests.Harness;

namespace Sluice.FunctionalTests.Policies;

/// <content>The pipelines with hedged stages.</content>
public sealed partial class HedgeTests
{
    [Pipeline]
    private sealed partial class Hedged(Behaviour stage)
    {
        public partial ValueTask<int> RunAsync(long input, RunContext context, CancellationToken token = default);

        [Stage, Hedge("00:00:02")]
        private ValueTask<int> WorkAsync(long input, CancellationToken token) => stage.CallAsync(token);
    }

    [Pipeline]
    private sealed partial class Limited(Behaviour stage)
    {
        public partial ValueTask<int> RunAsync(long input, RunContext context);

        [Stage, Hedge("00:00:02"), Timeout(Total = "00:00:05")]
        private ValueTask<int> WorkAsync(long input, CancellationToken token) => stage.CallAsync(token);
    }

    [Pipeline]
    private sealed partial class Retried(Behaviour stage)
    {
        public partial ValueTask<int> RunAsync(long input, RunContext context);

        [Stage, Retry(2), Hedge("00:00:02"), Timeout("00:00:03", Total = "00:01:00")]
        private ValueTask<int> WorkAsync(long input, StageContext context) =>
            stage.CallAsync(context.CancellationToken);
    }

    [Pipeline]
    private sealed partial class Broken(Behaviour stage)
    {
        public partial ValueTask<int> RunAsync(long input, RunContext context);

        [Stage, Hedge("00:00:02"), CircuitBreaker(2, "00:01:00"), Concurrency(4)]
        private ValueTask<int> WorkAsync(long input, CancellationToken token) => stage.CallAsync(token);
    }

    [Pipeline]
    private sealed partial class Fragile(Behaviour stage)
    {
        public partial ValueTask<int> RunAsync(long input, RunContext context);

        [Stage, Hedge("00:00:02"), CircuitBreaker(1, "00:01:00")]
        private ValueTask<int> WorkAsync(long input, CancellationToken token) => stage.CallAsync(token);
    }

    [Pipeline]
    private sealed partial class Telling(Gate first)
    {
        public partial ValueTask<PipelineResult<int>> TryRunAsync(long input, RunContext context);

        [Stage, Hedge("00:00:02")]
        private async ValueTask<int> WorkAsync(long input, StageContext context) =>
            context.Attempt == 1 ? await first.WaitOrCancelAsync(context.CancellationToken) : context.Attempt;
    }

    [Pipeline]
    private sealed partial class Outcomes(Func<int, Task<Outcome<int>>> stage)
    {
        public partial ValueTask<Optional<int>> RunAsync(long input, RunContext context);

        [Stage, Hedge("00:00:02")]
        private async Task<Outcome<int>> WorkAsync(long input, StageContext context) => await stage(context.Attempt);
    }

    [Pipeline]
    private sealed partial class Effect(Behaviour stage)
    {
        public partial ValueTask RunAsync(long input, RunContext context);

        [Stage, Retry(2), Hedge("00:00:02")]
        private async ValueTask WorkAsync(long input, CancellationToken token) => await stage.CallAsync(token);
    }

    [Pipeline]
    private sealed partial class Elements(Behaviour stage)
    {
        public partial ValueTask<IReadOnlyList<int>> RunAsync(long[] inputs, RunContext context);

        [Stage, Hedge("00:00:02")]
        private ValueTask<int> WorkAsync([Each] long input, StageContext context) =>
            stage.CallAsync(context.CancellationToken);
    }

    [Pipeline]
    private sealed partial class Offloaded(Func<CancellationToken, int> stage)
    {
        public partial ValueTask<int> RunAsync(long input, RunContext context);

        [Stage, Offload, Hedge("00:00:02")]
        private int Work(long input, CancellationToken token) => stage(token);
    }

    [Pipeline]
    private sealed partial class Kept(Behaviour stage)
    {
        public partial ValueTask<int> RunAsync(long input, RunContext context);

        [Stage, Cached("01:00:00"), Hedge("00:00:02")]
        private ValueTask<int> WorkAsync(long input, CancellationToken token) => stage.CallAsync(token);
    }
}
