using Sluice.FunctionalTests.Harness;

namespace Sluice.FunctionalTests.Language;

/// <summary>Effects with optional parameters, and required effects.</summary>
public sealed partial class RequiredEffectTests
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
    public void A_required_effect_runs_with_all_that_it_needs()
    {
        Assert.Equal(4, new Wanted(_journal).Run("text"));

        Assert.Equal(["Link", "Log link"], _journal.Entries);
        Assert.Equal(["Required"], Wanted.Graph.Stages.Single(stage => stage.Name == "Log").Policies);
        Assert.Empty(Wanted.Graph.Stages.Single(stage => stage.Name == "Link").Policies);
    }

    [Fact]
    public void The_failure_of_what_a_required_effect_brings_in_fails_the_run() =>
        Assert.Throws<InvalidDataException>(() => new Wanted(_journal) { Fails = true }.Run("text"));

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

        [Stage(Required = true)]
        private void Log(Link link) => journal.Add($"Log {link.Target}");
    }

    private sealed record Link(string Target);
}
