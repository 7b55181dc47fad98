namespace Sluice.FunctionalTests.Branches;

/// <summary>A route that is an input: its branches are proved to cover only the values that have names.</summary>
public sealed partial class UnnamedInputTests
{
    public enum Kind
    {
        Small,
        Large,
    }

    [Fact]
    public void An_input_that_has_no_name_is_refused_before_anything_runs()
    {
        var ran = new List<string>();
        var pipeline = new Routed(ran);

        var refused = Assert.Throws<ArgumentOutOfRangeException>(() => pipeline.Run((Kind)7));
        Assert.Equal("kind", refused.ParamName);
        Assert.Equal((Kind)7, refused.ActualValue);
        _ = Assert.Throws<ArgumentOutOfRangeException>(() => pipeline.Result((Kind)7));
        _ = Assert.Throws<ArgumentOutOfRangeException>(() => pipeline.Maybe(Optional.Value((Kind)7)));
        Assert.Empty(ran);

        Assert.Equal("large", pipeline.Run(Kind.Large));
        Assert.Equal("small", pipeline.Maybe(Optional.Value(Kind.Small)).Value);
        Assert.False(pipeline.Maybe(Optional.Skip("unknown")).HasValue);
    }

    [Pipeline]
    private sealed partial class Routed(List<string> ran)
    {
        [return: From(nameof(Small), nameof(Large))]
        public partial string Run(Kind kind);

        [return: From(nameof(Small), nameof(Large))]
        public partial PipelineResult<string> Result(Kind kind);

        [return: From(nameof(Small), nameof(Large))]
        public partial Optional<string> Maybe(Optional<Kind> kind);

        [Stage]
        private void Note() => ran.Add("ran");

        [Stage, When("kind", Kind.Small)]
        private static string Small() => "small";

        [Stage, When("kind", Kind.Large)]
        private static string Large() => "large";
    }
}
