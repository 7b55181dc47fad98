using Sluice.CodeFixes;

namespace Sluice.Analyzers.Tests.Fixes;

/// <summary>The source that the code fix produces for routes with values for which no stage runs.</summary>
public class RouteFixTests
{
    [Fact]
    public async Task A_stage_is_added_after_the_last_of_its_kind_and_to_the_merge() =>
        await FixAssert.MendsAsync(
            new RouteStageFix(),
            "Add a stage for Command",
            """
            using Sluice;

            enum Intent { Question, Order, Command }

            sealed record Answer(string Text);

            [Pipeline]
            static partial class P
            {
                [return: From(nameof(Question), nameof(Buy))]
                public static partial Answer? Run(string text);

                [Stage]
                static Intent Route(string text) => Intent.Order;

                // Answers.
                [Stage, When(nameof(Route), Intent.Question)]
                static Answer Question(string text) => new("");

                /// <summary>Buys.</summary>
                [Stage, When(nameof(Route), Intent.Order)]
                private static Answer Buy(string text)
                {
                    return new("");
                } // Done.

                [Stage]
                static void Log(string text) { }
            }
            """,
            """
            using Sluice;

            enum Intent { Question, Order, Command }

            sealed record Answer(string Text);

            [Pipeline]
            static partial class P
            {
                [return: From(nameof(Question), nameof(Buy), nameof(Command))]
                public static partial Answer? Run(string text);

                [Stage]
                static Intent Route(string text) => Intent.Order;

                // Answers.
                [Stage, When(nameof(Route), Intent.Question)]
                static Answer Question(string text) => new("");

                /// <summary>Buys.</summary>
                [Stage, When(nameof(Route), Intent.Order)]
                private static Answer Buy(string text)
                {
                    return new("");
                } // Done.

                [Stage, When(nameof(Route), Intent.Command)]
                private static Answer Command(string text) => throw new NotImplementedException();

                [Stage]
                static void Log(string text) { }
            }
            """
        );

    [Fact]
    public async Task A_stage_is_added_for_each_value_in_the_layout_of_its_kind() =>
        await FixAssert.MendsAsync(
            new RouteStageFix(),
            "Add the missing stages",
            """
            using Sluice;

            enum Intent { Question, Order, Command }

            sealed record Answer(string Text);

            [Pipeline]
            static partial class P
            {
                public static partial ValueTask RunAsync(string text);

                [Stage]
                static Task<Intent> RouteAsync(string text) => Task.FromResult(Intent.Order);

                [Stage]
                [When("Route", Intent.Question)]
                [Unless(nameof(IsEmpty))]
                static async Task AskAsync(
                    string text,
                    CancellationToken token
                )
                {
                    await Task.Delay(1, token);
                }

                static bool IsEmpty(string text) => text.Length == 0;
            }
            """,
            """
            using Sluice;

            enum Intent { Question, Order, Command }

            sealed record Answer(string Text);

            [Pipeline]
            static partial class P
            {
                public static partial ValueTask RunAsync(string text);

                [Stage]
                static Task<Intent> RouteAsync(string text) => Task.FromResult(Intent.Order);

                [Stage]
                [When("Route", Intent.Question)]
                [Unless(nameof(IsEmpty))]
                static async Task AskAsync(
                    string text,
                    CancellationToken token
                )
                {
                    await Task.Delay(1, token);
                }

                [Stage]
                [When("Route", Intent.Order)]
                static Task OrderAsync(
                    string text,
                    CancellationToken token
                ) => throw new NotImplementedException();

                [Stage]
                [When("Route", Intent.Command)]
                static Task CommandAsync(
                    string text,
                    CancellationToken token
                ) => throw new NotImplementedException();

                static bool IsEmpty(string text) => text.Length == 0;
            }
            """
        );

    [Fact]
    public async Task Who_took_the_only_branch_by_its_type_gets_a_merge() =>
        await FixAssert.MendsAsync(
            new RouteStageFix(),
            "Add a stage for Command",
            """
            using Sluice;

            enum Intent { Question, Order, Command }

            sealed record Answer(string Text);

            [Pipeline]
            static partial class P
            {
                public static partial Answer? Run(string text);

                public static partial int? Count(string text);

                [Stage] static Intent Route(string text) => Intent.Order;
                [Stage, When(nameof(Route), Intent.Question, Intent.Order)] static Answer Ask(string text) => new("");
                [Stage] static int Format(Answer answer) => 1;
            }
            """,
            """
            using Sluice;

            enum Intent { Question, Order, Command }

            sealed record Answer(string Text);

            [Pipeline]
            static partial class P
            {
                [return: From(nameof(Ask), nameof(Command))]
                public static partial Answer? Run(string text);

                public static partial int? Count(string text);

                [Stage] static Intent Route(string text) => Intent.Order;
                [Stage, When(nameof(Route), Intent.Question, Intent.Order)] static Answer Ask(string text) => new("");

                [Stage, When(nameof(Route), Intent.Command)] static Answer Command(string text) => throw new NotImplementedException();
                [Stage] static int Format([From(nameof(Ask), nameof(Command))] Answer answer) => 1;
            }
            """
        );

    [Fact]
    public async Task A_name_that_means_something_already_is_not_taken() =>
        await FixAssert.MendsAsync(
            new RouteStageFix(),
            "Add the missing stages",
            """
            using Sluice;

            enum Intent { Question, Order, Command }

            sealed class Command;

            [Pipeline]
            static partial class P
            {
                public static partial void Run(string text);

                [Stage] static Intent Route(string text) => Intent.Order;

                [Stage, Unless(nameof(Route), Intent.Order, Intent.Command)] static void Ask(string text) => Order();

                static void Order() { }
            }
            """,
            """
            using Sluice;

            enum Intent { Question, Order, Command }

            sealed class Command;

            [Pipeline]
            static partial class P
            {
                public static partial void Run(string text);

                [Stage] static Intent Route(string text) => Intent.Order;

                [Stage, Unless(nameof(Route), Intent.Order, Intent.Command)] static void Ask(string text) => Order();

                [Stage, When(nameof(Route), Intent.Order)] static void OnOrder(string text) => throw new NotImplementedException();

                [Stage, When(nameof(Route), Intent.Command)] static void OnCommand(string text) => throw new NotImplementedException();

                static void Order() { }
            }
            """
        );
}
