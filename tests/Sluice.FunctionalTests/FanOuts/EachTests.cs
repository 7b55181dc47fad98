using System.Buffers;
using System.Collections.Immutable;
using Sluice.FunctionalTests.Harness;
using Sluice.FunctionalTests.Values;

namespace Sluice.FunctionalTests.FanOuts;

/// <summary>Stages of a pipeline that run once for each element.</summary>
public sealed partial class EachTests
{
    [Theory]
    [Paces]
    [Paces(1)]
    [Paces(1, 2, 3, 4, 5)]
    public void A_stage_runs_for_each_element_and_its_results_keep_the_order(Pace pace, params int[] numbers)
    {
        var steps = new Steps(pace);

        var result = steps.Finish(
            pace == Pace.StraightLine ? new(new Chain(steps).Run(numbers)) : new WaitingChain(steps).RunAsync(numbers)
        );

        Assert.Equal(numbers.Sum() * 10 + numbers.Length, result);
        Assert.Equal(numbers.Select(number => $"First {number}"), steps.Entries.Where(e => e.StartsWith('F')));
        Assert.Equal(
            numbers.Select(number => $"Second {number * 10}"),
            steps.Entries.Where(entry => entry.StartsWith('S'))
        );
    }

    [Fact]
    public async Task Any_kind_of_collection_has_elements()
    {
        int[] numbers = [1, 2, 3];
        var kinds = new Kinds();
        using var owner = MemoryPool<int>.Shared.Rent(3);
        owner.Memory.Span.Clear();
        owner.Memory.Span[0] = 6;

        Assert.Equal([2, 4, 6], kinds.Array(numbers));
        Assert.Equal([2, 4, 6], kinds.List([.. numbers]));
        Assert.Equal([2, 4, 6], kinds.ReadOnlyList(numbers));
        Assert.Equal([2, 4, 6], kinds.Enumerable(numbers.Where(number => number > 0)));
        Assert.Equal([2, 4, 6], kinds.Set([.. numbers]).Order());
        Assert.Equal([2, 4, 6], kinds.Memory(numbers.AsMemory()));
        Assert.Equal([2, 4, 6], kinds.ReadOnlyMemory(numbers.AsMemory()));
        Assert.Equal([2, 4, 6], kinds.Immutable([.. numbers]));
        Assert.Equal(12, kinds.Owner(owner).Sum());
        var streamed = await kinds.StreamAsync(Stream());
        Assert.Equal([2, 4, 6], streamed);
        Assert.Equal(["a!", "b!"], kinds.Texts(["a", "b"]));

        async IAsyncEnumerable<int> Stream()
        {
            foreach (var number in numbers)
            {
                await Task.Yield();
                yield return number;
            }
        }
    }

    [Theory]
    [Paces]
    public void Other_parameters_are_the_same_for_each_element(Pace pace)
    {
        var steps = new Steps(pace);
        using var source = new CancellationTokenSource();
        int[] numbers = [1, 2, 3];

        var result = steps.Finish(
            pace == Pace.StraightLine
                ? new(new Others(steps).Run(numbers, "x", source.Token))
                : new WaitingOthers(steps).RunAsync(numbers, "x", source.Token)
        );

        Assert.Equal(["1x7 Label True", "2x7 Label True", "3x7 Label True"], result);
        Assert.Equal(1, steps.Entries.Count(entry => entry == "Seven"));
    }

    [Theory]
    [Paces]
    public void Collections_of_collections_are_flattened_where_that_is_asked_for(Pace pace)
    {
        var steps = new Steps(pace);
        int[][] numbers =
        [
            [1, 2],
            [],
            [3],
        ];

        var (flat, nested) = steps.Finish(
            pace == Pace.StraightLine ? new(new Nested(steps).Run(numbers)) : new WaitingNested(steps).RunAsync(numbers)
        );

        Assert.Equal([new First(1), new First(2), new First(3)], flat);
        Assert.Equal([3, 0, 3], nested);
    }

