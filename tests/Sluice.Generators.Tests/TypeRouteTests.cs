using System.Runtime.CompilerServices;
using Sluice.Generators.Tests.Harness;

namespace Sluice.Generators.Tests;

public sealed class TypeRouteTests
{
    private const string Shapes = """
        namespace Shop;

        public interface IPriced { int Price { get; } }
        public abstract record Item { private protected Item() { } }
        public record Book(string Title) : Item;
        public sealed record Atlas(string Title, int Maps) : Book(Title), IPriced { public int Price => Maps; }
        public sealed record Pen : Item;

        """;

    [Fact]
    public void A_closed_route_by_type_needs_no_default() =>
        Verify(
            """
            [Pipeline]
            public static partial class Checkout
            {
                [return: From(nameof(SellAtlas), nameof(SellBook), nameof(SellPen))]
                public static partial string Run(int number);

                [Stage] private static Item Find(int number) => new Pen();
                [Stage] private static Cart Wrap(Item item) => new(null!);
                [Stage, When(nameof(Find), typeof(Atlas))] private static string SellAtlas(Atlas atlas) => atlas.Title;
                [Stage, When(nameof(Find), typeof(Book)), Unless(nameof(Find), typeof(Atlas))]
                private static string SellBook(Book book, Cart cart) => book.Title;
                [Stage, When(nameof(Find), typeof(Pen))] private static string SellPen() => "";
            }
            """
        );

    [Fact]
    public void An_open_route_by_type_has_a_default() =>
        Verify(
            """
            [Pipeline]
            public static partial class Checkout
            {
                [return: From(nameof(Price), nameof(Count), nameof(Rest))]
                public static partial ValueTask<int> RunAsync(Order order);

                [Stage] private static async ValueTask<object> FindAsync(Order order) { await Task.Yield(); return order; }
                [Stage] private static async ValueTask<Cart> Wrap(Order order) { await Task.Yield(); return new(order); }
                [Stage, When(nameof(FindAsync), typeof(IPriced))] private static int Price(IPriced priced, Cart cart) => priced.Price;
                [Stage, When(nameof(FindAsync), typeof(int))] private static int Count(int count) => count;
                [Stage, Otherwise(nameof(FindAsync))] private static int Rest(Cart cart) => 0;
            }
            """
        );

    private static void Verify(string pipeline, [CallerMemberName] string test = "") =>
        Snapshot.Verify(GeneratorHarness.Run(Shapes + pipeline).Text, method: test);
}
