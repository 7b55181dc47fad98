using Sluice.Compiler.Model;
using Sluice.Compiler.Rules;

namespace Sluice.Compiler.Tests.Bind;

/// <summary>
/// Pipelines with ten thousand stages. An algorithm that takes quadratic time, or stack in proportion to the depth of the graph, does
/// not finish.
/// </summary>
public class LargePipelineTests
{
    private const int Count = 10_000;

    [Fact]
    public void A_chain()
    {
        var builder = new PipelineBuilder().EntryPoint($"Run(T0 start): T{Count}");
        for (var index = Count; index > 0; index--)
        {
            builder.Stage($"S{index}(T{index - 1} previous): T{index}");
        }

        var bound = builder.Bind();

        Assert.Empty(bound.Findings);
        Assert.Equal(Count, Assert.Single(bound.Graphs).Stages.Count);
    }

    [Fact]
    public void A_cycle()
    {
        var builder = new PipelineBuilder().EntryPoint("Run(): T0");
        for (var index = 0; index < Count; index++)
        {
            builder.Stage($"S{index}(T{(index + 1) % Count} next): T{index}");
        }

        var finding = Assert.Single(builder.Bind().Findings);
        Assert.Equal(Rule.Cycle, finding.Rule);
        Assert.Equal(Count, finding.Further.Count);
    }

    [Fact]
    public void One_type_for_everything()
    {
        var builder = new PipelineBuilder().EntryPoint($"Run(T s0): [From:S{Count}] T");
        for (var index = 1; index <= Count; index++)
        {
            builder.Stage($"S{index}(T s{index - 1}): T");
        }

        var bound = builder.Bind();

        Assert.Empty(bound.Findings);
        Assert.Equal(Count, Assert.Single(bound.Graphs).Stages.Count);
    }

    [Fact]
    public void Everything_missing_and_everything_ambiguous()
    {
        var builder = new PipelineBuilder().EntryPoint("Run()").EntryPoint("Sum(): (A a, B b)");
        for (var index = 0; index < Count / 2; index++)
        {
            builder.Stage($"Missing{index}(None none): A").Stage($"Ambiguous{index}(A some)");
        }

        Assert.NotEmpty(builder.Bind().Findings);
    }

    [Fact]
    public void Every_name_unknown()
    {
        var builder = new PipelineBuilder().EntryPoint("Run()").EntryPoint("Walk()");
        for (var index = 0; index < Count; index++)
        {
            builder.Stage($"Stage{index}([From:Stages{index}] A some)", after: [$"Stages{index}"]);
        }

        Assert.Equal(2 * Count, builder.Bind().Findings.Count);
    }
}
