namespace Sluice.Compiler.Tests.Bind;

public class SynchronyTests
{
    [Fact]
    public void A_synchronous_entry_point_runs_no_asynchronous_stage() =>
        Assert.Equal(
            "AsynchronousStageBehindSynchronousEntryPoint: Entry point 'Run' is synchronous, but it runs stage 'Load', which is "
                + "asynchronous: Run -> Close -> Price -> Load. Return 'ValueTask<Receipt>', or make the stage synchronous.",
            new PipelineBuilder()
                .Stage("LoadAsync(): Cart")
                .Stage("Price(Cart cart): Quote")
                .Stage("Close(Quote quote): Receipt")
                .EntryPoint("Run(): Receipt")
                .EntryPoint("RunAsync(): Receipt")
                .Bind()
                .OnlyFinding()
        );

    [Fact]
    public void An_offloaded_stage_is_asynchronous() =>
        Assert.Contains(
            "stage 'Load', which is offloaded: Run -> Load. Return 'ValueTask<(Cart cart, Total)>'",
            new PipelineBuilder()
                .Stage("Load(): Cart", offload: true)
                .Stage("Sum(): Total")
                .EntryPoint("Run(): (Cart cart, Total)")
                .Bind()
                .OnlyFinding(),
            StringComparison.Ordinal
        );

    [Fact]
    public void An_asynchronous_effect_can_be_kept_out() =>
        Assert.EndsWith(
            "Run -> Log. Return 'ValueTask', or exclude the effect from it with Only.",
            new PipelineBuilder().Stage("LogAsync(Order order)").EntryPoint("Run(Order order)").Bind().OnlyFinding(),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_long_chain_is_cut_at_its_beginning()
    {
        var builder = new PipelineBuilder().Stage("S0Async(): T0");
        for (var index = 1; index < 10; index++)
        {
            builder.Stage($"S{index}(T{index - 1} previous): T{index}");
        }

        Assert.Contains(
            ": Run -> ... -> S5 -> S4 -> S3 -> S2 -> S1 -> S0.",
            builder.EntryPoint("Run(): T9").Bind().OnlyFinding(),
            StringComparison.Ordinal
        );
    }
}
