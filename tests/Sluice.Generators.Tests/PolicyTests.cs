using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Sluice.Generators.Tests.Harness;

namespace Sluice.Generators.Tests;

public sealed class PolicyTests
{
    [Fact]
    public void A_fallback_takes_the_place_of_a_failure() =>
        Verify(
            """
            namespace Shop;

            [Pipeline]
            public sealed partial class Checkout
            {
                public partial ValueTask<Receipt> RunAsync(Order order, CancellationToken cancellationToken = default);

                [Stage, Fallback(nameof(Empty))] private static Cart Parse(Order order) => new(order);
                private static Cart Empty(Order order) => new(order);

                [Stage, Fallback(nameof(NothingAsync), On = [typeof(IOException), typeof(TimeoutException)])]
                private async Task<Stock> ReserveAsync(Cart cart, CancellationToken token)
                {
                    await Task.Delay(1, token);
                    return new Stock(cart);
                }
                private ValueTask<Stock> NothingAsync(Cart cart, Exception exception, StageContext context, CancellationToken token) => new(new Stock(cart));

                [Stage, Fallback(nameof(Free))] private static async ValueTask<Quote> PriceAsync(Cart cart)
                {
                    await Task.Yield();
                    return new Quote(cart);
                }
                private static Quote Free(Cart cart, Exception exception) => new(cart);

                [Stage] private static Receipt Close(Stock stock, Quote quote) => new(stock, quote);
            }
            """
        );

    [Fact]
    public void A_stage_is_cached_by_what_it_takes() =>
        Verify(
            """
            namespace Shop;

            public interface ICarts
            {
                [Stage, Cached("00:05:00")] Task<Cart> LoadAsync(Order order, CancellationToken token);
            }

            [Pipeline]
            public sealed partial class Checkout([Stages] ICarts carts)
            {
                private readonly ICacheStore? _store = null;

                public partial Task<Receipt> RunAsync(Order order, string? coupon, CancellationToken cancellationToken);

                [Stage, Cached("00:00:00.5", Size = 10)] private static Stock Reserve(Cart cart, string? coupon, StageContext context) => new(cart);
                [Stage, Cached("1.00:00:00", Key = nameof(KeyOf), Store = nameof(_store))] private Task<Quote> PriceAsync(Cart cart) => Task.FromResult(new Quote(cart));
                private static string KeyOf(Cart cart) => cart.ToString();
                [Stage, Cached("00:00:01")] private static int Rate() => 3;
                [Stage, Cached("00:00:01")] private static long Length(string? coupon) => coupon?.Length ?? 0;
                [Stage] private static Receipt Close(Stock stock, Quote quote, int rate, long length) => new(stock, quote);
            }
            """
        );

    [Fact]
    public void An_attempt_and_the_whole_stage_may_be_limited_in_time() =>
        Verify(
            """
            namespace Shop;

            [Pipeline]
            public sealed partial class Checkout
            {
                public partial ValueTask<Receipt> RunAsync(Order order, CancellationToken cancellationToken = default);

                [Stage, Timeout("00:00:00.250")] private static Cart Parse(Order order, CancellationToken token) => new(order);
                [Stage, Retry(2), Timeout("00:00:02", Total = "1.00:00:10")] private async Task<Stock> ReserveAsync(Cart cart, CancellationToken token)
                {
                    await Task.Delay(1, token);
                    return new Stock(cart);
                }
                [Stage, Timeout(Total = "00:00:10")] private async ValueTask<Quote> PriceAsync(Cart cart, StageContext context)
                {
                    await Task.Delay(1, context.CancellationToken);
                    return new Quote(cart);
                }
                [Stage, Timeout("00:00:02")] private async Task LogAsync(Stock stock, CancellationToken token) => await Task.Delay(1, token);
                [Stage] private static Receipt Close(Stock stock, Quote quote) => new(stock, quote);
            }
            """
        );

    [Fact]
    public void A_stage_is_tried_again() =>
        Verify(
            """
            namespace Shop;

            [Pipeline]
            public sealed partial class Checkout
            {
                public partial ValueTask<Receipt> RunAsync(Order order, CancellationToken cancellationToken = default);

                [Stage, Retry(5)] private static Cart Parse(Order order) => new(order);
                [Stage, Retry(3, Delay = "00:00:01", Backoff = Backoff.Exponential, Factor = 1.5, MaxDelay = "00:01:00", Jitter = Jitter.Full, On = [typeof(IOException)], When = nameof(IsTransient))]
                private async Task<Stock> ReserveAsync(Cart cart, StageContext context, CancellationToken token)
                {
                    await Task.Delay(1, token);
                    return new Stock(cart);
                }
                private bool IsTransient(IOException exception) => exception.Message.Length > 0;
                [Stage, Retry(2, Delay = "00:00:00.2")] private static Quote Price(Cart cart) => new(cart);
                [Stage, Retry(2, On = [typeof(IOException), typeof(TimeoutException)])] private static async Task LogAsync(Cart cart) => await Task.Yield();
                [Stage, Retry(2)] private static void Note(Cart cart) { }
                [Stage, Retry(2)] private static Receipt Close(Stock stock, Quote quote) => new(stock, quote);
            }
            """
        );

