namespace Sluice.Generators.Tests.Harness;

/// <summary>The value types that the stages of most pipelines under test exchange.</summary>
internal static class Shop
{
    public const string Values = """
        namespace Shop;

        public sealed record Order(int Id);

        public sealed record Cart(Order Order);

        public sealed record Stock(Cart Cart);

        public sealed record Quote(Cart Cart);

        public sealed record Receipt(Stock Stock, Quote Quote);
        """;
}
