using Sluice.FunctionalTests.Harness;
using Sluice.FunctionalTests.Values;

namespace Sluice.FunctionalTests.Language;

/// <summary>The sources of stages: fields, properties, primary-constructor parameters, interfaces, static classes, pipelines.</summary>
public sealed partial class StageSourceTests
{
    [Fact]
    public void A_struct_in_a_field_keeps_what_its_stages_change()
    {
        var pipeline = new Counting();

        Assert.Equal((1, 2), (pipeline.Run("first"), pipeline.Run("second")));
    }

    [Fact]
    public void Stages_of_a_field_a_property_and_a_parameter_are_called_on_what_they_hold()
    {
        var pipeline = new Members(new Adding(1), new Adding(10), new Adding(100));

        Assert.Equal((new First(6), new Second(15), new Third(105)), pipeline.Run(5));
    }

    [Fact]
    public void A_stage_of_an_interface_is_called_on_whatever_implements_it()
    {
        Assert.Equal(new First(-4), new Contracted(new Negating()).Run(4));
        Assert.Equal(new First(14), new Contracted(new AddingTen()).Run(4));
    }

    [Fact]
    public void A_record_brings_stages_by_a_positional_parameter()
    {
        Assert.Equal(new First(7), new Positional(new AddingFirst(3)).Run(4));
    }

    [Fact]
    public void A_static_class_brings_its_static_stages()
    {
        Assert.Equal(new Second(12), new FromStatic().Run(6));
    }

    [Fact]
    public void Static_members_bring_stages_into_a_static_pipeline()
    {
        Assert.Equal((new First(15), new Second(25)), StaticMembers.Run(5));
    }

    [Fact]
    public void An_interface_brings_the_stages_that_it_inherits_and_those_that_it_implements_itself()
    {
        Assert.Equal(new Second(-8), new ContractedTwice(new NegatingTwice()).Run(4));
    }

    [Fact]
    public async Task A_nested_pipeline_brings_its_entry_point_as_a_stage_and_none_of_its_stages()
    {
        var gate = new Gate();
        var run = new Outer(new Inner()).RunAsync(gate).AsTask();
        gate.Open(20);

        Assert.Equal(new Third(42), await run.OrHang());
        Assert.Equal(["Finish", "InnerRun"], Outer.Graph.Stages.Select(stage => stage.Name));
    }

    [Fact]
    public async Task A_nested_pipeline_hands_on_cancellation_and_failure()
    {
        var gate = new Gate();
        var failure = new InvalidDataException();
        var run = new Outer(new Inner()).RunAsync(gate).AsTask();
        gate.Fail(failure);

        Assert.Same(failure, await Assert.ThrowsAsync<InvalidDataException>(() => run.OrHang()));
    }

    [Fact]
    public void Two_sources_of_one_type_are_told_apart_by_their_members()
    {
        Assert.Equal("6 15", new TwoOfOne(new AddingNumber(1), new AddingNumber(10)).Run(5));
        Assert.Equal(["Show", "one.Add", "other.Add"], TwoOfOne.Graph.Stages.Select(stage => stage.Name));
    }

    public sealed class Adding(int summand)
    {
        public int Summand => summand;
    }

    public sealed class AddingFirst(int summand)
    {
        [Stage]
        public First First(int number) => new(number + summand);
    }

    public sealed class AddingSecond(int summand)
    {
        [Stage]
        public Second Second(int number) => new(number + summand);
    }

    public sealed class AddingThird(int summand)
    {
        [Stage]
        public Third Third(int number) => new(number + summand);
    }

    public sealed class AddingNumber(int summand)
    {
        [Stage]
        public int Add([From("number")] int number) => number + summand;
    }

    public interface IComputing
    {
        [Stage]
        First Compute(int number);
    }

    private sealed class Negating : IComputing
    {
        public First Compute(int number) => new(-number);
    }

    private sealed class AddingTen : IComputing
    {
        public First Compute(int number) => new(number + 10);
    }

    public interface IComputingTwice : IComputing
    {
        [Stage]
        Second Twice(First first) => new(first.Number * 2);
    }

    private sealed class NegatingTwice : IComputingTwice
    {
        public First Compute(int number) => new(-number);
    }

    private static class Doubling
    {
        [Stage]
        public static Second Twice(First first) => new(first.Number * 2);

        [Stage]
        public static First First(int number) => new(number);
    }

    [Pipeline]
    private sealed partial class Members(Adding first, Adding second, [Stages] AddingThird third)
    {
        [Stages]
        private readonly AddingFirst _first = new(first.Summand);

        public Members(Adding first, Adding second, Adding third)
            : this(first, second, new AddingThird(third.Summand)) { }

        [Stages]
        private AddingSecond Second { get; } = new(second.Summand);

        public partial (First, Second, Third) Run(int number);
    }

    [Pipeline]
    private static partial class StaticMembers
    {
        [Stages]
        private static readonly AddingFirst Ten = new(10);

        [Stages]
        private static AddingSecond Twenty { get; } = new(20);

        public static partial (First, Second) Run(int number);
    }

    [Pipeline]
    private sealed partial class ContractedTwice([Stages] IComputingTwice computing)
    {
        public partial Second Run(int number);
    }

    [Pipeline]
    private sealed partial class Contracted([Stages] IComputing computing)
    {
        public partial First Run(int number);
    }

    [Pipeline]
    private sealed partial record Positional([Stages] AddingFirst Adding)
    {
        public partial First Run(int number);
    }

    [Pipeline]
    [Stages(typeof(Doubling))]
    private sealed partial class FromStatic
    {
        public partial Second Run(int number);
    }

    [Pipeline]
    public sealed partial class Inner
    {
        public partial ValueTask<Second> InnerRunAsync(Gate gate, CancellationToken token = default);

        [Stage]
        private static async Task<First> FirstAsync(Gate gate) => new(await gate.WaitAsync());

        [Stage]
        private static Second Second(First first) => new(first.Number + 1);
    }

    [Pipeline]
    private sealed partial class Outer([Stages] Inner inner)
    {
        public partial ValueTask<Third> RunAsync(Gate gate);

        [Stage]
        private static Third Finish(Second second) => new(second.Number * 2);
    }

    [Pipeline]
    private sealed partial class TwoOfOne([Stages] AddingNumber one, [Stages] AddingNumber other)
    {
        public partial string Run(int number);

        [Stage]
        private static string Show([From("one.Add")] int one, [From("other.Add")] int other) => $"{one} {other}";
    }

    public record struct CallCounter
    {
        private int _calls;

        [Stage]
        public int Count(string text) => text.Length > 0 ? ++_calls : 0;
    }

    [Pipeline]
    private sealed partial class Counting
    {
        [Stages]
        private CallCounter _calls;

        public partial int Run(string text);
    }
}
