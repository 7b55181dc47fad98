using System.Runtime.CompilerServices;

namespace Sluice.FunctionalTests.Language;

/// <summary>Names that differ only in case or in the prefixes that emitted code uses.</summary>
public sealed partial class AwkwardInputTests
{
    [Fact]
    public async Task Inputs_of_a_stream_may_have_names_that_look_like_fields()
    {
        var items = new List<int>();
        await foreach (var item in new Awkward().StreamAsync(1, 12))
        {
            items.Add(item);
        }

        Assert.Equal([1, 12], items);
    }

    [Fact]
    public void Parameters_beside_an_element_may_differ_in_case_only() =>
        Assert.Equal(["1 2 a", "1 2 b"], new Awkward().Each(["a", "b"], 1, 2));

    [Fact]
    public void A_stage_may_be_named_as_the_view_names_its_field()
    {
        var result = new Awkward().Result(3);

        Assert.Equal(6, Awkward.StagesOf(result)._report2.Value);
    }

#pragma warning disable IDE1006 // The names are awkward on purpose: they differ in case or begin with an underscore.
    [Pipeline]
    private sealed partial class Awkward
    {
        [return: From(nameof(Both))]
        public partial IAsyncEnumerable<int> StreamAsync(int x, int _x, CancellationToken token = default);

        public partial string[] Each(string[] items, int x, int X);

        [return: From("_report")]
        public partial PipelineResult<long> Result(short number);

        [Stage]
        private static async IAsyncEnumerable<int> Both(int x, int _x, [EnumeratorCancellation] CancellationToken token)
        {
            await Task.Yield();
            yield return x;
            yield return _x;
        }

        [Stage]
        private static string Show([Each] string item, [From("x")] int x, [From("X")] int X) => $"{x} {X} {item}";

        [Stage(Name = "_report")]
        private static long Report(short number) => number * 2;
    }
#pragma warning restore IDE1006
}
