using Sluice.FunctionalTests.Harness;

namespace Sluice.FunctionalTests.Branches;

/// <summary>A merge waits for a later source unless a source that is still running decides about it.</summary>
public sealed partial class MergeOrderTests
{
    private readonly Journal _journal = new();

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public async Task A_source_behind_what_excludes_the_stage_is_waited_for(bool isLoaded, bool isFirst)
    {
        var (shown, loaded) = await new Excluded(_journal).RunAsync(isLoaded, isFirst).OrHang();

        Assert.Equal(
            isLoaded ? "none"
                : isFirst ? "Third { First = First }"
                : "Third { First = Last }",
            shown.ValueOr("none")
        );
        Assert.Equal(isLoaded, loaded.HasValue);
    }

    [Theory]
    [InlineData(0, false, "First, again")]
    [InlineData(1, false, "Load, again")]
    [InlineData(2, false, "none")]
    [InlineData(0, true, "none")]
    [InlineData(1, true, "none")]
    [InlineData(2, true, "none")]
    public async Task A_source_behind_one_that_is_waited_for_is_waited_for(int number, bool flag, string expected)
    {
        var result = await new Ordered(_journal).RunAsync(number, flag).OrHang();

        Assert.Equal(expected, result.ValueOr(new Third("none")).First);
    }

    [Pipeline]
    private sealed partial class Excluded(Journal journal)
    {
        public partial ValueTask<(Optional<string> Show, Optional<Loaded> Load)> RunAsync(bool isLoaded, bool isFirst);

        [Stage, When("isFirst")]
        private static First Make() => new("First");

        [Stage, When("isLoaded")]
        private async ValueTask<Loaded> LoadAsync()
        {
            await Task.Yield();
            return journal.Add("Load", new Loaded("Load"));
        }

        [Stage]
        private static First Last(Optional<Loaded> loaded) => new(loaded.HasValue ? "Load" : "Last");

        [Stage]
        private static async ValueTask<Third> JoinAsync([From(nameof(Make), nameof(Last))] First first)
        {
            await Task.Yield();
            return new Third(first.Name);
        }

        [Stage, Unless("isLoaded")]
        private static string Show(Third third) => $"{third}";
    }

#pragma warning disable SLU0030 // The test is about a last source that is never taken.
    [Pipeline]
    private sealed partial class Ordered(Journal journal)
    {
        public partial ValueTask<Optional<Third>> RunAsync(int number, bool flag);

        [Stage, When("number", 0)]
        private static Loaded Make() => new("First");

        [Stage, When("number", 1)]
        private async ValueTask<Loaded> LoadAsync()
        {
            await Task.Yield();
            return journal.Add("Load", new Loaded("Load"));
        }

        [Stage]
        private static Second Merge([From(nameof(Make), nameof(LoadAsync))] Loaded loaded) => new(loaded.Name);

        [Stage, Unless("flag")]
        private static First Use(Second second) => new($"{second.Name}, again");

        [Stage, Unless("flag")]
        private static First Last([From(nameof(Use))] First first) => first;

        [Stage]
        private static async ValueTask<Third> JoinAsync([From(nameof(Use), nameof(Last))] First first)
        {
            await Task.Yield();
            return new Third(first.Name);
        }
    }

    private sealed record First(string Name);

    private sealed record Loaded(string Name);

    private sealed record Second(string Name);

    private sealed record Third(string First);
}
