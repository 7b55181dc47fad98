using Sluice.FunctionalTests.Harness;

namespace Sluice.FunctionalTests.Contexts;

/// <summary>Parameters that a run takes from the services of its context.</summary>
public sealed partial class ServiceTests
{
    private readonly Services _services = new();

    private RunContext Context => new() { Services = _services };

    [Fact]
    public void A_straight_line_takes_a_service()
    {
        _services.Add(new Rates(3));

        Assert.Equal(12, Straight.Run(4, Context));
    }

    [Fact]
    public async Task A_concurrent_run_takes_services_on_the_stack_and_in_its_object()
    {
        _services.Add(new Rates(3));
        var gate = new TaskCompletionSource<int>();
        var run = new Wide(gate.Task).RunAsync(4, Context).AsTask();
        gate.SetResult(5);

        Assert.Equal((4 * 3) + (5 * 3), await run.OrHang());
        Assert.Equal(12 + 12, await new Wide(Task.FromResult(4)).RunAsync(4, Context).OrHang());
    }

    [Fact]
    public async Task A_stage_that_is_tried_again_asks_for_its_service_again()
    {
        _services.Add(new Rates(3));

        Assert.Equal(12, await Retried.RunAsync(4, Context).OrHang());
        Assert.Equal(3, _services.Asked);
    }

    [Fact]
    public void A_stage_that_runs_for_each_element_asks_for_its_service_for_each()
    {
        _services.Add(new Rates(3));

        Assert.Equal([3, 6, 9], Spread.Run([1, 2, 3], Context));
        Assert.Equal(3, _services.Asked);
    }

    [Fact]
    public void An_intercepted_stage_takes_a_service()
    {
        _services.Add(new Rates(3));

        Assert.Equal(12, Intercepted.Run(4, Context));
    }

    [Fact]
    public void A_condition_takes_a_service()
    {
        _services.Add(new Rates(3));

        Assert.Equal(4, Conditional.Run(4, Context).ValueOr(0));
        Assert.Equal(0, Conditional.Run(2, Context).ValueOr(0));
    }

    [Fact]
    public void A_service_that_may_be_null_may_be_missing()
    {
        Assert.Equal(4, Lenient.Run(4, null));
        Assert.Equal(4, Lenient.Run(4, Context));
        _services.Add(new Rates(3));
        Assert.Equal(4 * 3 * 3, Lenient.Run(4, Context));
    }

    [Fact]
    public void A_run_without_services_says_so()
    {
        var exception = Assert.Throws<InvalidOperationException>(() => Straight.Run(4, new RunContext()));

        Assert.Equal(
            $"Stage 'Price' takes a '{typeof(Rates)}' from the services of the run, but the run has none. Pass a RunContext with "
                + "Services.",
            exception.Message
        );
        Assert.Equal("Price", Assert.Single(RunFailure.Of(exception)!.Report!.Stages).Name);
    }

    [Fact]
    public async Task A_service_that_is_missing_is_a_failure_of_its_stage()
    {
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            new Wide(Task.FromResult(4)).RunAsync(4, Context).OrHang()
        );

        Assert.Equal(
            $"Stage 'First' takes a '{typeof(Rates)}' from the services of the run, but it is not among them. Register the service, "
                + "or let the stage accept null.",
            exception.Message
        );
    }

    [Fact]
    public void A_nested_run_has_the_services_of_its_parent()
    {
        _services.Add(new Rates(3));

        Assert.Equal(12, new Outer(new Inner()).Run(4, Context));
    }

    private sealed record Rates(int Current);

    private sealed class Services : IServiceProvider
    {
        private readonly Dictionary<Type, object> _known = [];

        public int Asked { get; private set; }

        public void Add(object service) => _known.Add(service.GetType(), service);

        public object? GetService(Type serviceType)
        {
            Asked++;
            return _known.GetValueOrDefault(serviceType);
        }
    }

    private readonly struct Passing : ISynchronousStageInterceptor
    {
        public T Invoke<T, TInner>(TInner inner, StageContext context)
            where TInner : struct, ISynchronousStageCall<T> => inner.Invoke();
    }

    [Pipeline]
    private static partial class Straight
    {
        public static partial int Run(int quantity, RunContext context);

        [Stage]
        private static int Price(int quantity, [Service] Rates rates) => quantity * rates.Current;
    }

    [Pipeline]
    private sealed partial class Wide(Task<int> later)
    {
        public partial ValueTask<int> RunAsync(int quantity, RunContext context);

        [Stage]
        private static ValueTask<long> FirstAsync(int quantity, [Service] Rates rates) => new(quantity * rates.Current);

        [Stage]
        private async ValueTask<short> LaterAsync(long first) => (short)await later;

        [Stage]
        private static ValueTask<byte> SecondAsync(short late, [Service] Rates rates) =>
            new((byte)(late * rates.Current));

        [Stage]
        private static int Sum(long first, byte second) => (int)first + second;
    }

    [Pipeline]
    private static partial class Retried
    {
        public static partial ValueTask<int> RunAsync(int quantity, RunContext context);

        [Stage, Retry(3)]
        private static ValueTask<int> PriceAsync(int quantity, [Service] Rates rates, StageContext context) =>
            context.Attempt < 3 ? throw new TimeoutException() : new(quantity * rates.Current);
    }

    [Pipeline]
    private static partial class Spread
    {
        public static partial int[] Run(int[] quantities, RunContext context);

        [Stage]
        private static int Price([Each] int quantity, [Service] Rates rates) => quantity * rates.Current;
    }

    [Pipeline]
    private static partial class Intercepted
    {
        public static partial int Run(int quantity, RunContext context);

        [Stage, Intercept<Passing>]
        private static int Price(int quantity, [Service] Rates rates) => quantity * rates.Current;
    }

    [Pipeline]
    private static partial class Conditional
    {
        public static partial Optional<int> Run(int quantity, RunContext context);

        private static bool IsLarge(int quantity, [Service] Rates rates) => quantity > rates.Current;

        [Stage, When(nameof(IsLarge))]
        private static int Price(int quantity) => quantity;
    }

    [Pipeline]
    private static partial class Lenient
    {
        public static partial int Run(int quantity, RunContext? context);

        [Stage]
        private static int Price(int quantity, [Service] Rates? rates, [Service] Rates other = null!) =>
            quantity * (rates?.Current ?? 1) * (other?.Current ?? 1);
    }

    [Pipeline]
    private sealed partial class Inner
    {
        public partial int Run(int quantity, RunContext context);

        [Stage]
        private static int Price(int quantity, [Service] Rates rates) => quantity * rates.Current;
    }

    [Pipeline]
    private sealed partial class Outer([Stages] Inner inner)
    {
        public partial int Run(int quantity, RunContext context);
    }
}