    [Theory]
    [Paces]
    public void Results_of_results_are_flattened_where_that_is_asked_for(Pace pace)
    {
        var steps = new Steps(pace);

        var result = steps.Finish(
            pace == Pace.StraightLine
                ? new(new Words(steps).Run(["a b", "", "c"]))
                : new WaitingWords(steps).RunAsync(["a b", "", "c"])
        );

        Assert.Equal(["A", "B", "C"], result);
    }

    [Theory]
    [Paces]
    public void An_effect_may_run_for_each_element(Pace pace)
    {
        var steps = new Steps(pace);
        if (pace == Pace.StraightLine)
        {
            new Effects(steps).Run([1, 2, 3]);
        }
        else
        {
            steps.Finish(new WaitingEffects(steps).RunAsync([1, 2, 3]));
        }

        Assert.Equal(["Note 1", "Note 2", "Note 3", "Done"], steps.Entries);
    }

    [Theory]
    [Paces]
    public void Elements_that_produce_nothing_are_left_out(Pace pace)
    {
        var steps = new Steps(pace);

        var (odd, all) = steps.Finish(
            pace == Pace.StraightLine
                ? new(new Odd(steps).Run([1, 2, 3, 4]))
                : new WaitingOdd(steps).RunAsync([1, 2, 3, 4])
        );

        Assert.Equal([new First(1), new First(3)], odd);
        Assert.Equal(["1", "skipped: 2 is even", "3", "skipped: 4 is even"], all);
    }

    [Theory]
    [Paces(true)]
    [Paces(false)]
    public void A_fan_out_has_conditions_of_its_own_and_may_be_skipped(Pace pace, bool isTaken)
    {
        var steps = new Steps(pace);

        var result = steps.Finish(
            pace == Pace.StraightLine
                ? new(new Guarded(steps).Run([1, 2], isTaken))
                : new WaitingGuarded(steps).RunAsync([1, 2], isTaken)
        );

        Assert.Equal(isTaken ? "3" : "'isTaken' is false", result.HasValue ? $"{result.Value}" : result.Reason);
        Assert.Equal(isTaken ? ["First 1", "First 2"] : [], steps.Entries);
    }

    [Theory]
    [Paces]
    public void A_collection_that_is_absent_skips_the_fan_out(Pace pace)
    {
        var steps = new Steps(pace);
        var result = steps.Finish(
            pace == Pace.StraightLine ? new(new Absent(steps).Run(false)) : new WaitingAbsent(steps).RunAsync(false)
        );

        Assert.Equal("'exists' is false", result.Reason);
        Assert.Empty(steps.Entries);
    }

    [Pipeline]
    private sealed partial class Chain(Steps steps)
    {
        public partial int Run(int[] numbers);

        [Stage]
        private First First([Each] int number) => steps.Note($"First {number}", new First(number * 10));

        [Stage]
        private Second Second([Each] First first) => steps.Note($"Second {first.Number}", new Second(first.Number + 1));

        [Stage]
        private static int Sum(IReadOnlyList<Second> seconds) => seconds.Sum(second => second.Number);
    }

    [Pipeline]
    private sealed partial class WaitingChain(Steps steps)
    {
        public partial ValueTask<int> RunAsync(int[] numbers);

        [Stage]
        private ValueTask<First> FirstAsync([Each] int number) =>
            steps.NoteAsync($"First {number}", new First(number * 10));

        [Stage]
        private async Task<Second> SecondAsync([Each] First first) =>
            await steps.NoteAsync($"Second {first.Number}", new Second(first.Number + 1)).ConfigureAwait(false);

        [Stage]
        private ValueTask<int> SumAsync(Second[] seconds) =>
            steps.NoteAsync("Third", seconds.Sum(second => second.Number));
    }

    [Pipeline]
    private sealed partial class Kinds
    {
        [return: From(nameof(OfNumber))]
        public partial int[] Array(int[] numbers);

        [return: From(nameof(OfNumber))]
        public partial IReadOnlyList<int> List(List<int> numbers);

        [return: From(nameof(OfNumber))]
        public partial IReadOnlyCollection<int> ReadOnlyList(IReadOnlyList<int> numbers);

        [return: From(nameof(OfNumber))]
        public partial IEnumerable<int> Enumerable(IEnumerable<int> numbers);

