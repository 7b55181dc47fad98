using Sluice.FunctionalTests.Harness;

namespace Sluice.FunctionalTests.CleanUps;

/// <summary>The outputs of stages that request disposal are disposed at the end of the run, and no others.</summary>
public sealed partial class DisposalTests
{
    private readonly Journal _journal = new();

    [Fact]
    public void A_straight_line_disposes_of_what_stages_made_the_last_first()
    {
        Assert.Equal(2, new Line(_journal).Run("text"));

        Assert.Equal(
            ["open first", "open second", "use", "clean", "dispose second", "dispose first"],
            _journal.Entries
        );
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_asynchronous_entry_point_awaits_it(bool yields)
    {
        Assert.Equal(2, await new Sequence(_journal, yields).RunAsync("text").OrHang());

        Assert.Equal(
            ["open first", "open second", "use", "dispose second asynchronously", "dispose first"],
            _journal.Entries
        );
    }

    [Fact]
    public async Task Where_a_stage_fails_what_the_others_made_is_disposed_of_even_if_they_end_later()
    {
        var slow = new Gate();
        var run = new Overlapping(_journal, slow).RunAsync("text").AsTask();
        slow.Open(1);

        await Assert.ThrowsAsync<InvalidDataException>(() => run.OrHang());

        Assert.Equal(["fail", "open slow", "dispose slow"], _journal.Entries);
    }

    [Fact]
    public void What_an_entry_point_returns_is_the_callers()
    {
        var pipeline = new Line(_journal);

        var (first, _) = pipeline.Open("text");
        Assert.Equal(["open first", "open second", "dispose second"], _journal.Entries);
        Assert.False(first.IsDisposed);

        Assert.False(pipeline.OpenEither("").IsDisposed);
        Assert.False(pipeline.OpenEither("text").IsDisposed);
    }

    [Theory]
    [InlineData("stage", "dispose second, dispose first")]
    [InlineData("broken", "dispose broken, dispose first")]
    public void What_an_entry_point_would_return_is_disposed_of_where_nobody_gets_it(string text, string expected)
    {
        Assert.ThrowsAny<Exception>(() => new Line(_journal).Open(text));

        Assert.Equal(
            expected,
            string.Join(", ", _journal.Entries.Where(entry => entry.StartsWith("dispose", StringComparison.Ordinal)))
        );
    }

    [Theory]
    [InlineData("value", "open, use open, dispose open")]
    [InlineData("skip", "use nothing")]
    [InlineData("null", "use null")]
    [InlineData("fail", "")]
    public void Only_what_was_produced_is_disposed_of(string text, string expected)
    {
        var result = new Perhaps(_journal).Run(text);

        Assert.Equal(text != "fail", result.IsSuccess);
        Assert.Equal(expected, string.Join(", ", _journal.Entries));
    }

    [Fact]
    public void What_each_round_of_a_guard_made_is_disposed_of()
    {
        Assert.Equal(2, new Guarded(_journal).Run("text"));

        Assert.Equal(["open 1", "open 2", "dispose 2", "dispose 1"], _journal.Entries);
    }

    [Fact]
    public async Task What_a_check_refuses_is_disposed_of_all_the_same()
    {
        await Assert.ThrowsAsync<GuardFailedException>(() => new Refused(_journal).RunAsync("text").AsTask());

        Assert.Equal(["open", "dispose open"], _journal.Entries);
    }

    [Fact]
    public void A_run_whose_disposing_fails_fails_and_the_others_are_disposed_of()
    {
        var thrown = Assert.Throws<IOException>(() => new Line(_journal).Run("broken"));

        Assert.Equal("second", thrown.Message);
        Assert.Equal("dispose first", _journal.Entries[^1]);
    }

    [Fact]
    public async Task A_stream_is_read_before_what_it_reads_from_is_disposed_of()
    {
        var read = new List<string>();
        await foreach (var line in new Streaming(_journal).ReadAsync("a b"))
        {
            _journal.Add(line);
            read.Add(line);
        }

        Assert.Equal(["a", "b"], read);
        Assert.Equal(["open a b", "a", "b", "dispose a b"], _journal.Entries);
    }

    [Fact]
    public async Task What_a_run_made_that_is_cancelled_is_disposed_of()
    {
        using var source = new CancellationTokenSource();
        var gate = new Gate();
        var run = new Waiting(_journal, gate).RunAsync("text", source.Token).AsTask();
        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run.OrHang());

        Assert.Equal(["open", "dispose open"], _journal.Entries);
    }

    private sealed class Resource(Journal journal, string name) : IDisposable
    {
        public bool IsDisposed { get; private set; }

        public string Name => name;

        public static Resource Open(Journal journal, string name)
        {
            journal.Add($"open {name}".TrimEnd());
            return new Resource(journal, name.Length == 0 ? "open" : name);
        }

        public void Dispose()
        {
            Assert.False(IsDisposed);
            IsDisposed = true;
            journal.Add($"dispose {name}");
            if (name == "broken")
            {
                throw new IOException("second");
            }
        }
    }

    private sealed class AsyncResource(Journal journal) : IDisposable, IAsyncDisposable
    {
        public void Dispose() => journal.Add("dispose second at once");

        public async ValueTask DisposeAsync()
        {
            await Task.Yield();
            journal.Add("dispose second asynchronously");
        }
    }

