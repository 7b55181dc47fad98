using Sluice.FunctionalTests.Harness;
using Sluice.FunctionalTests.Values;

namespace Sluice.FunctionalTests.Language;

/// <summary>Effects with optional parameters, and effects that always run.</summary>
public sealed partial class AlwaysTests
{
    private readonly Journal _journal = new();

    [Fact]
    public void An_effect_runs_without_the_values_of_stages_that_do_not_run()
    {
        Assert.Equal(1, new Optionals(_journal).Run([4]));

        Assert.Equal(
            [
                "each 4 none",
                "nullable  ",
                "optional nothing that runs produces it",
                "outcome Skipped nothing that runs produces it",
            ],
            _journal.Entries.Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task An_effect_has_the_values_of_stages_that_run()
    {
        Assert.Equal("link 1", await new Optionals(_journal).LinkAsync([4]));

        Assert.Equal(
            ["each 4 link", "nullable link 1", "optional link", "outcome Succeeded link"],
            _journal.Entries.Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void An_effect_with_Always_runs_with_all_that_it_needs()
    {
        Assert.Equal(4, new Wanted(_journal).Run("text"));

        Assert.Equal(["Link", "Log link"], _journal.Entries);
        Assert.Equal(["Always"], Wanted.Graph.Stages.Single(stage => stage.Name == "Log").Policies);
        Assert.Empty(Wanted.Graph.Stages.Single(stage => stage.Name == "Link").Policies);
    }

    [Fact]
    public void The_failure_of_a_stage_that_it_brings_in_fails_the_run() =>
        Assert.Throws<InvalidDataException>(() => new Wanted(_journal) { Fails = true }.Run("text"));

    [Theory]
    [InlineData(200, "Price,Log 200")]
    [InlineData(20, "")]
    public void It_is_skipped_if_its_value_is_absent(int total, string expected)
    {
        Assert.Equal(total, new Priced(_journal).Run(new First(total)).Number);

        Assert.Equal(expected, string.Join(',', _journal.Entries));
    }

    [Fact]
    public async Task A_run_awaits_it_and_what_it_brings_in()
    {
        var (price, log) = (new Gate(), new Gate());
        var run = new Slow(_journal, price, log).RunAsync(new First(3)).AsTask();

        Assert.False(run.IsCompleted);
        price.Open(2);
        Assert.Equal(["Log 5 began"], _journal.Entries);
        Assert.False(run.IsCompleted);
        log.Open(1);

        Assert.Equal(new Second(3), await run.OrHang());
        Assert.Equal(["Log 5 began", "Log 5 ended"], _journal.Entries);
    }

    [Fact]
    public void Only_permits_it_where_it_is_named_and_other_entry_points_lack_an_input_for_it()
    {
        var pipeline = new Several(_journal);

        _ = pipeline.Run("text");
        _ = pipeline.Describe(new Second(1));
        Assert.Equal(["Count 4"], _journal.Entries);

        _ = pipeline.Sell("longer");
        Assert.Equal(["Count 4", "Count 6", "Sold 6"], _journal.Entries.Order(StringComparer.Ordinal));
        Assert.Equal(
            ["Sell"],
            Several.Graph.EntryPoints.Where(point => point.Order.Contains("Sold")).Select(point => point.Name)
        );
    }

    [Pipeline]
    private sealed partial class Priced(Journal journal)
    {
        public partial First Run(First order);

        [Stage]
        private static bool IsLarge(First order) => order.Number > 100;

        [Stage, When(nameof(IsLarge))]
        private Second Price(First order) => journal.Add("Price", new Second(order.Number));

        [Stage]
        private static First Pass([From("order")] First order, Optional<Second> price) => order;

        [Stage(Always = true)]
        private void Log(Second price) => journal.Add($"Log {price.Number}");
    }

    [Pipeline]
    private sealed partial class Slow(Journal journal, Gate price, Gate log)
    {
        public partial ValueTask<Second> RunAsync(First order);

        [Stage]
        private static Second Parse(First order) => new(order.Number);

        [Stage]
        private async Task<Third> PriceAsync(First order) => new(await price.WaitAsync() + order.Number);

        [Stage(Always = true)]
        private async Task LogAsync(Third price)
        {
            journal.Add($"Log {price.Number} began");
            _ = await log.WaitAsync();
            journal.Add($"Log {price.Number} ended");
        }
    }

    [Pipeline]
    private sealed partial class Several(Journal journal)
    {
        [return: From(nameof(Trim))]
        public partial string Run(string text);

        [return: From(nameof(Trim))]
        public partial string Sell(string text);

        [return: From(nameof(Show))]
        public partial string Describe(Second number);

        [Stage]
        private static string Trim([From("text")] string text) => text.Trim();

        [Stage]
        private static string Show(Second number) => $"{number}";

        [Stage]
        private static First Measure([From("text")] string text) => new(text.Length);

        [Stage(Always = true)]
        private void Count(First length) => journal.Add($"Count {length.Number}");

        [Stage(Always = true, Only = [nameof(Sell)])]
        private void Sold(First length) => journal.Add($"Sold {length.Number}");
    }

    [Pipeline]
    private sealed partial class Optionals(Journal journal)
    {
        [return: From(nameof(Measure))]
        public partial int Run(int[] numbers);

        [return: From(nameof(ShowAsync))]
        public partial ValueTask<string> LinkAsync(int[] numbers);

        [Stage]
        private static int Measure(int[] numbers) => numbers.Length;

        [Stage]
        private static Link Link(int[] numbers) => new(numbers.Length > 0 ? "link" : "");

        [Stage]
        private static long Count(Link link) => link.Target.Length > 0 ? 1 : 0;

        [Stage]
        private static async Task<string> ShowAsync(Link link, long count, int measured)
        {
            await Task.Yield();
            return measured > 0 ? $"{link.Target} {count}" : "";
        }

        [Stage]
        private void Nullable(int measured, Link? link, long? count) =>
            journal.Add(measured > 0 ? $"nullable {link?.Target} {count}" : "");

        [Stage, Retry(2)]
        private void Optional(int measured, Optional<Link> link) =>
            journal.Add(measured > 0 ? $"optional {link.Reason ?? link.Value.Target}" : "");

        [Stage]
        private void Outcome(int measured, Outcome<Link> link) =>
            journal.Add(measured > 0 ? $"outcome {link.Status} {link.Reason ?? link.Value.Target}" : "");

        [Stage]
        private void Each([Each] int number, Link? link) => journal.Add($"each {number} {link?.Target ?? "none"}");
    }

    [Pipeline]
    private sealed partial class Wanted(Journal journal)
    {
        public bool Fails { get; init; }

        public partial int Run(string text);

        [Stage]
        private static int Measure(string text) => text.Length;

        [Stage]
        private Link Link(string text) =>
            Fails ? throw new InvalidDataException() : journal.Add("Link", new Link(text.Length > 0 ? "link" : ""));

        [Stage(Always = true)]
        private void Log(Link link) => journal.Add($"Log {link.Target}");
    }

    private sealed record Link(string Target);
}
