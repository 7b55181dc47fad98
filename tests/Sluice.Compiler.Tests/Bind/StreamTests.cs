namespace Sluice.Compiler.Tests.Bind;

public class StreamTests
{
    [Fact]
    public void A_stream_goes_to_the_one_that_takes_it() =>
        Assert.Equal(
            "Read() Filter(Read) => Filter",
            new PipelineBuilder()
                .Stage("Read(): IAsyncEnumerable<Line>")
                .Stage("Filter(IAsyncEnumerable<Line> lines): IAsyncEnumerable<Hit>")
                .EntryPoint("Run(): IAsyncEnumerable<Hit>")
                .Bind()
                .Graph()
        );

    [Fact]
    public void A_stream_that_several_take_is_an_error() =>
        Assert.Equal(
            "SharedStream: The stream 'IAsyncEnumerable<Line>' of stage 'Read' can be read only once, but parameter 'lines' of stage "
                + "'Count', parameter 'line' of stage 'Check' and the output of entry point 'Run' take it. Let only one of them take it, or "
                + "collect its items in a stage first.",
            new PipelineBuilder()
                .Stage("Read(): IAsyncEnumerable<Line>")
                .Stage("CountAsync(IAsyncEnumerable<Line> lines)")
                .Stage("CheckAsync([Each] Line line)")
                .EntryPoint("Run(): IAsyncEnumerable<Line>")
                .Bind()
                .OnlyFinding()
        );

    [Fact]
    public void A_source_of_a_merge_is_taken_by_it() =>
        Assert.StartsWith(
            "SharedStream: The stream 'IAsyncEnumerable<Line>' of stage 'B'",
            new PipelineBuilder()
                .Stage("A(): IAsyncEnumerable<Line>")
                .Stage("B(): IAsyncEnumerable<Line>")
                .Stage("UseAsync([From:A,B] IAsyncEnumerable<Line> all, [From:B] IAsyncEnumerable<Line> one): End")
                .EntryPoint("RunAsync(): End")
                .Bind()
                .OnlyFinding(),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_stream_that_comes_in_has_one_taker_too() =>
        Assert.StartsWith(
            "SharedStream: The stream 'IAsyncEnumerable<Line>' of input 'lines'",
            new PipelineBuilder()
                .Stage("First(IAsyncEnumerable<Line> lines)")
                .Stage("Second(IAsyncEnumerable<Line> lines)")
                .EntryPoint("Run(IAsyncEnumerable<Line> lines)")
                .Bind()
                .OnlyFinding(),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_stream_may_go_to_one_taker_in_each_entry_point()
    {
        var bound = new PipelineBuilder()
            .Stage("Read(): IAsyncEnumerable<Line>")
            .Stage("Count(IAsyncEnumerable<Line> lines): Total")
            .EntryPoint("Lines(): IAsyncEnumerable<Line>")
            .EntryPoint("Sum(): Total")
            .Bind();

        Assert.Equal("Read() => Read", bound.Graph());
        Assert.Equal("Read() Count(Read) => Count", bound.Graph(1));
    }

    [Fact]
    public void An_entry_point_that_streams_runs_asynchronous_stages() =>
        Assert.Equal(
            "Load() Read(Load) => Read",
            new PipelineBuilder()
                .Stage("LoadAsync(): File")
                .Stage("Read(File file): IAsyncEnumerable<Line>")
                .EntryPoint("Lines(): IAsyncEnumerable<Line>")
                .Bind()
                .Graph()
        );

    [Fact]
    public void A_synchronous_entry_point_is_told_to_return_a_task_of_its_result() =>
        Assert.Contains(
            "Return 'ValueTask<PipelineResult<Optional<Cart>>>'",
            new PipelineBuilder()
                .Stage("LoadAsync(): Cart")
                .EntryPoint("Run(): PipelineResult<Optional<Cart>>")
                .Bind()
                .OnlyFinding(),
            StringComparison.Ordinal
        );
}