    [Fact]
    public void A_circuit_is_shown_by_a_property() =>
        Verify(
            """
            namespace Shop;

            [Pipeline]
            public sealed partial class Checkout
            {
                public partial ValueTask<Stock> RunAsync(Order order, CancellationToken cancellationToken = default);

                [Stage, CircuitBreaker(5, "00:00:30")] private static Cart Parse(Order order) => new(order);
                [Stage, CircuitBreaker(0.5, "00:00:30", Window = "00:01:00", MinimumCalls = 20)] private async Task<Stock> ReserveAsync(Cart cart, CancellationToken token)
                {
                    await Task.Delay(1, token);
                    return new Stock(cart);
                }
                [Stage, CircuitBreaker(1, "00:00:30")] private async ValueTask LogAsync(Cart cart) => await Task.Yield();
            }
            """
        );

    [Fact]
    public void Calls_under_way_are_limited() =>
        Verify(
            """
            namespace Shop;

            [Pipeline]
            public sealed partial class Checkout
            {
                public partial ValueTask<Stock> RunAsync(Order order, CancellationToken cancellationToken = default);

                [Stage, Concurrency(1)] private static Cart Parse(Order order) => new(order);
                [Stage, Concurrency(8, QueueLimit = 100), CircuitBreaker(5, "00:00:30")] private async Task<Stock> ReserveAsync(Cart cart, CancellationToken token)
                {
                    await Task.Delay(1, token);
                    return new Stock(cart);
                }
                [Stage, Concurrency(2)] private void Log(Cart cart) { }
            }
            """
        );

    [Fact]
    public void Interceptors_wrap_the_call() =>
        VerifyIntercepted(
            """
            namespace Shop;

            [Intercept<Audit>(Member = nameof(Auditing))]
            public sealed class Warehouse
            {
                public readonly Audit Auditing = new();

                [Stage, Intercept<Timing>, Intercept<Log>] public Task<Stock> ReserveAsync(Cart cart, StageContext context, CancellationToken token) => Task.FromResult(new Stock(cart));
                [Stage] public async Task ReportAsync(Stock stock, RunContext context) => await Task.Yield();
            }

            [Pipeline, Intercept<Log>]
            public sealed partial class Checkout([Stages] Warehouse warehouse)
            {
                private static readonly Timing Clock = new();

                public partial ValueTask<Receipt> RunAsync(Order order, CancellationToken cancellationToken = default);

                [Stage, Intercept<Timing>(Member = nameof(Clock))] private static Cart Parse(Order order) => new(order);
                [Stage] private void Note(Cart cart) { }
                [Stage, Intercept<Audit>] private ValueTask<Quote> PriceAsync(Cart cart) => new(new Quote(cart));
                [Stage] private static Receipt Close(Stock stock, Quote quote) => new(stock, quote);
            }
            """
        );

    [Fact]
    public void All_policies_wrap_a_stage_in_one_order() =>
        VerifyIntercepted(
            """
            namespace Shop;

            [Pipeline]
            public sealed partial class Checkout
            {
                public partial ValueTask<Quote> RunAsync(Order order, CancellationToken cancellationToken = default);

                [Stage, Intercept<Log>, Timeout("00:00:02", Total = "00:00:10"), Concurrency(8), CircuitBreaker(5, "00:00:30"), Retry(3, Delay = "00:00:01"), Cached("00:05:00"), Fallback(nameof(Nothing))]
                private async Task<Stock> ReserveAsync(Order order, CancellationToken token)
                {
                    await Task.Delay(1, token);
                    return new Stock(new Cart(order));
                }
                private Stock Nothing(Order order) => new(new Cart(order));

                [Stage, Intercept<Log>, Timeout("00:00:02", Total = "00:00:10"), CircuitBreaker(5, "00:00:30"), Retry(3), Fallback(nameof(Free))]
                private Quote Price(Stock stock, CancellationToken token) => new(stock.Cart);
                private Quote Free(Stock stock) => new(stock.Cart);
            }
            """
        );