    [Pipeline]
    private sealed partial class Line(Journal journal)
    {
        [return: From(nameof(Use))]
        public partial int Run(string text);

        public partial (Resource First, long Length) Open(string text);

        [return: From(nameof(Early), nameof(First))]
        public partial Resource OpenEither(string text);

        private static bool IsEmpty(string text) => text.Length == 0;

        [Stage(Dispose = true), When(nameof(IsEmpty))]
        private Resource Early(string text) => Resource.Open(journal, text);

        [Stage(Dispose = true)]
        private Resource First(string text) => Resource.Open(journal, text.Length > 0 ? "first" : text);

        [Stage(Dispose = true)]
        private Resource Second([From(nameof(First))] Resource first, string text) =>
            Resource.Open(
                journal,
                text == "broken" ? text : first.Name.Replace("first", "second", StringComparison.Ordinal)
            );

        [Stage]
        private static long Length([From(nameof(Second))] Resource second, string text) =>
            text == "stage" ? throw new InvalidDataException(text) : second.Name.Length;

        [Stage]
        private int Use(
            [From(nameof(First))] Resource first,
            [From(nameof(Second))] Resource second,
            StageContext context
        )
        {
            context.OnCleanUp(() => journal.Add("clean"));
            Assert.False(first.IsDisposed || second.IsDisposed);
            return journal.Add("use", 2);
        }
    }

    [Pipeline]
    private sealed partial class Sequence(Journal journal, bool yields)
    {
        public partial ValueTask<int> RunAsync(string text);

        [Stage(Dispose = true)]
        private async Task<Resource> FirstAsync(string text)
        {
            if (yields)
            {
                await Task.Yield();
            }

            return Resource.Open(journal, text.Length > 0 ? "first" : text);
        }

        [Stage(Dispose = true)]
        private AsyncResource Second(Resource first)
        {
            Assert.False(first.IsDisposed);
            journal.Add("open second");
            return new AsyncResource(journal);
        }

        [Stage]
        private int Use(Resource first, AsyncResource second) =>
            journal.Add("use", second is null || first is null ? 0 : 2);
    }

    [Pipeline]
    private sealed partial class Overlapping(Journal journal, Gate slow)
    {
        public partial ValueTask<int> RunAsync(string text);

        [Stage(Dispose = true)]
        private async ValueTask<Resource> SlowAsync(string text)
        {
            await slow.WaitAsync();
            journal.Add("open slow");
            return new Resource(journal, text.Length > 0 ? "slow" : text);
        }

        [Stage]
        private ValueTask<long> FailAsync(string text)
        {
            journal.Add("fail");
            throw new InvalidDataException(text);
        }

        [Stage]
        private static int Join(Resource slow, long number) => slow.Name.Length + (int)number;
    }

    [Pipeline]
    private sealed partial class Perhaps(Journal journal)
    {
        [return: From(nameof(Use))]
        public partial PipelineResult<int> Run(string text);

        [Stage(Dispose = true)]
        private Outcome<Resource?> Open(string text) =>
            text switch
            {
                "value" => Resource.Open(journal, ""),
                "skip" => Outcome.Skip("nothing"),
                "null" => Outcome.Value<Resource?>(null),
                _ => Outcome.Fail(new InvalidDataException(text)),
            };

        [Stage]
        private int Use(Optional<Resource?> resource) =>
            journal.Add($"use {(resource.TryGetValue(out var value) ? value?.Name ?? "null" : "nothing")}", 1);
    }

    [Pipeline]
    private sealed partial class Guarded(Journal journal)
    {
        public partial int Run(string text);

        [Stage(Dispose = true)]
        private Resource Open(string text, StageContext context) =>
            Resource.Open(journal, text.Length > 0 ? $"{context.Attempt}" : text);

        [Stage, Guard(Retry = nameof(Open), Attempts = 3)]
        private static bool IsGood(Resource resource) => resource.Name == "2";

        [Stage]
        private static int Use(Resource resource) => resource.IsDisposed ? 0 : 2;
    }

    [Pipeline]
    private sealed partial class Refused(Journal journal)
    {
        public partial ValueTask<int> RunAsync(string text);

        [Stage(Dispose = true)]
        private Resource Open(string text) => Resource.Open(journal, text.Length > 0 ? "" : text);

        [Stage, Guard]
        private static bool IsGood(Resource resource) => resource.IsDisposed;

        [Stage]
        private static int Use(Resource resource) => resource.Name.Length;
    }

    [Pipeline]
    private sealed partial class Streaming(Journal journal)
    {
        public partial IAsyncEnumerable<string> ReadAsync(string text);

        [Stage(Dispose = true)]
        private Resource Open(string text) => Resource.Open(journal, text);

        [Stage]
        private static async IAsyncEnumerable<string> SplitAsync(Resource resource)
        {
            foreach (var word in resource.Name.Split(' '))
            {
                await Task.Yield();
                Assert.False(resource.IsDisposed);
                yield return word;
            }
        }
    }

    [Pipeline]
    private sealed partial class Waiting(Journal journal, Gate gate)
    {
        public partial ValueTask<int> RunAsync(string text, CancellationToken token);

        [Stage(Dispose = true)]
        private Resource Open(string text) => Resource.Open(journal, text.Length > 0 ? "" : text);

        [Stage]
        private async ValueTask<int> WaitAsync(Resource resource, CancellationToken token) =>
            await gate.WaitOrCancelAsync(token) + resource.Name.Length;
    }
}
