using Sluice.Compiler.Bind;
using Sluice.Compiler.Bind.Production;
using Sluice.Compiler.Model;
using Sluice.Compiler.Rules;

namespace Sluice.Compiler.Tests.Bind.Production;

public class RouteCoverageTests
{
    [Theory]
    [InlineData("When:Question,Order", "Command")]
    [InlineData("When:Question", "Order or Command")]
    [InlineData("When:Question When:Order", "Command")]
    [InlineData("Unless:Question", "Question")]
    [InlineData("Unless:Question When:Question", null)]
    [InlineData("When:Question Otherwise:", null)]
    [InlineData("When:Question,Order,Command", null)]
    [InlineData("", null)]
    public void The_members_that_no_stage_names_are_reported(string conditions, string? missing)
    {
        var findings = Check(RouteKind.Enum, conditions);

        if (missing is null)
        {
            Assert.Empty(findings);
            return;
        }

        var finding = Assert.Single(findings);
        Assert.Equal(Rule.UnhandledRouteValue, finding.Rule);
        Assert.Equal(new NodeReference(NodeKind.Stage, 0), finding.Node);
        Assert.Equal(
            [
                "Route",
                missing,
                missing.Contains(" or ", StringComparison.Ordinal) ? "a stage for each" : "a stage for it",
                "Route",
            ],
            finding.Arguments
        );
        Assert.Equal(missing.Split(" or "), finding.Choices);
    }

    [Theory]
    [InlineData(nameof(RouteKind.Flags))]
    [InlineData(nameof(RouteKind.Text))]
    [InlineData(nameof(RouteKind.Boolean))]
    public void Only_a_route_over_an_enum_can_be_complete(string route) =>
        Assert.Empty(Check(Enum.Parse<RouteKind>(route), "When:Question"));

    private static EquatableArray<Finding> Check(RouteKind route, string conditions)
    {
        var builder = new PipelineBuilder().Stage("Route(): intent").EntryPoint("Run(): intent");
        string[] all = conditions.Length == 0 ? [] : conditions.Split(' ');
        for (var index = 0; index < all.Length; index++)
        {
            builder.Stage($"Handle{index}(): T{index}");
        }

        var model = builder.Model();
        string[] members = ["Question", "Order", "Command"];
        var changed = model with
        {
            Types = model
                .Types.Select(type =>
                    type.Identity == "intent"
                        ? type with
                        {
                            Route = route,
                            Members = members.Select(Constant).ToEquatableArray(),
                        }
                        : type
                )
                .ToEquatableArray(),
            Stages = model
                .Stages.Select(
                    (stage, index) =>
                        index == 0
                            ? stage
                            : stage with
                            {
                                Conditions = new[] { Condition(all[index - 1]) }.ToEquatableArray(),
                            }
                )
                .ToEquatableArray(),
        };
        var findings = new FindingList(changed);
        RouteCoverage.Check(new BindingTables(changed), findings);
        return findings.ToEquatableArray();
    }

    private static ConditionModel Condition(string text)
    {
        var parts = text.Split(':');
        return new ConditionModel(
            Enum.Parse<ConditionKind>(parts[0]),
            "RouteAsync",
            parts[1].Length == 0 ? default : parts[1].Split(',').Select(Constant).ToEquatableArray()
        );
    }

    private static ConstantModel Constant(string name) => new(name, name, $"Intent.{name}", 0);
}
