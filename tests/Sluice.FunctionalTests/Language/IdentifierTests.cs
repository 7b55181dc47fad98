using Sluice.FunctionalTests.Harness;
using Sluice.FunctionalTests.Values;

namespace Sluice.FunctionalTests.Language;

/// <summary>Names that could collide with emitted names.</summary>
public sealed partial class IdentifierTests
{
    [Fact]
    public async Task Keywords_are_names_of_pipelines_entry_points_stages_and_parameters()
    {
        var gate = new Gate();
        var run = new @class().@await(1, gate).AsTask();
        gate.Open(2);

        Assert.Equal("3", await run.OrHang());
        Assert.Equal(
            ["int", "return", "while"],
            @class.Graph.Stages.Select(stage => stage.Name).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task Unicode_letters_are_names()
    {
        var gate = new Gate();
        var run = new Größe().Berechne長さAsync("straße", gate).AsTask();
        gate.Open(2);

        Assert.Equal(12, await run.OrHang());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Parameters_and_stages_may_have_the_names_that_emitted_code_uses(bool waits)
    {
        var gate = new Gate();
        if (!waits)
        {
            gate.Open(1);
        }

        var pipeline = new Colliding();
        var sequential = pipeline.SequentialAsync(1, 2, 3, gate, default).AsTask();
        var concurrent = pipeline.ConcurrentAsync(1, 2, 3, gate, default).AsTask();
        var task = pipeline.TaskAsync(4, gate);
        if (waits)
        {
            gate.Open(1);
        }

        Assert.Equal("1 2 3 1", await sequential.OrHang());
        Assert.Equal(1 + 2 + 1 + 1, await concurrent.OrHang());
        Assert.Equal(5m, await task.OrHang());
    }

    [Pipeline]
#pragma warning disable CA1708, CS8981, IDE1006 // The test is about unusual names.
    private sealed partial class @class
    {
        public partial ValueTask<string> @await(int @in, Gate @event);

        [Stage]
        private static async Task<Second> @while(Gate @event) => new(await @event.WaitAsync());

        [Stage]
        private static First @return(int @in) => new(@in);

        [Stage]
        private static string @int(First @namespace, Second @base) => $"{@namespace.Number + @base.Number}";
    }
#pragma warning restore CA1708, CS8981, IDE1006

    [Pipeline]
    private sealed partial class Größe
    {
        public partial ValueTask<long> Berechne長さAsync(string wörter, Gate tür);

        [Stage]
        private static int Länge(string wörter) => wörter.Length;

        [Stage]
        private static async Task<First> ÖffneAsync(Gate tür) => new(await tür.WaitAsync());

        [Stage]
        private static long Mal(int länge, First öffnung) => (long)länge * öffnung.Number;
    }

#pragma warning disable SLU0045 // The inputs matter only for their names.
    [Pipeline]
    private sealed partial class Colliding
    {
        public partial ValueTask<string> SequentialAsync(
            short run,
            byte callerContext,
            sbyte exception,
            Gate pipeline,
            CancellationToken result
        );

        public partial ValueTask<int> ConcurrentAsync(
            short values,
            byte ready,
            sbyte stage,
            Gate task,
            CancellationToken callerToken
        );

        public partial Task<decimal> TaskAsync(long previous, Gate source);

        [Stage(Name = "result")]
        private static async Task<First> MakeResultAsync(Gate gate, CancellationToken token)
        {
            token.ThrowIfCancellationRequested();
            return new(await gate.WaitAsync());
        }

        [Stage(Name = "run")]
        private static async Task<Second> MakeRunAsync(Gate gate) => new(await gate.WaitAsync());

        [Stage(Name = "exception")]
        private static string Show(short one, byte two, sbyte three, First first) =>
            $"{one} {two} {three} {first.Number}";

        [Stage(Name = "callerContext")]
        private static int Add(short one, byte two, First first, Second second) =>
            one + two + first.Number + second.Number;

        [Stage(Name = "token")]
        private static decimal Sum(long number, First first) => number + first.Number;
    }
}
