using System.Runtime.CompilerServices;
using Sluice.FunctionalTests.Values;

namespace Sluice.FunctionalTests.Streams;

/// <summary>Streams inside of what an entry point returns: they may be read after the run has ended.</summary>
public sealed partial class EntryPointStreamFormTests
{
    [Fact]
    public async Task A_stream_may_be_part_of_any_output()
    {
        var result = await new Kinds().ResultAsync(2);
        Assert.Equal(2, await CountAsync(result.Outcome.Value));
        Assert.Equal(2, await CountAsync((await new Kinds().OptionalAsync(2)).Value));
        var (stream, first) = await new Kinds().TupleAsync(2);
        Assert.Equal((2, 1), (await CountAsync(stream), first.Number));
        Assert.Equal(2, await CountAsync(new Kinds().Synchronous(2)));
    }

    [Fact]
    public async Task A_stream_that_fails_after_the_run_throws_to_its_reader()
    {
        var result = await new Kinds().ResultAsync(-2);
        await Assert.ThrowsAsync<InvalidDataException>(() => CountAsync(result.Outcome.Value));
    }

    private static async Task<int> CountAsync(IAsyncEnumerable<int> numbers)
    {
        var count = 0;
        await foreach (var _ in numbers)
        {
            count++;
        }

        return count;
    }

    [Pipeline]
    private sealed partial class Kinds
    {
        public partial ValueTask<PipelineResult<IAsyncEnumerable<int>>> ResultAsync(int count);

        public partial ValueTask<Optional<IAsyncEnumerable<int>>> OptionalAsync(int count);

        public partial ValueTask<(IAsyncEnumerable<int> Numbers, First First)> TupleAsync(int count);

        public partial IAsyncEnumerable<int> Synchronous(int count);

        [Stage]
        private static First First(int count) => new(count > 0 ? 1 : 0);

        [Stage]
        private static async IAsyncEnumerable<int> MakeAsync(
            int count,
            [EnumeratorCancellation] CancellationToken token
        )
        {
            for (var number = 0; number < Math.Abs(count); number++)
            {
                await Task.Yield();
                token.ThrowIfCancellationRequested();
                yield return number;
            }

            if (count < 0)
            {
                throw new InvalidDataException();
            }
        }
    }
}
