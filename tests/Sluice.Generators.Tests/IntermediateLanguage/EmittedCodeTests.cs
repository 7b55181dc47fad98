using Sluice.Generators.Tests.Harness;

namespace Sluice.Generators.Tests.IntermediateLanguage;

/// <summary>Tests the behavior of emitted code by its compiled instructions.</summary>
public sealed class EmittedCodeTests
{
    private const string Pipelines = """
        namespace Shop;

        public interface IClock
        {
            [Stage] ValueTask<long> TicksAsync(Order order);
        }

        public class Pricing
        {
            [Stage] public Quote Price(Cart cart) => new(cart);
        }

        [Pipeline]
        public sealed partial class StraightLine([Stages] Pricing pricing)
        {
            public partial (Receipt, int Count, Guid) Run(Order order);

            [Stage] private Cart Parse(Order order, StageContext context) => new(order);
            [Stage] private static Stock Reserve(Cart cart) => new(cart);
            [Stage] private static Receipt Close(Stock stock, Quote quote) => new(stock, quote);
            [Stage] private static int Count(Cart cart, long? scale = null) => 1;
            [Stage] private static Guid Mark(int count) => Guid.Empty;
            [Stage, After(nameof(Close))] private void Log(Cart cart) { }
        }

        [Pipeline]
        public sealed partial class Sequential
        {
            public partial ValueTask<(int, decimal)> RunAsync(int start, CancellationToken cancellationToken = default);
            public partial Task<decimal> TaskAsync(int start);
            public partial Task DoAsync(int start);

            [Stage] private async Task<decimal> ScaleAsync(int start) { await Task.Yield(); return start; }
            [Stage] private ValueTask SaveAsync(decimal scaled, CancellationToken token) => default;
        }

        [Pipeline]
        public sealed partial class Concurrent([Stages] IClock clock)
        {
            [Stages] private readonly Sequential _inner = new();

            public partial ValueTask<string> RunAsync(Order order, int start, CancellationToken cancellationToken = default);
            public partial ValueTask<(DateTime, byte)> PairAsync(Order order);

            [Stage] private async Task<DateTime> DateAsync(Order order, CancellationToken token) { await Task.Yield(); return default; }
            [Stage, Offload] private byte Weigh(Order order) => 1;
            [Stage] private string Print(long ticks, DateTime date, byte weight, decimal task) => "";
            [Stage] private async ValueTask LogAsync(DateTime date) { await Task.Yield(); }
        }

        [Pipeline]
        public sealed partial class Generic<T>
            where T : notnull
        {
            public partial ValueTask<(T, T[])> RunAsync(T value);

            [Stage] private async Task<T[]> WrapAsync(T value) { await Task.Yield(); return [value]; }
            [Stage] private async Task LogAsync(T value) { await Task.Yield(); }
        }
        """;

    [Fact]
    public void Emitted_code_calls_directly_and_neither_reflects_nor_boxes_nor_closes()
    {
        var rules = new InstructionRules(EmittedMethods.Of(GeneratorHarness.Run(Pipelines).Output.Load()));

        Assert.Equal([], rules.FindOffences());
    }

    [Fact]
    public void Emitted_code_calls_every_stage()
    {
        var rules = new InstructionRules(EmittedMethods.Of(GeneratorHarness.Run(Pipelines).Output.Load()));

        Assert.Superset(
            new HashSet<string>
            {
                "Parse",
                "Reserve",
                "Price",
                "Close",
                "Count",
                "Mark",
                "Log",
                "ScaleAsync",
                "SaveAsync",
                "TicksAsync",
                "DateAsync",
                "Weigh",
                "Print",
                "LogAsync",
                "WrapAsync",
            },
            rules.FindCallsOfUserCode().Select(method => method.Name).ToHashSet()
        );
    }
}
