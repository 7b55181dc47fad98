using Sluice.FunctionalTests.Values;

namespace Sluice.FunctionalTests.Language;

/// <summary>
/// The methods that are stages: declared and inherited, private and public, static and instance methods. For an overridden method,
/// the last override is the stage.
/// </summary>
public sealed partial class StageMethodTests
{
    [Fact]
    public void Own_inherited_and_overridden_stages_take_part_and_the_override_wins()
    {
        Assert.Equal(new Fourth(1 + 100 + 1_000), new Inheriting(1_000).Run(1));
    }

    [Fact]
    public void An_override_without_the_attribute_is_still_the_stage()
    {
        Assert.Equal(new Third(-5), new OverridingSilently().Run(new Second(5)));
    }

    [Fact]
    public void An_abstract_stage_of_a_base_class_is_what_the_pipeline_makes_of_it()
    {
        Assert.Equal(new First(9), new Implementing().Run(3));
    }

    [Fact]
    public void A_stage_may_have_a_name_of_its_own()
    {
        Assert.Equal("by name 1", new Named().Run(1));
        Assert.Equal(["Format"], Named.Graph.Stages.Select(stage => stage.Name).Where(name => name == "Format"));
    }

    private abstract class Stages
    {
        [Stage]
        protected static First Inherited(int number) => new(number);

        [Stage]
        protected virtual Second Overridden(First first) => new(first.Number + 10);

        [Stage]
        public virtual Third Negate(Second second) => new(-second.Number);
    }

    private abstract class AbstractStages
    {
        [Stage]
        protected abstract First Compute(int number);
    }

    [Pipeline]
    private sealed partial class Inheriting(int extra) : Stages
    {
        public partial Fourth Run(int number);

        [Stage]
        protected override Second Overridden(First first) => new(first.Number + 100);

        [Stage]
        private Fourth Own([From(nameof(Overridden))] Second second) => new(second.Number + extra);

        [Stage]
        public override Third Negate(Second second) => base.Negate(second);

        public partial Third Unused(Second second);
    }

    [Pipeline]
    private sealed partial class OverridingSilently : Stages
    {
        public partial Third Run(Second second);

        public partial Second Other(int number);

        public override Third Negate(Second second) => base.Negate(second);
    }

    [Pipeline]
    private sealed partial class Implementing : AbstractStages
    {
        public partial First Run(int number);

        protected override First Compute(int number) => new(number * number);
    }

    [Pipeline]
    private sealed partial class Named
    {
        [return: From("Format")]
        public partial string Run(int number);

        [Stage(Name = "Format")]
        private static string Text(int number) => $"by name {number}";

        [Stage]
        private static string Other(int number) => $"other {number}";

        [return: From(nameof(Other))]
        public partial string RunOther(int number);
    }
}