    [Fact]
    public void Policies_see_outcomes_that_are_failures() =>
        Verify(
            """
            namespace Shop;

            [Pipeline]
            public sealed partial class Checkout
            {
                public partial ValueTask<Optional<Quote>> RunAsync(Order order, CancellationToken cancellationToken = default);

                [Stage, Retry(3)] private static Outcome<Cart> Parse(Order order) => new Cart(order);
                [Stage, Cached("00:05:00"), Retry(3), CircuitBreaker(5, "00:00:30")] private static async Task<Outcome<Stock>> ReserveAsync(Cart cart)
                {
                    await Task.Yield();
                    return new Stock(cart);
                }
                [Stage, Retry(3), Fallback(nameof(Free))] private static Optional<Quote> Price(Stock stock) => new Quote(stock.Cart);
                private static Optional<Quote> Free(Stock stock) => new Quote(stock.Cart);
            }
            """
        );

    [Fact]
    public void Policies_apply_to_the_call_for_each_element() =>
        VerifyIntercepted(
            """
            namespace Shop;

            [Pipeline]
            public sealed partial class Checkout
            {
                public partial ValueTask<int> RunAsync(Order[] orders, decimal rate, CancellationToken cancellationToken = default);
                public partial ValueTask LogAsync(Order[] orders);

                [Stage, Retry(3), Intercept<Log>] private static Cart Parse([Each] Order order) => new(order);
                [Stage, Retry(3, Delay = "00:00:01"), Cached("00:05:00"), Timeout("00:00:02")]
                private async Task<Outcome<Stock>> ReserveAsync([Each(MaxConcurrency = 4)] Cart cart, decimal rate, StageContext context, CancellationToken token)
                {
                    await Task.Delay(1, token);
                    return new Stock(cart);
                }
                [Stage, Concurrency(2)] private static void Note([Each] Cart cart) { }
                [Stage] private static int Count(IReadOnlyList<Outcome<Stock>> stocks) => stocks.Count;
            }
            """
        );

    [Fact]
    public void A_static_pipeline_keeps_the_state_of_policies_once() =>
        VerifyIntercepted(
            """
            namespace Shop;

            [Pipeline]
            public static partial class Checkout
            {
                public static partial ValueTask<Stock> RunAsync(Order order, CancellationToken cancellationToken = default);

                [Stage, CircuitBreaker(5, "00:00:30"), Retry(3, Delay = "00:00:01"), Intercept<Log>] private static Cart Parse(Order order) => new(order);
                [Stage, Concurrency(8)] private static async Task<Stock> ReserveAsync(Cart cart, CancellationToken token)
                {
                    await Task.Delay(1, token);
                    return new Stock(cart);
                }
            }
            """
        );

    [Fact]
    public void A_generic_pipeline_may_have_policies() =>
        VerifyIntercepted(
            """
            namespace Shop;

            [Pipeline]
            public sealed partial class Convert<TIn, TOut>(Func<TIn, TOut> convert)
                where TOut : class
            {
                public partial ValueTask<TOut[]> RunAsync(TIn value, CancellationToken cancellationToken = default);

                [Stage, Cached("00:05:00"), CircuitBreaker(5, "00:00:30"), Intercept<Log>] private async Task<TOut> ConvertAsync(TIn value, CancellationToken token)
                {
                    await Task.Delay(1, token);
                    return convert(value);
                }
                [Stage, Retry(3)] private TOut[] Wrap(TOut value) => [value];
            }
            """
        );

    [Fact]
    public void A_record_keeps_the_state_of_policies_out_of_its_value() =>
        VerifyIntercepted(
            """
            namespace Shop;

            [Pipeline]
            public sealed partial record class Checkout(int Factor)
            {
                public partial ValueTask<int> RunAsync(Order order);

                [Stage, CircuitBreaker(5, "00:00:30"), Cached("00:05:00"), Intercept<Log>] private int Multiply(Order order) => Factor * order.Id;
            }
            """
        );

    [Fact]
    public void Entry_points_share_the_state_of_policies() =>
        Verify(
            """
            namespace Shop;

            [Pipeline]
            public sealed partial class Checkout
            {
                public partial ValueTask<Stock> RunAsync(Order order, CancellationToken cancellationToken = default);
                public partial Task<Stock> RunAtAsync(Order order, int rate);

                [Stage, Cached("00:05:00", Key = nameof(KeyOf)), CircuitBreaker(5, "00:00:30"), Timeout("00:00:02"), Fallback(nameof(Nothing))]
                private async Task<Stock> ReserveAsync(Cart cart, CancellationToken token, int rate = -3, string text = "none", double part = 0.5, decimal price = 1.10m, DayOfWeek day = DayOfWeek.Friday, Guid id = default, char sign = '\'', long? most = 7)
                {
                    await Task.Delay(1, token);
                    return new Stock(cart);
                }
                private static int KeyOf(int rate, DayOfWeek day) => rate + (int)day;
                private static Stock Nothing(Cart cart, string text, double part, decimal price, Guid id, char sign, long? most) => new(cart);
                [Stage] private static Cart Parse(Order order) => new(order);
            }
            """
        );

