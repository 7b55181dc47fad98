namespace Sluice.Analyzers.Tests;

/// <summary>The rules about stages that run conditionally.</summary>
public class ConditionRuleTests
{
    [Fact]
    public async Task An_output_that_may_be_absent_is_reported_at_the_entry_point() =>
        await RuleAssert.ReportsAsync(
            "SLU0026",
            "There may be no value for the output of entry point 'Run': it is produced only if 'IsLarge' is "
                + "true. Declare it as 'Optional<string>' or 'string?', or let it always be produced.",
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                public static partial string [|Run|](int quantity);

                static bool IsLarge(int quantity) => quantity > 100;

                [Stage, When(nameof(IsLarge))] static string Ship(int quantity) => "";
            }
            """
        );

    [Fact]
    public async Task An_element_of_a_tuple_that_may_be_absent_is_named() =>
        await RuleAssert.ReportsAsync(
            "SLU0026",
            "There may be no value for output 'freight' of entry point 'Run': nothing produces it if input "
                + "'coupon' has no value. Declare it as 'Optional<long>' or 'long?', or let it always be produced.",
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                public static partial (string label, long freight) [|Run|](int quantity, Optional<byte> coupon);

                [Stage] static string Label(int quantity) => "";

                [Stage] static long Ship(byte coupon) => coupon;
            }
            """
        );

    [Fact]
    public async Task A_stream_that_may_be_absent_has_no_optional_form() =>
        await RuleAssert.ReportsAsync(
            "SLU0026",
            "There may be no value for the output of entry point 'Run': it is produced only if 'IsLarge' is "
                + "true. Let it always be produced, with an empty stream if there are no items.",
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                public static partial IAsyncEnumerable<string> [|Run|](int quantity);

                static bool IsLarge(int quantity) => quantity > 100;

                [Stage, When(nameof(IsLarge))] static IAsyncEnumerable<string> Ship(int quantity) => null!;
            }
            """
        );

    [Fact]
    public async Task Outputs_that_say_so_or_are_always_produced_are_right() =>
        await RuleAssert.IsSilentAsync(
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                public static partial Optional<string> First(int quantity);

                public static partial string? Second(int quantity);

                public static partial Outcome<string> Third(int quantity);

                public static partial PipelineResult<string> Fourth(int quantity);

                [return: From(nameof(Ship), nameof(Post))]
                public static partial long Fifth(int quantity);

                static bool IsLarge(int quantity) => quantity > 100;

                [Stage, When(nameof(IsLarge))] static string Label(int quantity) => "";

                [Stage, When(nameof(IsLarge))] static long Ship(int quantity) => 1;

                [Stage, Unless(nameof(IsLarge))] static long Post(int quantity) => 2;
            }
            """
        );

    [Fact]
    public async Task A_condition_that_names_nothing_is_reported_at_the_stage() =>
        await RuleAssert.ReportsAsync(
            "SLU0027",
            "A condition of stage 'Ship' names 'IsLage', which is not a stage of the pipeline, a method in "
                + "the class of the stage or an input of 'Run'. Did you mean 'IsLarge'?",
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                public static partial string? Run(int quantity);

                [Stage] static bool IsLarge(int quantity) => quantity > 100;

                [Stage, When("IsLage")] static string [|Ship|](int quantity) => "";
            }
            """
        );

    [Fact]
    public async Task A_condition_may_be_an_input_of_the_entry_point_that_runs_the_stage() =>
        await RuleAssert.IsSilentAsync(
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                public static partial string? Run(int quantity, bool isLarge);

                [Stage, When("isLarge")] static string Ship(int quantity) => "";
            }
            """
        );

    [Fact]
    public async Task A_condition_that_only_another_entry_point_has_is_an_error() =>
        await RuleAssert.ReportsAsync(
            "SLU0027",
            "A condition of stage 'Ship' names 'isLarge', which is an input of other entry points, but not of "
                + "'Again', which runs the stage. Add the input.",
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                public static partial string? Run(int quantity, bool isLarge);

                public static partial string? Again(int quantity);

                [Stage, When("isLarge")] static string [|Ship|](int quantity) => "";
            }
            """
        );

    [Fact]
    public async Task A_route_needs_values() =>
        await RuleAssert.ReportsAsync(
            "SLU0028",
            "The condition 'Route' of stage 'Answer' cannot be used: it has the type 'Intent', not 'bool'. Add the values "
                + "to compare it with, such as Question.",
            """
            using Sluice;

            enum Intent { Question, Order, Command }

            [Pipeline]
            static partial class P
            {
                public static partial string? Run(int number);

                [Stage] static Intent Route(int number) => Intent.Order;

                [Stage, When(nameof(Route))] static string [|Answer|](int number) => "";
            }
            """
        );

    [Fact]
    public async Task A_value_of_another_type_is_an_error() =>
        await RuleAssert.ReportsAsync(
            "SLU0028",
            "The condition 'IsLarge' of stage 'Answer' cannot be used: it has the type 'bool', but "
                + "\"yes\" is of type 'string'. Compare it with constants of 'bool'.",
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                public static partial string? Run(int quantity);

                static bool IsLarge(int quantity) => quantity > 100;

                [Stage, When(nameof(IsLarge), "yes")] static string [|Answer|](int quantity) => "";
            }
            """
        );

    [Fact]
    public async Task A_value_that_no_route_has_is_an_error() =>
        await RuleAssert.ReportsAsync(
            "SLU0028",
            "The condition 'Weigh' of stage 'Answer' cannot be used: it is compared with a constant of type "
                + "'double', which is not supported: compare it with constants of an enum, a bool, a string or an int, or with a type",
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                public static partial string? Run(int quantity);

                [Stage] static double Weigh(int quantity) => 1;

                [Stage, When(nameof(Weigh), 1.5)] static string [|Answer|](int quantity) => "";
            }
            """
        );

    [Fact]
    public async Task A_method_that_decides_nothing_is_an_error() =>
        await RuleAssert.ReportsAsync(
            "SLU0028",
            "The condition 'Weigh' of stage 'Answer' cannot be used: the method returns 'int', but a condition must be a 'bool': "
                + "return 'bool', or mark it with [Stage] and compare its value",
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                public static partial string? Run(int quantity);

                static int Weigh(int quantity) => 1;

                [Stage, When(nameof(Weigh), 1)] static string [|Answer|](int quantity) => "";
            }
            """
        );

    [Fact]
    public async Task Otherwise_needs_others() =>
        await RuleAssert.ReportsAsync(
            "SLU0028",
            "The condition 'Weigh' of stage 'Answer' cannot be used: no other stage names one of its values with [When], so "
                + "[Otherwise] has no values to exclude. Add such a stage, or remove the condition.",
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                public static partial int? Run(int quantity);

                [Stage] static string Weigh(int quantity) => "";

                [Stage, Otherwise(nameof(Weigh))] static int [|Answer|](int quantity) => 1;
            }
            """
        );

    [Fact]
    public async Task Conditions_over_each_kind_of_route_are_right() =>
        await RuleAssert.IsSilentAsync(
            """
            using Sluice;

            enum Intent { Question, Order, Command }

            [Pipeline]
            static partial class P
            {
                public static partial void Run(int quantity, string text, Intent intent, bool isLarge);

                [Stage, When("quantity", 1, 2)] static void A(int quantity) { }

                [Stage, Otherwise("quantity")] static void B(int quantity) { }

                [Stage, Unless("text", "x")] static void C(string text) { }

                [Stage, When("intent", Intent.Order), When("isLarge")] static void D(string text) { }
            }
            """
        );

    [Fact]
    public async Task A_stage_that_never_runs_is_reported_at_its_name() =>
        await RuleAssert.ReportsAsync(
            "SLU0029",
            "Stage 'Ship' can never run: it requires that 'IsLarge' is true and that "
                + "'IsLarge' is false, which contradict each other. Correct the conditions, or remove the stage.",
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                public static partial string? Run(int quantity);

                static bool IsLarge(int quantity) => quantity > 100;

                [Stage, When(nameof(IsLarge)), Unless(nameof(IsLarge))] static string [|Ship|](int quantity) => "";
            }
            """
        );

    [Fact]
    public async Task A_stage_that_needs_what_it_excludes_never_runs() =>
        await RuleAssert.ReportsAsync(
            "SLU0029",
            "Stage 'Label' can never run: it requires that 'IsLarge' is false and a value "
                + "from 'Ship', which contradict each other. Correct the conditions, or remove the stage.",
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                public static partial string? Run(int quantity);

                static bool IsLarge(int quantity) => quantity > 100;

                [Stage, When(nameof(IsLarge))] static long Ship(int quantity) => 1;

                [Stage, Unless(nameof(IsLarge))] static string [|Label|](long tons) => "";
            }
            """
        );

    [Fact]
    public async Task Conditions_of_two_routes_may_hold_together() =>
        await RuleAssert.IsSilentAsync(
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                public static partial string? Run(int quantity, bool isNew);

                static bool IsLarge(int quantity) => quantity > 100;

                [Stage, When(nameof(IsLarge)), Unless("isNew")] static string Ship(int quantity) => "";
            }
            """
        );

    [Fact]
    public async Task A_source_that_is_never_taken_is_reported_at_the_parameter() =>
        await RuleAssert.ReportsAsync(
            "SLU0030",
            "'Ship' is never used for parameter 'shipment' of stage 'Label' because 'Post' comes before it and has a "
                + "value whenever it has one. Name it first, or remove it from [From].",
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                public static partial string Run(int quantity);

                static bool IsLarge(int quantity) => quantity > 100;

                [Stage] static long Post(int quantity) => 1;

                [Stage, When(nameof(IsLarge))] static long Ship(int quantity) => 2;

                [Stage] static string Label([From(nameof(Post), nameof(Ship))] [|long shipment|]) => "";
            }
            """
        );

    [Fact]
    public async Task A_source_that_is_never_taken_for_an_output_is_reported_at_the_entry_point() =>
        await RuleAssert.ReportsAsync(
            "SLU0030",
            "'Ship' is never used for the output of entry point 'Run' because 'Post' comes before it and has a "
                + "value whenever it has one. Name it first, or remove it from [From].",
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                [return: From(nameof(Post), nameof(Ship))]
                public static partial long [|Run|](int quantity);

                [Stage] static long Post(int quantity) => 1;

                [Stage] static long Ship(int quantity) => 2;
            }
            """
        );

    [Fact]
    public async Task A_source_that_has_nothing_where_the_stage_runs_is_never_taken() =>
        await RuleAssert.ReportsAsync(
            "SLU0030",
            "'Post' is never used for parameter 'shipment' of stage 'Label' because it has no value when "
                + "the stage runs. Remove it from [From].",
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                public static partial (string? Label, Optional<long> Post) Run(int quantity);

                static bool IsLarge(int quantity) => quantity > 100;

                [Stage, Unless(nameof(IsLarge))] static long Post(int quantity) => 1;

                [Stage, When(nameof(IsLarge))] static Optional<long> Ship(int quantity) => 2;

                [Stage, When(nameof(IsLarge))] static string Label([From(nameof(Ship), nameof(Post))] [|long shipment|]) => "";
            }
            """
        );

    [Fact]
    public async Task A_source_behind_one_that_may_have_no_value_is_right() =>
        await RuleAssert.IsSilentAsync(
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                [return: From(nameof(Ship), nameof(Post))]
                public static partial long Run(int quantity);

                static bool IsLarge(int quantity) => quantity > 100;

                [Stage] static long Post(int quantity) => 1;

                [Stage, When(nameof(IsLarge))] static long Ship(int quantity) => 2;
            }
            """
        );

    [Fact]
    public async Task The_value_of_a_route_for_which_nothing_runs_is_reported_at_the_route() =>
        await RuleAssert.ReportsAsync(
            "SLU0031",
            "No stage runs if 'Route' is Command. Add a stage for it, or one for the rest with "
                + "[Otherwise(nameof(RouteAsync))].",
            """
            using Sluice;

            enum Intent { Question, Order, Command }

            [Pipeline]
            static partial class P
            {
                public static partial ValueTask<string?> RunAsync(int number);

                [Stage] static Task<Intent> [|RouteAsync|](int number) => Task.FromResult(Intent.Order);

                [Stage, When(nameof(RouteAsync), Intent.Question, Intent.Order)] static string Answer(int number) => "";
            }
            """
        );

    [Fact]
    public async Task All_values_of_a_route_for_which_nothing_runs_are_named() =>
        await RuleAssert.ReportsAsync(
            "SLU0031",
            "No stage runs if 'Route' is Order or Command. Add a stage for each, or one for the rest with "
                + "[Otherwise(nameof(Route))].",
            """
            using Sluice;

            enum Intent { Question, Order, Command }

            [Pipeline]
            static partial class P
            {
                public static partial string? Run(int number);

                public static partial string? Again(int number);

                [Stage] static Intent [|Route|](int number) => Intent.Order;

                [Stage, When(nameof(Route), Intent.Question)] static string Answer(int number) => "";
            }
            """
        );

    [Fact]
    public async Task A_route_with_a_stage_for_the_rest_is_right() =>
        await RuleAssert.IsSilentAsync(
            """
            using Sluice;

            enum Intent { Question, Order, Command }

            [Pipeline]
            static partial class P
            {
                [return: From(nameof(Answer), nameof(Refuse))]
                public static partial string Run(int number);

                [Stage] static Intent Route(int number) => Intent.Order;

                [Stage, When(nameof(Route), Intent.Question)] static string Answer(int number) => "";

                [Stage, Otherwise(nameof(Route))] static string Refuse(int number) => "";
            }
            """
        );
}