        [return: From(nameof(OfNumber))]
        public partial int[] Set(HashSet<int> numbers);

        [return: From(nameof(OfNumber))]
        public partial int[] Memory(Memory<int> numbers);

        [return: From(nameof(OfNumber))]
        public partial int[] ReadOnlyMemory(ReadOnlyMemory<int> numbers);

        [return: From(nameof(OfNumber))]
        public partial int[] Immutable(ImmutableArray<int> numbers);

        [return: From(nameof(OfNumber))]
        public partial int[] Owner(IMemoryOwner<int> numbers);

        [return: From(nameof(OfNumber))]
        public partial ValueTask<int[]> StreamAsync(IAsyncEnumerable<int> numbers);

        [return: From(nameof(OfText))]
        public partial object[] Texts(string[] texts);

        [Stage]
        private static int OfNumber([Each, From("numbers")] int number) => number * 2;

        [Stage]
        private static string OfText([Each, From("texts")] object text) => $"{text}!";
    }

    [Pipeline]
    private sealed partial class Others(Steps steps)
    {
        public partial IReadOnlyList<string> Run(int[] numbers, string text, CancellationToken token);

        [Stage]
        private long Seven() => steps.Note("Seven", 7L);

        [Stage]
        private static string Label(
            [From("text")] string text,
            [Each] int number,
            StageContext context,
            long seven,
            CancellationToken token
        ) => $"{number}{text}{seven} {context.StageName} {token.CanBeCanceled && context.CancellationToken == token}";
    }

    [Pipeline]
    private sealed partial class WaitingOthers(Steps steps)
    {
        public partial ValueTask<IReadOnlyList<string>> RunAsync(int[] numbers, string text, CancellationToken token);

        [Stage]
        private ValueTask<long> SevenAsync() => steps.NoteAsync("Seven", 7L);

        [Stage]
        private ValueTask<string> LabelAsync(
            [From("text")] string text,
            [Each] int number,
            StageContext context,
            long seven,
            CancellationToken token
        ) =>
            steps.NoteAsync(
                $"{number}",
                $"{number}{text}{seven} {context.StageName} {token.CanBeCanceled && context.CancellationToken == token}"
            );
    }

    [Pipeline]
    private sealed partial class Nested(Steps steps)
    {
        public partial (First[] Flat, int[] Lengths) Run(int[][] numbers);

        [Stage]
        private First Flat([Each(Flatten = true), From("numbers")] int number) => steps.Note("Flat", new First(number));

        [Stage]
        private int Lengths([Each, From("numbers")] int[] numbers) => steps.Note("Lengths", numbers.Sum());
    }

    [Pipeline]
    private sealed partial class WaitingNested(Steps steps)
    {
        public partial ValueTask<(First[] Flat, int[] Lengths)> RunAsync(int[][] numbers);

        [Stage]
        private ValueTask<First> FlatAsync([Each(Flatten = true), From("numbers")] int number) =>
            steps.NoteAsync("Flat", new First(number));

        [Stage]
        private ValueTask<int> LengthsAsync([Each, From("numbers")] int[] numbers) =>
            steps.NoteAsync("Lengths", numbers.Sum());
    }

    [Pipeline]
    private sealed partial class Words(Steps steps)
    {
        [return: From(nameof(Upper))]
        public partial string[] Run(string[] lines);

        [Stage]
        private List<string> Split([Each, From("lines")] string line) =>
            steps.Note("Split", line.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList());

        [Stage]
        private string Upper([Each(Flatten = true), From(nameof(Split))] string word) =>
            steps.Note("Upper", word.ToUpperInvariant());
    }

    [Pipeline]
    private sealed partial class WaitingWords(Steps steps)
    {
        [return: From(nameof(UpperAsync))]
        public partial ValueTask<string[]> RunAsync(string[] lines);

        [Stage]
        private ValueTask<List<string>> SplitAsync([Each, From("lines")] string line) =>
            steps.NoteAsync("Split", line.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList());

        [Stage]
        private ValueTask<string> UpperAsync([Each(Flatten = true), From(nameof(SplitAsync))] string word) =>
            steps.NoteAsync("Upper", word.ToUpperInvariant());
    }