    [Fact]
    public void Stages_of_one_name_have_the_name_of_their_source_in_what_is_emitted_for_them() =>
        Verify(
            """
            namespace Shop;

            public sealed class Carts
            {
                [Stage, CircuitBreaker(5, "00:00:30")] public Cart Load(Order order) => new(order);
            }

            public sealed class Stocks
            {
                [Stage, CircuitBreaker(5, "00:00:30"), Fallback(nameof(None))] public Stock Load(Cart cart) => new(cart);
                public static Stock None(Cart cart) => new(cart);
            }

            [Pipeline]
            public sealed partial class Checkout
            {
                [Stages] private readonly Carts _carts = new();
                [Stages] private static Stocks Stocks { get; } = new();

                public partial Stock Run(Order order);
            }
            """
        );

    [Fact]
    public void The_rate_of_calls_is_limited() =>
        Snapshot.Verify(
            EmittedPolicies.Of(
                GeneratorHarness.Run(
                    new GeneratorInput(
                        Shop.Values,
                        """
                        using System.Threading.RateLimiting;
                        using Sluice.RateLimiting;

                        namespace Shop;

                        [Pipeline]
                        public sealed partial class Checkout(RateLimiter limiter)
                        {
                            private readonly RateLimiter _limiter = limiter;

                            public partial ValueTask<Stock> RunAsync(Order order, CancellationToken cancellationToken = default);

                            [Stage, RateLimit(100, "00:00:01")] private static Cart Parse(Order order) => new(order);
                            [Stage, RateLimit(Limiter = nameof(_limiter)), Concurrency(8), CircuitBreaker(5, "00:00:30")] private async Task<Stock> ReserveAsync(Cart cart, CancellationToken token)
                            {
                                await Task.Delay(1, token);
                                return new Stock(cart);
                            }
                            [Stage, RateLimit(10, "00:01:00", Algorithm = RateLimitAlgorithm.SlidingWindow, Segments = 6, QueueLimit = 100)] private static void Log(Cart cart) { }
                        }
                        """
                    )
                    {
                        References =
                        [
                            MetadataReference.CreateFromFile(typeof(RateLimiting.RateLimitAttribute).Assembly.Location),
                            MetadataReference.CreateFromFile(
                                typeof(System.Threading.RateLimiting.RateLimiter).Assembly.Location
                            ),
                        ],
                    }
                )
            )
        );

    [Fact]
    public void A_stage_of_streams_may_have_interceptors_and_a_fallback() =>
        VerifyIntercepted(
            """
            namespace Shop;

            [Pipeline]
            public sealed partial class Checkout
            {
                public partial ValueTask<int> RunAsync(Order order, CancellationToken cancellationToken = default);
                public partial IAsyncEnumerable<Cart> ListAsync(Order order, CancellationToken cancellationToken = default);

                [Stage, Intercept<Log>, Fallback(nameof(NothingAsync))] private static async IAsyncEnumerable<Cart> SplitAsync(Order order, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken token)
                {
                    await Task.Delay(1, token);
                    yield return new Cart(order);
                }
                private static IAsyncEnumerable<Cart> NothingAsync(Order order) => SplitAsync(order, default);
                [Stage] private static async Task<int> CountAsync(IAsyncEnumerable<Cart> carts)
                {
                    var count = 0;
                    await foreach (var cart in carts)
                    {
                        count++;
                    }

                    return count;
                }
            }
            """
        );

    private const string Interceptors = """
        namespace Shop;

        public sealed class Audit : IStageInterceptor
        {
            public ValueTask<T> InvokeAsync<T, TInner>(TInner inner, StageContext context)
                where TInner : struct, IStageCall<T> => inner.InvokeAsync();
        }

        public readonly struct Timing : IStageInterceptor, ISynchronousStageInterceptor
        {
            public ValueTask<T> InvokeAsync<T, TInner>(TInner inner, StageContext context)
                where TInner : struct, IStageCall<T> => inner.InvokeAsync();

            public T Invoke<T, TInner>(TInner inner, StageContext context)
                where TInner : struct, ISynchronousStageCall<T> => inner.Invoke();
        }

        public sealed class Log : IStageInterceptor, ISynchronousStageInterceptor
        {
            public ValueTask<T> InvokeAsync<T, TInner>(TInner inner, StageContext context)
                where TInner : struct, IStageCall<T> => inner.InvokeAsync();

            public T Invoke<T, TInner>(TInner inner, StageContext context)
                where TInner : struct, ISynchronousStageCall<T> => inner.Invoke();
        }
        """;

    private static void VerifyIntercepted(string source, [CallerMemberName] string method = "") =>
        VerifyAll(method, Interceptors, source);

    private static void Verify(string source, [CallerMemberName] string method = "") => VerifyAll(method, source);

    private static void VerifyAll(string method, params string[] sources) =>
        Snapshot.Verify(EmittedPolicies.Of(GeneratorHarness.Run(sources)), method: method);
}
