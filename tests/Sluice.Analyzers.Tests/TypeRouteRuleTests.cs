namespace Sluice.Analyzers.Tests;

/// <summary>The rules about stages that run by the type of a value.</summary>
public sealed class TypeRouteRuleTests
{
    private const string Shapes = """
        using Sluice;

        public interface IRound;
        public abstract class Shape { internal Shape() { } }
        public sealed class Circle : Shape, IRound;
        public sealed class Square : Shape;
        public class Open;
        public class Derived : Open;

        """;

    [Theory]
    [InlineData("Shape", "string")]
    [InlineData("Shape", "int")]
    [InlineData("Shape", "Open")]
    [InlineData("Circle", "Square")]
    [InlineData("Circle", "System.IDisposable")]
    [InlineData("IRound", "Square")]
    public async Task A_type_that_no_value_is_of_is_reported(string value, string type) =>
        await RuleAssert.ReportsAsync(
            "SLU0070",
            $"The condition 'Make' of stage 'Draw' never holds: its value is a '{value}', which cannot be a "
                + $"'{Short(type)}'. Name a type that derives from '{value}', or an interface.",
            Pipeline(
                $$"""
                [Stage] static {{value}} Make() => null!;
                [Stage, When(nameof(Make), typeof({{type}}))] static string [|Draw|]() => "";
                """
            )
        );

    [Theory]
    [InlineData("Open", "Derived")]
    [InlineData("IRound", "Circle")]
    [InlineData("Open", "IRound")]
    public async Task An_open_route_without_a_default_is_reported(string value, string type) =>
        await RuleAssert.ReportsAsync(
            "SLU0071",
            $"No stage runs if 'Make' is a '{value}' of another type than '{type}'. Add a stage for the rest with "
                + "[Otherwise(nameof(Make))].",
            Pipeline(
                $$"""
                [Stage] static {{value}} [|Make|]() => null!;
                [Stage, When(nameof(Make), typeof({{type}}))] static string Draw() => "";
                """
            )
        );

    [Theory]
    [InlineData("Otherwise(nameof(Make))")]
    [InlineData("Unless(nameof(Make), typeof(Derived))")]
    [InlineData("When(nameof(Make), typeof(Open))")]
    public async Task An_open_route_with_a_stage_for_the_rest_is_right(string rest) =>
        await RuleAssert.IsSilentAsync(
            Pipeline(
                $$"""
                [Stage] static Open Make() => null!;
                [Stage, When(nameof(Make), typeof(Derived))] static string Draw(Derived derived) => "";
                [Stage, {{rest}}] static void Skip() { }
                """
            )
        );

    [Theory]
    [InlineData("Circle", "Shape", "Circle", "Shape")]
    [InlineData("Shape", "Circle", "Circle", "Shape")]
    [InlineData("Circle", "IRound", "Circle", "IRound")]
    [InlineData("Circle", "Circle", "Circle", "Circle")]
    public async Task A_type_that_another_one_covers_is_reported(
        string first,
        string second,
        string narrow,
        string wide
    ) =>
        await RuleAssert.ReportsAsync(
            "SLU0072",
            $"The condition 'Make' of stage 'Draw' names both '{narrow}' and '{wide}', but every '{narrow}' is a "
                + $"'{wide}'. Remove '{narrow}', or move it to a stage of its own.",
            Pipeline(
                $$"""
                [Stage] static Shape Make() => null!;
                [Stage, When(nameof(Make), typeof({{first}}), typeof({{second}}))] static string [|Draw|]() => "";
                [Stage, Unless(nameof(Make), typeof(Circle))] static void Skip() { }
                """
            )
        );

    [Fact]
    public async Task A_class_of_a_closed_hierarchy_without_a_stage_is_reported() =>
        await RuleAssert.ReportsAsync(
            "SLU0031",
            "No stage runs if 'Make' is Square. Add a stage for it, or one for the rest with [Otherwise(nameof(Make))].",
            Pipeline(
                """
                [Stage] static Shape [|Make|]() => null!;
                [Stage, When(nameof(Make), typeof(Circle))] static string Draw(Circle circle) => "";
                """
            )
        );

    [Theory]
    [InlineData(
        "System.DayOfWeek",
        "typeof(int)",
        "it has the type 'DayOfWeek', but int is a type. Compare it with constants of 'DayOfWeek'."
    )]
    [InlineData(
        "System.DateTime",
        "typeof(int)",
        "its values are of type 'DateTime', which cannot be tested for other types. Name a value of a class or interface type."
    )]
    [InlineData(
        "Shape",
        "typeof(Circle), 1",
        "it is compared with a type and with 1. Compare it either with types or with constants."
    )]
    [InlineData(
        "object",
        "typeof(System.Collections.Generic.List<>)",
        "the type 'List<>' has no type arguments: write them, or name a base type that has none"
    )]
    [InlineData("object", "typeof(int?)", "no object is of the type 'int?': name a class, a struct or an interface")]
    public async Task Other_mistakes_are_reported(string value, string types, string reason) =>
        await RuleAssert.ReportsAsync(
            "SLU0028",
            $"The condition 'Make' of stage 'Draw' cannot be used: {reason}",
            Pipeline(
                $$"""
                [Stage] static {{value}} Make() => default!;
                [Stage, When(nameof(Make), {{types}})] static string [|Draw|]() => "";
                """
            )
        );

    [Fact]
    public async Task Stages_for_a_type_and_for_one_that_derives_from_it_are_right() =>
        await RuleAssert.IsSilentAsync(
            Pipeline(
                """
                [Stage] static Shape Make() => null!;
                [Stage, When(nameof(Make), typeof(Circle))] static string Draw(Circle? circle) => "";
                [Stage, When(nameof(Make), typeof(Shape))] static void Log(Shape shape) { }
                """
            )
        );

    private static string Short(string type) => type.Replace("System.", "", StringComparison.Ordinal);

    private static string Pipeline(string stages) =>
        $$"""
            {{Shapes}}
            [Pipeline]
            static partial class P
            {
                public static partial Optional<string> Run();

            {{stages}}
            }
            """;
}