    [Pipeline]
    private sealed partial class Effects(Steps steps)
    {
        public partial void Run(int[] numbers);

        [Stage]
        private void Note([Each] int number) => steps.Note($"Note {number}");

        [Stage, After(nameof(Note))]
        private void Done() => steps.Note("Done");
    }

    [Pipeline]
    private sealed partial class WaitingEffects(Steps steps)
    {
        public partial ValueTask RunAsync(int[] numbers);

        [Stage]
        private async Task NoteAsync([Each] int number) =>
            await steps.NoteAsync($"Note {number}", 0).ConfigureAwait(false);

        [Stage, After(nameof(NoteAsync))]
        private async ValueTask DoneAsync() => await steps.NoteAsync("Done", 0).ConfigureAwait(false);
    }

    [Pipeline]
    private sealed partial class Odd(Steps steps)
    {
        public partial (First[] Odd, string[] All) Run(int[] numbers);

        [Stage]
        private Optional<First> Maybe([Each] int number) =>
            number % 2 == 1 ? steps.Note("", new First(number)) : Optional.Skip($"{number} is even");

        [Stage]
        private Outcome<Second> Either([Each] int number) =>
            number % 2 == 1 ? steps.Note("", new Second(number)) : Outcome.Skip($"{number} is even");

        [Stage]
        private static string All([Each] Outcome<Second> outcome) =>
            outcome.HasValue ? $"{outcome.Value.Number}" : outcome.ToString();
    }

    [Pipeline]
    private sealed partial class WaitingOdd(Steps steps)
    {
        public partial ValueTask<(First[] Odd, string[] All)> RunAsync(int[] numbers);

        [Stage]
        private ValueTask<Optional<First>> MaybeAsync([Each] int number) =>
            steps.NoteAsync<Optional<First>>(
                "",
                number % 2 == 1 ? new First(number) : Optional.Skip($"{number} is even")
            );

        [Stage]
        private ValueTask<Outcome<Second>> EitherAsync([Each] int number) =>
            steps.NoteAsync<Outcome<Second>>(
                "",
                number % 2 == 1 ? new Second(number) : Outcome.Skip($"{number} is even")
            );

        [Stage]
        private string[] All(IReadOnlyList<Outcome<Second>> outcomes) =>
            [.. outcomes.Select(outcome => outcome.HasValue ? $"{outcome.Value.Number}" : outcome.ToString())];
    }

    [Pipeline]
    private sealed partial class Guarded(Steps steps)
    {
        [return: From(nameof(Sum))]
        public partial Optional<int> Run(int[] numbers, bool isTaken);

        [Stage, When("isTaken")]
        private First First([Each] int number) => steps.Note($"First {number}", new First(number));

        [Stage]
        private static int Sum(IEnumerable<First> firsts) => firsts.Sum(first => first.Number);
    }

    [Pipeline]
    private sealed partial class WaitingGuarded(Steps steps)
    {
        [return: From(nameof(Sum))]
        public partial ValueTask<Optional<int>> RunAsync(int[] numbers, bool isTaken);

        [Stage, When("isTaken")]
        private ValueTask<First> FirstAsync([Each] int number) => steps.NoteAsync($"First {number}", new First(number));

        [Stage]
        private static int Sum(IReadOnlyCollection<First> firsts) => firsts.Sum(first => first.Number);
    }

    [Pipeline]
    private sealed partial class Absent(Steps steps)
    {
        public partial Optional<First[]> Run(bool exists);

        [Stage, When("exists")]
        private List<int> Numbers() => steps.Note("Numbers", new List<int> { 1 });

        [Stage]
        private First First([Each] int number) => steps.Note($"First {number}", new First(number));
    }

    [Pipeline]
    private sealed partial class WaitingAbsent(Steps steps)
    {
        public partial ValueTask<Optional<First[]>> RunAsync(bool exists);

        [Stage, When("exists")]
        private ValueTask<List<int>> NumbersAsync() => steps.NoteAsync("Numbers", new List<int> { 1 });

        [Stage]
        private ValueTask<First> FirstAsync([Each] int number) => steps.NoteAsync($"First {number}", new First(number));
    }
}
