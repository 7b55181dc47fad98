namespace Sluice.Analyzers.Tests;

/// <summary>The rules about parameters that a run takes from the services of its context.</summary>
public sealed class ServiceRuleTests
{
    [Fact]
    public async Task A_service_that_the_entry_point_cannot_bring_is_reported_at_the_entry_point() =>
        await RuleAssert.ReportsAsync(
            "SLU0052",
            "Entry point 'Run' runs stage 'Price', whose parameter 'rates' takes a service, but has no RunContext parameter that "
                + "could bring it: Run -> Price. Add a parameter 'RunContext context' to 'Run'.",
            """
            using Sluice;

            public sealed record Rates(int Current);

            [Pipeline]
            static partial class P
            {
                public static partial int [|Run|](int quantity);

                [Stage] static int Price(int quantity, [Service] Rates rates) => quantity * rates.Current;
            }
            """
        );

    [Fact]
    public async Task An_effect_may_be_kept_out_instead() =>
        await RuleAssert.ReportsAsync(
            "SLU0052",
            "Entry point 'Run' runs stage 'Log', whose parameter 'rates' takes a service, but has no RunContext parameter that "
                + "could bring it: Run -> Log. Add a parameter 'RunContext context' to 'Run', or keep the effect out of it with Only.",
            """
            using Sluice;

            public sealed record Rates(int Current);

            [Pipeline]
            static partial class P
            {
                public static partial long [|Run|](int quantity);

                [Stage] static long Price(int quantity) => quantity;

                [Stage] static void Log(int quantity, [Service] Rates rates) { }
            }
            """
        );

    [Fact]
    public async Task A_service_that_may_be_missing_needs_no_context() =>
        await RuleAssert.IsSilentAsync(
            """
            using Sluice;

            public sealed record Rates(int Current);

            [Pipeline]
            static partial class P
            {
                public static partial int Run(int quantity);

                [Stage] static int Price(int quantity, [Service] Rates? rates) => quantity * (rates?.Current ?? 1);
            }
            """
        );
}
