using System.Runtime.CompilerServices;
using Sluice.FunctionalTests.Harness;

namespace Sluice.FunctionalTests.Runs;

/// <summary>
/// The values of a run can be collected as soon as the run has ended, because pooled run objects keep no references to them.
/// </summary>
public sealed partial class RetentionTests
{
    private static readonly AsyncLocal<object?> Ambient = new();

    [Theory]
    [InlineData(Form.Sequential, false)]
    [InlineData(Form.Sequential, true)]
    [InlineData(Form.Concurrent, false)]
    [InlineData(Form.Concurrent, true)]
    [InlineData(Form.Cancellable, false)]
    [InlineData(Form.Cancellable, true)]
    public void A_run_that_has_ended_holds_no_object_of_the_users(Form form, bool fails)
    {
        var objects = Run(form, fails);

        RunObjects.Collect(until: () => objects.TrueForAll(entry => !entry.Reference.IsAlive));

        Assert.Empty(objects.Where(entry => entry.Reference.IsAlive).Select(entry => entry.Name));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_offloaded_run_that_has_ended_holds_no_object_of_the_users(bool fails)
    {
        var objects = await RunOffloadedAsync(fails);

        RunObjects.Collect(until: () => objects.TrueForAll(entry => !entry.Reference.IsAlive));

        Assert.Empty(objects.Where(entry => entry.Reference.IsAlive).Select(entry => entry.Name));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static List<(string Name, WeakReference Reference)> Run(Form form, bool fails)
    {
        var objects = new List<(string, WeakReference)>();
        Task.Run(() => Run(form, fails, objects)).GetAwaiter().GetResult();
        return objects;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Run(Form form, bool fails, List<(string, WeakReference)> objects)
    {
        var pipeline = new Holding();
        var input = new Script();
        var ambient = new object();
        using var source = new CancellationTokenSource();
        Ambient.Value = ambient;
        var run = form switch
        {
            Form.Sequential => pipeline.SequentialAsync(input, source.Token),
            Form.Concurrent => pipeline.ConcurrentAsync(input, source.Token),
            _ => pipeline.CancellableAsync(input, source.Token),
        };
        Ambient.Value = null;
        objects.Add(("pipeline", new WeakReference(pipeline)));
        objects.Add(("input", new WeakReference(input)));
        objects.Add(("context", new WeakReference(ambient)));
        objects.Add(("token source", new WeakReference(source)));
        if (fails)
        {
            var exception = new InvalidDataException();
            var further = new InvalidDataException();
            input.Gate.Fail(exception);
            if (form == Form.Concurrent)
            {
                input.OtherGate.Fail(further);
            }

            Assert.Throws<InvalidDataException>(() => Taken.From(run));
            objects.Add(("exception", new WeakReference(exception)));
            objects.Add(("further exception", new WeakReference(further)));
        }
        else
        {
            input.Gate.Open(1);
            input.OtherGate.Open(2);
            var output = Taken.From(run);
            objects.Add(("output", new WeakReference(output)));
            objects.Add(("value in between", new WeakReference(output.Between.Target)));
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<List<(string Name, WeakReference Reference)>> RunOffloadedAsync(bool fails)
    {
        var objects = new List<(string, WeakReference)>();
        await Task.Run(async () =>
        {
            var pipeline = new Holding();
            var input = new Script { Throws = fails };
            objects.Add(("pipeline", new WeakReference(pipeline)));
            objects.Add(("input", new WeakReference(input)));
            try
            {
                objects.Add(("output", new WeakReference(await pipeline.OffloadedAsync(input).OrHang())));
            }
            catch (InvalidDataException exception) when (fails)
            {
                objects.Add(("exception", new WeakReference(exception)));
            }
        });
        return objects;
    }

    public enum Form
    {
        Sequential,
        Concurrent,
        Cancellable,
    }

    public sealed class Script
    {
        public Gate Gate { get; } = new();

        public Gate OtherGate { get; } = new();

        public bool Throws { get; init; }
    }

    public sealed record Between(int Number);

    public sealed record Other(int Number);

    public sealed class Output(Between between)
    {
        public WeakReference Between { get; } = new(between);
    }

    [Pipeline]
    private sealed partial class Holding
    {
        [return: From(nameof(Finish))]
        public partial ValueTask<Output> SequentialAsync(Script input, CancellationToken token);

        [return: From(nameof(Join))]
        public partial ValueTask<Output> ConcurrentAsync(Script input, CancellationToken token);

        [return: From(nameof(JoinWithTokenAsync))]
        public partial ValueTask<Output> CancellableAsync(Script input, CancellationToken token);

        [return: From(nameof(Compute))]
        public partial ValueTask<Output> OffloadedAsync(Script input);

        [Stage]
        private static async Task<Between> BetweenAsync(Script input) => new(await input.Gate.WaitAsync());

        [Stage]
        private static async Task<Other> OtherAsync(Script input) => new(await input.OtherGate.WaitAsync());

        [Stage]
        private Output Finish(Between between) => new(between);

        [Stage]
        private Output Join(Between between, Other other) =>
            other.Number == 0 ? throw new InvalidDataException() : new(between);

        [Stage]
        private static async Task<Lazy<int>> WithTokenAsync(Script input, CancellationToken token)
        {
            var number = await input.OtherGate.WaitOrCancelAsync(token);
            return new Lazy<int>(number);
        }

        [Stage]
        private ValueTask<Output> JoinWithTokenAsync(Between between, Lazy<int> other) =>
            new(other.Value == 0 ? throw new InvalidDataException() : new Output(between));

        [Stage, Offload]
        private Output Compute(Script input) => input.Throws ? throw new InvalidDataException() : new(new Between(1));
    }
}
