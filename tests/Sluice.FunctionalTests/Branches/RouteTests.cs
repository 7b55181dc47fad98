using Sluice.FunctionalTests.Harness;
using Sluice.FunctionalTests.Values;

namespace Sluice.FunctionalTests.Branches;

/// <summary>Branches by the value of an enum, and the default branch.</summary>
public sealed partial class RouteTests
{
    [Theory]
    [Paces(Intent.Question, "Answer")]
    [Paces(Intent.Order, "Sell")]
    [Paces(Intent.Complaint, "Else")]
    [Paces(Intent.Thanks, "Else")]
    public void Case_17_the_branch_of_the_value_runs_and_the_default_where_no_branch_names_it(
        Pace pace,
        Intent intent,
        string expected
    )
    {
        var steps = new Steps(pace);

        var result = steps.Finish(
            pace == Pace.StraightLine ? new(new Desk(steps).Run(intent)) : new WaitingDesk(steps).RunAsync(intent)
        );

        Assert.Equal(expected, result);
        Assert.Equal(["Route", expected], steps.Entries);
    }

    [Theory]
    [Paces]
    public void Case_18_an_unnamed_value_fails_the_route(Pace pace)
    {
        var steps = new Steps(pace);

        var thrown = Assert.Throws<InvalidOperationException>(() =>
            steps.Finish(
                pace == Pace.StraightLine
                    ? new(new Desk(steps).Run((Intent)17))
                    : new WaitingDesk(steps).RunAsync((Intent)17)
            )
        );

        Assert.Contains("'Route'", thrown.Message, StringComparison.Ordinal);
        Assert.Contains("17", thrown.Message, StringComparison.Ordinal);
        Assert.Equal(["Route"], steps.Entries);
        var report = RunFailure.Of(thrown)!.Report!;
        Assert.Equal(
            (StageStatus.Failed, (Exception?)thrown),
            report.Stages.Where(stage => stage.Name == "Route").Select(stage => (stage.Status, stage.Error)).Single()
        );
    }

    [Theory]
    [InlineData(Intent.Question, true)]
    [InlineData(Intent.Order, true)]
    [InlineData(Intent.Complaint, false)]
    public async Task An_input_may_be_the_route(Intent intent, bool runs)
    {
        Assert.Equal(runs, new ByInput().Run(intent).HasValue);
        Assert.Equal(!runs, (await new ByInput().RunLaterAsync(intent)).HasValue);
        Assert.Equal(runs ? null : "'intent' is not Question or Order", new ByInput().Run(intent).Reason);
    }

    [Theory]
    [InlineData(Access.Read, "read")]
    [InlineData(Access.Read | Access.Write, "both")]
    [InlineData(Access.Write, "other")]
    [InlineData((Access)8, "other")]
    public void Flags_are_open_and_have_unnamed_values(Access access, string expected) =>
        Assert.Equal(expected, new ByFlags().Run(access));

    [Theory]
    [InlineData(-1, "minus")]
    [InlineData(0, "zero")]
    [InlineData(5, "other")]
    public void A_number_may_have_a_default_branch(int number, string expected) =>
        Assert.Equal(expected, new ByNumber().Run(number));

    public enum Intent
    {
        Question,
        Order,
        Complaint,
        Thanks,
    }

    [Flags]
    public enum Access
    {
        None = 0,
        Read = 1,
        Write = 2,
    }

    [Pipeline]
    private sealed partial class Desk(Steps steps)
    {
        [return: From(nameof(Answer), nameof(Sell), nameof(Else))]
        public partial string Run(Intent intent);

        [Stage]
        private Intent Route([From("intent")] Intent intent) => steps.Note("Route", intent);

        [Stage, When(nameof(Route), Intent.Question)]
        private string Answer() => steps.Note("Answer", "Answer");

        [Stage, When(nameof(Route), Intent.Order)]
        private string Sell() => steps.Note("Sell", "Sell");

        [Stage, Otherwise(nameof(Route))]
        private string Else() => steps.Note("Else", "Else");
    }

    [Pipeline]
    private sealed partial class WaitingDesk(Steps steps)
    {
        [return: From(nameof(AnswerAsync), nameof(SellAsync), nameof(ElseAsync))]
        public partial ValueTask<string> RunAsync(Intent intent);

        [Stage]
        private ValueTask<Intent> RouteAsync([From("intent")] Intent intent) => steps.NoteAsync("Route", intent);

        [Stage, When(nameof(RouteAsync), Intent.Question)]
        private ValueTask<string> AnswerAsync() => steps.NoteAsync("Answer", "Answer");

        [Stage, When(nameof(RouteAsync), Intent.Order)]
        private ValueTask<string> SellAsync() => steps.NoteAsync("Sell", "Sell");

        [Stage, Otherwise(nameof(RouteAsync))]
        private ValueTask<string> ElseAsync() => steps.NoteAsync("Else", "Else");
    }

    [Pipeline]
    private sealed partial class ByInput
    {
        public partial Optional<First> Run(Intent intent);

        public partial ValueTask<Optional<Second>> RunLaterAsync(Intent intent);

        [Stage, When("intent", Intent.Question, Intent.Order)]
        private static First First() => new(1);

        [Stage, Unless("intent", Intent.Question, Intent.Order)]
        private static async Task<Second> SecondAsync()
        {
            await Task.Yield();
            return new(1);
        }
    }

    [Pipeline]
    private sealed partial class ByFlags
    {
        [return: From(nameof(Read), nameof(Both), nameof(Other))]
        public partial string Run(Access access);

        [Stage, When("access", Access.Read)]
        private static string Read() => "read";

        [Stage, When("access", Access.Read | Access.Write)]
        private static string Both() => "both";

        [Stage, Otherwise("access")]
        private static string Other() => "other";
    }

    [Pipeline]
    private sealed partial class ByNumber
    {
        [return: From(nameof(Minus), nameof(Zero), nameof(Other))]
        public partial string Run(int number);

        [Stage, When("number", -1)]
        private static string Minus() => "minus";

        [Stage, When("number", 0)]
        private static string Zero() => "zero";

        [Stage, Otherwise("number")]
        private static string Other() => "other";
    }
}
