namespace Sluice.FunctionalTests.Observing;

/// <summary>Exactly one of the failures that an observer receives is the failure that ends the run.</summary>
public sealed partial class EndingFailureTests
{
    private readonly RecordedEvents _events = new();

    [Fact]
    public void It_is_told_of_a_synchronous_run()
    {
        Assert.Throws<InvalidDataException>(() => new Line().Run("text", new RecordingObserver(_events)));

        Assert.Equal(["Handled False", "First True"], Failures());
    }

    [Fact]
    public async Task It_is_told_of_a_sequential_run()
    {
        await Assert.ThrowsAsync<InvalidDataException>(() =>
            new Sequence().RunAsync("text", new RecordingObserver(_events)).AsTask()
        );

        Assert.Equal(["Handled False", "First True"], Failures());
    }

    [Fact]
    public async Task A_failure_that_comes_later_does_not_end_a_concurrent_run()
    {
        await Assert.ThrowsAsync<InvalidDataException>(() =>
            new Concurrent().RunAsync("text", new RecordingObserver(_events)).AsTask()
        );

        Assert.Equal(["Handled False", "First True", "Second False"], Failures());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_first_failure_ends_a_run_that_goes_on(bool isConcurrent)
    {
        var observer = new RecordingObserver(_events);
        if (isConcurrent)
        {
            await Assert.ThrowsAsync<InvalidDataException>(() => new Continued().RunAsync("text", observer).AsTask());
        }
        else
        {
            Assert.Throws<InvalidDataException>(() => new Continued().Run("text", observer));
        }

        Assert.Equal(["First True", "Second False"], Failures());
    }

    private string[] Failures() =>
        [
            .. _events
                .All.Where(runEvent => runEvent.Kind == RunEventKind.StageFailed)
                .Select(runEvent => $"{runEvent.Stage} {runEvent.EndsRun}"),
        ];

    [Pipeline]
    private sealed partial class Line
    {
        public partial int Run<TObserver>(string text, TObserver observer)
            where TObserver : struct, IRunObserver;

        [Stage]
        private static Uri Handled(string text) => throw new InvalidDataException(text);

        [Stage]
        private static int First(Outcome<Uri> handled) => throw new InvalidDataException($"{handled}");
    }

    [Pipeline]
    private sealed partial class Sequence
    {
        public partial ValueTask<int> RunAsync<TObserver>(string text, TObserver observer)
            where TObserver : struct, IRunObserver;

        [Stage]
        private static async Task<Uri> HandledAsync(string text)
        {
            await Task.Yield();
            throw new InvalidDataException(text);
        }

        [Stage]
        private static async Task<int> FirstAsync(Outcome<Uri> handled)
        {
            await Task.Yield();
            throw new InvalidDataException($"{handled}");
        }
    }

    [Pipeline]
    private sealed partial class Concurrent
    {
        public partial ValueTask<long> RunAsync<TObserver>(string text, TObserver observer)
            where TObserver : struct, IRunObserver;

        [Stage]
        private static Uri Handled(string text) => throw new InvalidDataException(text);

        [Stage]
        private static async Task<int> FirstAsync(Outcome<Uri> handled)
        {
            await Task.Yield();
            throw new InvalidDataException($"{handled}");
        }

        [Stage]
        private static async Task<short> SecondAsync(string text, CancellationToken token)
        {
            var isCancelled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            await using (token.Register(isCancelled.SetResult))
            {
                await isCancelled.Task;
            }

            throw new InvalidDataException(text);
        }

        [Stage]
        private static long Last(int first, short second) => first + second;
    }

    [Pipeline(OnFailure = FailureMode.Continue)]
    private sealed partial class Continued
    {
        [return: From(nameof(Last))]
        public partial long Run<TObserver>(string text, TObserver observer)
            where TObserver : struct, IRunObserver;

        [return: From(nameof(LateAsync))]
        public partial ValueTask<long> RunAsync<TObserver>(string text, TObserver observer)
            where TObserver : struct, IRunObserver;

        [Stage]
        private static int First(string text) => throw new InvalidDataException(text);

        [Stage, After(nameof(First))]
        private static short Second(string text) => throw new InvalidDataException(text);

        [Stage]
        private static long Last(int first, short second) => first + second;

        [Stage]
        private static async Task<double> BesideAsync(string text)
        {
            await Task.Yield();
            return text.Length;
        }

        [Stage]
        private static async Task<long> LateAsync(int first, short second, double beside)
        {
            await Task.Yield();
            return first + second + (long)beside;
        }
    }
}
