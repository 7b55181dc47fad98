using Sluice.FunctionalTests.Harness;
using Sluice.FunctionalTests.Values;

namespace Sluice.FunctionalTests.Branches;

/// <summary>Names and constants of routes that are difficult for emitted code.</summary>
public sealed partial class AwkwardRouteTests
{
    [Theory]
    [InlineData("a\"b\\{c}\n", "quoted")]
    [InlineData("", "empty")]
    [InlineData("</summary>", "markup")]
    [InlineData("é\u2028☃", "beyond ASCII")]
    [InlineData(null, "else")]
    [InlineData("other", "else")]
    public async Task Any_text_may_be_compared_with(string? text, string expected)
    {
        Assert.Equal(expected, new Texts().Run(text));
        Assert.Equal(expected, await new Texts().RunLaterAsync(text));
    }

    [Theory]
    [InlineData(int.MinValue, "least")]
    [InlineData(int.MaxValue, "most")]
    [InlineData(0, "else")]
    public void Any_number_may_be_compared_with(int number, string expected) =>
        Assert.Equal(expected, new Numbers().Run(number));

    [Theory]
    [InlineData(1, "one or uno")]
    [InlineData(-5, "less")]
    public void Members_of_an_enum_may_have_the_same_value(int value, string expected) =>
        Assert.Equal(expected, new Aliases().Run(value));

    [Theory]
    [InlineData(0, "zero")]
    [InlineData(1, "big")]
    public void An_enum_may_be_private_and_large(int value, string expected) =>
        Assert.Equal(expected, new OfPrivate().Run(value));

    [Fact]
    public void An_unnamed_value_of_any_enum_fails_its_stage()
    {
        Assert.Throws<InvalidOperationException>(() => new Aliases().Run(77));
        Assert.Throws<InvalidOperationException>(() => new OfPrivate().Run(77));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Stages_and_inputs_may_have_the_names_that_emitted_code_would_like(bool at)
    {
        var gate = Gate.Opened(1);
        var suspended = new Gate();

        var expected = at ? "1 2 3 4 5 6 7" : "none 2 3 none 5 6 7";
        Assert.Equal(expected, new Named().Run(at, "x", 1, 2).Outcome.Value);
        Assert.Equal(expected, (await new Named().RunLaterAsync(at, gate, "x", 1, 2)).Outcome.Value);
        var run = new Named().RunLaterAsync(at, suspended, "x", 1, 2).AsTask();
        suspended.Open(1);
        Assert.Equal(expected, (await run.OrHang()).Outcome.Value);
    }

    [Pipeline]
    private sealed partial class Texts
    {
        [return: From(nameof(Quoted), nameof(Empty), nameof(Markup), nameof(Beyond), nameof(Else))]
        public partial string Run(string? text);

        [return: From(nameof(QuotedLaterAsync), nameof(Empty), nameof(Markup), nameof(Beyond), nameof(Else))]
        public partial ValueTask<string> RunLaterAsync(string? text);

        [Stage, When("text", "a\"b\\{c}\n")]
        private static string Quoted() => "quoted";

        [Stage, When("text", "a\"b\\{c}\n")]
        private static async Task<string> QuotedLaterAsync()
        {
            await Task.Yield();
            return "quoted";
        }

        [Stage, When("text", "")]
        private static string Empty() => "empty";

        [Stage, When("text", "</summary>")]
        private static string Markup() => "markup";

        [Stage, When("text", "é\u2028☃")]
        private static string Beyond() => "beyond ASCII";

        [Stage, Otherwise("text")]
        private static string Else() => "else";
    }

    [Pipeline]
    private sealed partial class Numbers
    {
        [return: From(nameof(Least), nameof(Most), nameof(Else))]
        public partial string Run(int number);

        [Stage, When("number", int.MinValue)]
        private static string Least() => "least";

        [Stage, When("number", int.MaxValue)]
        private static string Most() => "most";

        [Stage, Unless("number", int.MinValue, int.MaxValue)]
        private static string Else() => "else";
    }

    private enum Alias : sbyte
    {
        Less = -5,
        One = 1,
#pragma warning disable CA1069 // The test is about two members with one value.
        Uno = 1,
#pragma warning restore CA1069
    }

    [Pipeline]
    private sealed partial class Aliases
    {
        [return: From(nameof(OneOrUno), nameof(Less))]
        public partial string Run(int value);

        [Stage]
        private static Alias Route(int value) => (Alias)value;

        [Stage, When(nameof(Route), Alias.One, Alias.Uno)]
        private static string OneOrUno() => "one or uno";

        [Stage, Unless(nameof(Route), Alias.Uno)]
        private static string Less() => "less";
    }

    private enum Large : ulong
    {
        Zero,
        Big = ulong.MaxValue,
    }

    [Pipeline]
    private sealed partial class OfPrivate
    {
        [return: From(nameof(Zero), nameof(Big))]
        public partial string Run(int value);

        [Stage]
        private static Large Route(int value) => value == 1 ? Large.Big : (Large)value;

        [Stage, When(nameof(Route), Large.Zero)]
        private static string Zero() => "zero";

        [Stage, When(nameof(Route), Large.Big)]
        private static string Big() => "big";
    }

#pragma warning disable SLU0045 // The inputs matter only for their names.
    [Pipeline]
    private sealed partial class Named
    {
        [return: From(nameof(Result))]
        public partial PipelineResult<string> Run(bool at, string exception, int report, long failures);

        [return: From(nameof(ResultLater))]
        public partial ValueTask<PipelineResult<string>> RunLaterAsync(
            bool at,
            Gate values,
            string exception,
            int report,
            long failures
        );

        [Stage, When("at")]
        private static First First(int report) => new(report);

        [Stage]
        private static Optional<Second> FirstSkipped(Optional<First> first) => new Second(first.HasValue ? 2 : 2);

        [Stage]
        private static Outcome<Third> FirstFailure(Outcome<Second> second) => new Third(second.Value.Number + 1);

        [Stage, When("at")]
        private static Fourth FirstStarted(Outcome<Third> third) => new(third.Value.Number + 1);

        [Stage]
        private static double FirstStopped([From("failures")] long value) => value + 3;

        [Stage]
        private static async Task<decimal> FirstAwaiterAsync([From("values")] Gate task, double callerContext)
        {
            await task.WaitAsync();
            return (decimal)callerContext + 1;
        }

        [Stage]
        private static async Task<float> FirstEndedAsync([From("values")] Gate task, double callerContext)
        {
            await task.WaitAsync();
            return (float)callerContext + 2;
        }

        [Stage]
        private static string Result(
            First? first,
            Optional<Second> second,
            Outcome<Third> third,
            Optional<Fourth> fourth,
            double callerContext
        ) =>
            $"{Text(first)} {second.Value.Number} {third.Value.Number} {Text(fourth)} {callerContext} {callerContext + 1} {callerContext + 2}";

        [Stage]
        private static string ResultLater(
            First? first,
            Optional<Second> second,
            Outcome<Third> third,
            Optional<Fourth> fourth,
            double callerContext,
            decimal result,
            float previous
        ) =>
            $"{Text(first)} {second.Value.Number} {third.Value.Number} {Text(fourth)} {callerContext} {result} {previous}";

        private static string Text(First? first) => first is { } value ? $"{value.Number}" : "none";

        private static string Text(Optional<Fourth> fourth) => fourth.HasValue ? $"{fourth.Value.Number}" : "none";
    }
}
