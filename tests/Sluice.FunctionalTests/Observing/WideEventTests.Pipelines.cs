namespace Sluice.FunctionalTests.Observing;

public sealed partial class WideEventTests
{
    /// <summary>Reserves successfully at the third attempt.</summary>
    [Pipeline]
    internal sealed partial class Ordering(ManualTimeProvider clock)
    {
        private int _calls;

        public partial ValueTask<string> RunAsync<TObserver>(string order, TObserver observer, RunContext context)
            where TObserver : struct, IRunObserver;

        [Stage]
        private string[] Parse(string order)
        {
            clock.Advance(TimeSpan.FromMilliseconds(0.5));
            return [order];
        }

        [Stage, Retry(3, Delay = "00:00:01", Backoff = Backoff.Linear, Jitter = Jitter.None)]
        private ValueTask<int> ReserveAsync(string[] parts)
        {
            clock.Advance(TimeSpan.FromMilliseconds(20));
            return ++_calls < 3 ? throw new IOException($"busy\r\n\"{_calls}\" für ever") : new ValueTask<int>(12);
        }

        private static bool IsPresent(string order) => order == "gift";

        [Stage, When(nameof(IsPresent))]
        private static Uri Wrap(string order) => new(order);

        [Stage]
        private static string Close(string[] parts, int left, Optional<Uri> wrapping) =>
            $"{parts[0]}, {left} left{(wrapping.HasValue ? ", wrapped" : "")}";
    }

    /// <summary>Writes for one second, and checks the result for a fifth of a second.</summary>
    [Pipeline]
    internal sealed partial class Article(ManualTimeProvider clock, int passesAt, int failsAt = int.MaxValue)
    {
        public partial int Run<TObserver>(string topic, TObserver observer, RunContext? context = null)
            where TObserver : struct, IRunObserver;

        [Stage]
        private Uri Write(string topic, StageContext context)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            return context.Attempt == failsAt
                ? throw new InvalidDataException("out of ink")
                : new Uri($"https://example.test/{topic}/{context.Attempt}");
        }

        [Stage, Guard(Retry = nameof(Write), Attempts = 5)]
        private bool Check(Uri written)
        {
            clock.Advance(TimeSpan.FromSeconds(0.2));
            return written.Segments[^1] == $"{passesAt}";
        }

        [Stage]
        private static int Count(Uri written) => written.Segments.Length;
    }

    /// <summary>Fails twice for the third element.</summary>
    [Pipeline]
    internal sealed partial class Elements
    {
        public partial ValueTask<long> RunAsync<TObserver>(int[] numbers, TObserver observer)
            where TObserver : struct, IRunObserver;

        [Stage, Retry(3)]
        private static async ValueTask<long> TakeAsync([Each(MaxConcurrency = 2)] int number, StageContext context)
        {
            await Task.Yield();
            return number == 3 && context.Attempt < 3 ? throw new InvalidDataException() : number;
        }

        [Stage]
        private static long Sum(IEnumerable<long> taken) => taken.Sum();
    }

    [Pipeline]
    internal sealed partial class Telling
    {
        public partial long Run<TObserver>(int number, TObserver observer)
            where TObserver : struct, IRunObserver;

        [Stage]
        private static long Tell(int number, StageContext context)
        {
            context.ReportProgress(0.25);
            context.Publish("text", "12345");
            context.Publish("list", new int[10]);
            context.Publish("object", new Circle());
            context.ReportProgress(0.75, "almost");
            context.Publish("end");
            return number;
        }
    }

    /// <summary>A type that cannot be serialized. Only its name is written.</summary>
    internal sealed class Circle
    {
        public Circle Self => this;
    }

    [Pipeline]
    internal sealed partial class Outer(WideEvents events)
    {
        public partial ValueTask<long> RunAsync<TObserver>(int number, TObserver observer, RunContext context)
            where TObserver : struct, IRunObserver;

        [Stage]
        private ValueTask<long> CallAsync(int number, RunContext context) =>
            new Inner().RunAsync(number, events.Observer, context.CreateNested());
    }

    [Pipeline]
    internal sealed partial class Inner
    {
        public partial ValueTask<long> RunAsync<TObserver>(int number, TObserver observer, RunContext context)
            where TObserver : struct, IRunObserver;

        [Stage]
        private static long Deep(int number) => number;
    }

    [Pipeline]
    internal sealed partial class Letters
    {
        public partial IAsyncEnumerable<char> StreamAsync<TObserver>(int count, TObserver observer)
            where TObserver : struct, IRunObserver;

        [Stage]
        private static async IAsyncEnumerable<char> SpellAsync(int count)
        {
            for (var letter = 'a'; letter < 'a' + count; letter++)
            {
                await Task.Yield();
                yield return letter;
            }
        }
    }
}
