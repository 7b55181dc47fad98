using Sluice.FunctionalTests.Harness;
using Sluice.FunctionalTests.Values;

namespace Sluice.FunctionalTests.Branches;

/// <summary>Branches by the type of a value.</summary>
public sealed partial class TypeRouteTests
{
    private static readonly Shape[] Shapes = [new Circle(1), new Rectangle(2, 3), new Square(4)];

    public static TheoryData<Pace, int, string> Cases
    {
        get
        {
            var cases = new TheoryData<Pace, int, string>();
            foreach (var pace in Enum.GetValues<Pace>())
            {
                cases.Add(pace, 0, "circle 1");
                cases.Add(pace, 1, "rectangle 2x3");
                cases.Add(pace, 2, "square 4");
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_branch_of_the_type_runs_and_takes_the_value_as_that_type(Pace pace, int shape, string expected)
    {
        var steps = new Steps(pace);

        var result = steps.Finish(
            pace == Pace.StraightLine
                ? new(new Drawing(steps).Run(Shapes[shape]))
                : new WaitingDrawing(steps).RunAsync(Shapes[shape])
        );

        Assert.Equal(expected, result);
        Assert.Equal(["Make", expected], steps.Entries);
    }

    [Theory]
    [Paces]
    public void Null_fails_the_stage_that_returns_it(Pace pace)
    {
        var steps = new Steps(pace);

        var thrown = Assert.Throws<InvalidOperationException>(() =>
            steps.Finish(
                pace == Pace.StraightLine
                    ? new(new Drawing(steps).Run(null!))
                    : new WaitingDrawing(steps).RunAsync(null!)
            )
        );

        Assert.Equal("Stage 'Make' returned null, but the pipeline branches by the type of its value.", thrown.Message);
        Assert.Equal(["Make"], steps.Entries);
        var report = RunFailure.Of(thrown)!.Report!;
        Assert.Equal("Make", Assert.Single(report.Stages, stage => stage.Status == StageStatus.Failed).Name);
    }

    [Theory]
    [Paces(0, "circle shape")]
    [Paces(1, "rectangle shape")]
    [Paces(2, "square rectangle shape")]
    public void Types_that_a_value_is_of_at_once_each_have_their_branch(Pace pace, int shape, string expected)
    {
        var steps = new Steps(pace);

        var result = steps.Finish(
            pace == Pace.StraightLine
                ? new(new Overlap(steps).Run(Shapes[shape]))
                : new WaitingOverlap(steps).RunAsync(Shapes[shape])
        );

        Assert.Equal(expected, result);
    }

    [Theory]
    [Paces(0, "Round")]
    [Paces(1, "Angular, Prepared")]
    [Paces(2, "Prepared, Regular")]
    public void What_only_some_types_need_runs_for_these(Pace pace, int shape, string expected)
    {
        var steps = new Steps(pace);

        _ = steps.Finish(new Demanding(steps).RunAsync(Shapes[shape]));

        Assert.Equal(expected, string.Join(", ", steps.Sorted));
    }

    [Theory]
    [Paces("seven", "text seven")]
    [Paces(7, "number 7")]
    [Paces(7L, "System.Int64")]
    public void A_value_of_any_type_may_have_a_branch_and_the_rest_a_default(Pace pace, object value, string expected)
    {
        var steps = new Steps(pace);

        Assert.Equal(expected, steps.Finish(new Anything(steps).RunAsync(value)));
    }

    [Fact]
    public void An_input_may_be_the_route_and_must_not_be_null()
    {
        Assert.Equal("circle 5", new ByInput().Run(new Circle(5)));
        Assert.Equal("other", new ByInput().Run(new Square(5)));
        Assert.Equal("shape", Assert.Throws<ArgumentNullException>(() => new ByInput().Run(null!)).ParamName);
        Assert.Equal("'shape' is not Circle", new ByInput().Find(new Square(1)).Reason);
        Assert.Equal(new Radius(3), new ByInput().Find(new Circle(3)).Value);
    }

    [Fact]
    public void A_handled_failure_of_the_route_leaves_the_branches_out()
    {
        var result = new Handled().Run(fails: true);

        Assert.Equal("failed, skipped", result);
        Assert.Equal("Circle { Radius = 1 }, circle 1", new Handled().Run(fails: false));
    }

    [Fact]
    public void A_parameter_with_a_name_takes_the_named_producer() =>
        Assert.Equal(
            "Circle { Radius = 9 } and Circle { Radius = 1 } and Circle { Radius = 1 }",
            new Named().Run(new Circle(1))
        );

    [Pipeline]
    private sealed partial class Drawing(Steps steps)
    {
        [return: From(nameof(DrawCircle), nameof(DrawRectangle), nameof(DrawSquare))]
        public partial string Run(Shape shape);

        [Stage]
        private Shape Make([From("shape")] Shape shape) => steps.Note("Make", shape);

        [Stage, When(nameof(Make), typeof(Circle))]
        private string DrawCircle(Circle circle) => Note(steps, $"circle {circle.Radius}");

        [Stage, When(nameof(Make), typeof(Rectangle)), Unless(nameof(Make), typeof(Square))]
        private string DrawRectangle(Rectangle rectangle) =>
            Note(steps, $"rectangle {rectangle.Width}x{rectangle.Height}");

        [Stage, When(nameof(Make), typeof(Square))]
        private string DrawSquare(Square square) => Note(steps, $"square {square.Side}");
    }

    [Pipeline]
    private sealed partial class WaitingDrawing(Steps steps)
    {
        [return: From(nameof(DrawCircleAsync), nameof(DrawRectangleAsync), nameof(DrawSquareAsync))]
        public partial ValueTask<string> RunAsync(Shape shape);

        [Stage]
        private ValueTask<Shape> MakeAsync([From("shape")] Shape shape) => steps.NoteAsync("Make", shape);

        [Stage, When(nameof(MakeAsync), typeof(Circle))]
        private ValueTask<string> DrawCircleAsync(Circle circle) => NoteAsync(steps, $"circle {circle.Radius}");

        [Stage, When(nameof(MakeAsync), typeof(Rectangle)), Unless(nameof(MakeAsync), typeof(Square))]
        private ValueTask<string> DrawRectangleAsync(Rectangle rectangle) =>
            NoteAsync(steps, $"rectangle {rectangle.Width}x{rectangle.Height}");

        [Stage, When(nameof(MakeAsync), typeof(Square))]
        private ValueTask<string> DrawSquareAsync(Square square) => NoteAsync(steps, $"square {square.Side}");
    }

    [Pipeline]
    private sealed partial class Overlap(Steps steps)
    {
        public partial string Run(Shape shape);

        [Stage]
        private Shape Make([From("shape")] Shape shape) => steps.Note("Make", shape);

        [Stage, When(nameof(Make), typeof(Circle))]
        private First Round(Circle circle) => steps.Note("Round", new First(circle.Radius));

        [Stage, When(nameof(Make), typeof(Rectangle))]
        private Second Angular(Rectangle rectangle) => steps.Note("Angular", new Second(rectangle.Width));

        [Stage, When(nameof(Make), typeof(Square))]
        private Third Regular(Square square) => steps.Note("Regular", new Third(square.Side));

        [Stage]
        private string Show(
            [From(nameof(Make))] Shape shape,
            Optional<First> round,
            Optional<Second> angular,
            Optional<Third> regular
        ) => Text(steps, shape, round.HasValue, angular.HasValue, regular.HasValue);
    }

    [Pipeline]
    private sealed partial class WaitingOverlap(Steps steps)
    {
        public partial ValueTask<string> RunAsync(Shape shape);

        [Stage]
        private ValueTask<Shape> MakeAsync([From("shape")] Shape shape) => steps.NoteAsync("Make", shape);

        [Stage, When(nameof(MakeAsync), typeof(Circle))]
        private ValueTask<First> RoundAsync(Circle circle) => steps.NoteAsync("Round", new First(circle.Radius));

        [Stage, When(nameof(MakeAsync), typeof(Rectangle))]
        private ValueTask<Second> AngularAsync(Rectangle rectangle) =>
            steps.NoteAsync("Angular", new Second(rectangle.Width));

        [Stage, When(nameof(MakeAsync), typeof(Square))]
        private ValueTask<Third> RegularAsync(Square square) => steps.NoteAsync("Regular", new Third(square.Side));

        [Stage]
        private string Show(
            [From(nameof(MakeAsync))] Shape shape,
            Optional<First> round,
            Optional<Second> angular,
            Optional<Third> regular
        ) => Text(steps, shape, round.HasValue, angular.HasValue, regular.HasValue);
    }

    [Pipeline]
    private sealed partial class Demanding(Steps steps)
    {
        public partial ValueTask<(Optional<First>, Optional<Second>, Optional<Third>)> RunAsync(Shape shape);

        [Stage]
        private ValueTask<Fourth> PreparedAsync() => steps.NoteAsync("Prepared", new Fourth(0));

        [Stage, When("shape", typeof(Circle))]
        private ValueTask<First> RoundAsync(Circle circle) => steps.NoteAsync("Round", new First(circle.Radius));

        [Stage, When("shape", typeof(Rectangle)), Unless("shape", typeof(Square))]
        private ValueTask<Second> AngularAsync(Rectangle rectangle, Fourth prepared) =>
            steps.NoteAsync("Angular", new Second(rectangle.Width + prepared.Value));

        [Stage, When("shape", typeof(Square))]
        private ValueTask<Third> RegularAsync(Square square, Fourth prepared) =>
            steps.NoteAsync("Regular", new Third(square.Side + prepared.Value));
    }

    [Pipeline]
    private sealed partial class Anything(Steps steps)
    {
        [return: From(nameof(TextAsync), nameof(NumberAsync), nameof(OtherAsync))]
        public partial ValueTask<string> RunAsync(object value);

        [Stage]
        private ValueTask<object> ReadAsync([From("value")] object value) => steps.NoteAsync("Read", value);

        [Stage, When(nameof(ReadAsync), typeof(string))]
        private ValueTask<string> TextAsync(string text) => NoteAsync(steps, "text " + text);

        [Stage, When(nameof(ReadAsync), typeof(int))]
        private ValueTask<string> NumberAsync(int number) => NoteAsync(steps, Invariant($"number {number}"));

        [Stage, Otherwise(nameof(ReadAsync))]
        private ValueTask<string> OtherAsync([From(nameof(ReadAsync))] object value) =>
            NoteAsync(steps, value.GetType().FullName!);
    }

    [Pipeline]
    private sealed partial class ByInput
    {
        [return: From(nameof(Draw), nameof(Other))]
        public partial string Run(Shape shape);

        public partial Optional<Radius> Find(Shape shape);

        [Stage, When("shape", typeof(Circle))]
        private static string Draw(Circle circle) => Invariant($"circle {circle.Radius}");

        [Stage, Otherwise("shape")]
        private static string Other() => "other";

        [Stage, When("shape", typeof(Circle))]
        private static Radius Measure(Circle? circle) => new(circle!.Radius);
    }

    [Pipeline]
    private sealed partial class Handled
    {
        public partial string Run(bool fails);

        [Stage]
        private static Shape Make(bool fails) => fails ? throw new InvalidOperationException("no shape") : Shapes[0];

        [Stage, When(nameof(Make), typeof(Circle))]
        private static First Draw(Circle circle) => new(circle.Radius);

        [Stage, Otherwise(nameof(Make))]
        private static Second Skip() => new(0);

        [Stage]
        private static string Show(Outcome<Shape> shape, Outcome<First> drawn, Outcome<Second> rest) =>
            rest.HasValue ? "other"
            : shape.Exception is not null ? $"failed, {(drawn.HasValue ? "drawn" : "skipped")}"
            : Invariant($"{shape.Value}, circle {drawn.Value.Value}");
    }

    [Pipeline]
    private sealed partial class Named
    {
        public partial string Run(Shape shape);

        [Stage]
        private static Circle Large() => new(9);

        [Stage, When("shape", typeof(Circle))]
        private static Radius Compare([From(nameof(Large))] Circle large, Circle circle, [From("shape")] Circle same) =>
            new(0) { Text = $"{large} and {circle} and {same}" };

        [Stage]
        private static string Show(Radius? radius) => radius?.Text ?? "";
    }

    private sealed record Radius(int Value)
    {
        public string Text { get; init; } = "";
    }

    private sealed record First(int Value);

    private sealed record Second(int Value);

    private sealed record Third(int Value);

    private sealed record Fourth(int Value);

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);

    private static string Note(Steps steps, string text) => steps.Note(text, text);

    private static ValueTask<string> NoteAsync(Steps steps, string text) => steps.NoteAsync(text, text);

    private static string Text(Steps steps, Shape shape, bool isRound, bool isAngular, bool isRegular)
    {
        Assert.Equal(isRound, steps.Entries.Contains("Round"));
        Assert.Equal(isAngular, steps.Entries.Contains("Angular"));
        Assert.Equal(isRegular, steps.Entries.Contains("Regular"));
        Assert.Equal(shape is Circle, isRound);
        return string.Concat(isRound ? "circle " : "", isRegular ? "square " : "", isAngular ? "rectangle " : "")
            + "shape";
    }
}
