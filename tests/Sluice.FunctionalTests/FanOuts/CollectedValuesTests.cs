using Sluice.FunctionalTests.Harness;
using Sluice.FunctionalTests.Values;

namespace Sluice.FunctionalTests.FanOuts;

/// <summary>Parameters that collect the values of all stages that produce their type.</summary>
public sealed partial class CollectedValuesTests
{
    [Theory]
    [Paces]
    public void Values_come_in_the_order_of_declaration_and_results_in_their_place(Pace pace)
    {
        var steps = new Steps(pace);

        var result = steps.Finish(
            pace == Pace.StraightLine
                ? new(new Gathering(steps).Run([1, 2], new Circle(99)))
                : new WaitingGathering(steps).RunAsync([1, 2], new Circle(99))
        );

        Assert.Equal("Circle 7, Square 1, Square 2, Square 8, Circle 9", result);
    }

    [Theory]
    [Paces(true, "Circle 1, Square 2", "Circle 1, 'isLarge' is true, Square 2, empty")]
    [Paces(false, "Circle 1, Circle 3, Square 2", "Circle 1, Circle 3, Square 2, empty")]
    public void Absent_values_are_left_out_or_kept_with_their_reason(
        Pace pace,
        bool isLarge,
        string values,
        string optionals
    )
    {
        var steps = new Steps(pace);

        var result = steps.Finish(new Partial(steps).RunAsync(isLarge));

        Assert.Equal(values, result.Values);
        Assert.Equal(optionals, result.Optionals);
    }

    [Theory]
    [Paces]
    public void A_list_of_outcomes_handles_failures(Pace pace)
    {
        var steps = new Steps(pace);

        var result = steps.Finish(new Handling(steps).RunAsync([1, 2, 3]));

        Assert.Equal("Circle 1, no circle, Square 1, no 2, Square 3", result);
    }

    [Theory]
    [Paces]
    public void A_list_of_values_does_not(Pace pace)
    {
        var steps = new Steps(pace);

        var thrown = Assert.Throws<InvalidOperationException>(() =>
            steps.Finish(new Failing(steps).RunAsync(new Circle(1)))
        );

        Assert.Equal("no circle", thrown.Message);
        Assert.DoesNotContain("Show", steps.Entries);
    }

    [Theory]
    [Paces]
    public void Results_that_never_came_are_one_absent_element(Pace pace)
    {
        var steps = new Steps(pace);

        Assert.Equal(
            "'hasSides' is false, Circle 1",
            steps.Finish(new Skipping(steps).RunAsync([1, 2], hasSides: false))
        );
        Assert.Equal(
            "Square 1, Square 2, Circle 1",
            steps.Finish(new Skipping(steps).RunAsync([1, 2], hasSides: true))
        );
    }

    [Theory]
    [Paces]
    public void An_effect_collects_what_runs_without_it(Pace pace)
    {
        var steps = new Steps(pace);
        var pipeline = new Effectful(steps);

        _ = steps.Finish(pipeline.FirstAsync(4));
        Assert.Equal(["First", "Log 1"], steps.Entries);

        _ = steps.Finish(pipeline.BothAsync(4));
        Assert.Equal(1, steps.Entries.Count(entry => entry == "Log 2"));

        steps.Finish(pipeline.NoneAsync(4));
        Assert.Equal("Log 0", steps.Entries[^1]);
        Assert.Equal(3, steps.Entries.Count(entry => entry.StartsWith("Log", StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_attempt_and_every_element_gets_the_list()
    {
        var pipeline = new Repeating();

        Assert.Equal([11, 12], pipeline.Run([1, 2]));
        Assert.Equal(3, pipeline.Calls);
    }

    [Pipeline]
    private sealed partial class Gathering(Steps steps)
    {
        public partial string Run(int[] sides, Circle ignored);

        [Stage]
        private Circle Round() => steps.Note("Round", new Circle(7));

        [Stage]
        private Square Each([Each] int side) => steps.Note("Each", new Square(side));

        [Stage]
        private IReadOnlyList<Shape> Several() => steps.Note<IReadOnlyList<Shape>>("Several", [new Circle(5)]);

        [Stage]
        private Square Angular() => steps.Note("Angular", new Square(8));

        [Stage]
        private Shape Any() => steps.Note<Shape>("Any", new Circle(9));

        [Stage]
        private string Show(
            [All] IReadOnlyList<Shape> shapes,
            [All] IEnumerable<Shape> again,
            [All] Square[] squares,
            [From("ignored")] Circle input,
            [From(nameof(Several))] IReadOnlyList<Shape> several
        )
        {
            Assert.DoesNotContain(input, shapes);
            Assert.DoesNotContain(several[0], shapes);
            Assert.Equal(shapes, again);
            Assert.Equal([new Square(1), new Square(2), new Square(8)], squares);
            return Text(shapes);
        }
    }

    [Pipeline]
    private sealed partial class WaitingGathering(Steps steps)
    {
        public partial ValueTask<string> RunAsync(int[] sides, Circle ignored);

        [Stage]
        private ValueTask<Circle> RoundAsync() => steps.NoteAsync("Round", new Circle(7));

        [Stage]
        private ValueTask<Square> EachAsync([Each] int side) => steps.NoteAsync("Each", new Square(side));

        [Stage]
        private ValueTask<Square> AngularAsync() => steps.NoteAsync("Angular", new Square(8));

        [Stage]
        private ValueTask<Shape> AnyAsync() => steps.NoteAsync<Shape>("Any", new Circle(9));

        [Stage]
        private ValueTask<string> ShowAsync([All] IReadOnlyCollection<Shape> shapes, [From("ignored")] Circle input) =>
            steps.NoteAsync("Show", Text(shapes.Where(shape => shape != input)));
    }

    [Pipeline]
    private sealed partial class Partial(Steps steps)
    {
        public partial ValueTask<(string Values, string Optionals)> RunAsync(bool isLarge);

        [Stage]
        private ValueTask<Circle> FirstAsync() => steps.NoteAsync("First", new Circle(1));

        [Stage, Unless("isLarge")]
        private ValueTask<Circle> SecondAsync() => steps.NoteAsync("Second", new Circle(3));

        [Stage]
        private ValueTask<Shape> ThirdAsync() => steps.NoteAsync<Shape>("Third", new Square(2));

        [Stage]
        private async ValueTask<Optional<Square>> FourthAsync() =>
            await steps.NoteAsync("Fourth", 0).ConfigureAwait(false) == 0 ? Optional.Skip("empty") : new Square(4);

        [Stage]
        private static string Values([All] IReadOnlyList<Shape> shapes) => Text(shapes);

        [Stage]
        private static string Optionals([All] IReadOnlyList<Optional<Shape>> shapes) =>
            string.Join(", ", shapes.Select(shape => shape.HasValue ? Text([shape.Value]) : shape.Reason));
    }

    [Pipeline]
    private sealed partial class Handling(Steps steps)
    {
        public partial ValueTask<string> RunAsync(int[] sides);

        [Stage]
        private ValueTask<Shape> FirstAsync() => steps.NoteAsync<Shape>("First", new Circle(1));

        [Stage]
        private ValueTask<Circle> SecondAsync() =>
            steps.FailAsync<Circle>("Second", new InvalidOperationException("no circle"));

        [Stage]
        private async ValueTask<Square> ThirdAsync([Each] int side)
        {
            var square = await steps.NoteAsync("Third", new Square(side)).ConfigureAwait(false);
            return side == 2 ? throw new InvalidOperationException("no 2") : square;
        }

        [Stage]
        private static string Show([All] IReadOnlyList<Outcome<Shape>> shapes) =>
            string.Join(", ", shapes.Select(shape => shape.HasValue ? Text([shape.Value]) : shape.Exception!.Message));
    }

    [Pipeline]
    private sealed partial class Failing(Steps steps)
    {
        public partial ValueTask<string> RunAsync(Circle circle);

        [Stage]
        private ValueTask<Shape> FirstAsync(Circle circle) => steps.NoteAsync<Shape>("First", circle);

        [Stage]
        private ValueTask<Square> SecondAsync() =>
            steps.FailAsync<Square>("Second", new InvalidOperationException("no circle"));

        [Stage]
        private string Show([All] IReadOnlyList<Shape> shapes) => steps.Note("Show", Text(shapes));
    }

    [Pipeline]
    private sealed partial class Skipping(Steps steps)
    {
        public partial ValueTask<string> RunAsync(int[] sides, bool hasSides);

        [Stage, When("hasSides")]
        private ValueTask<Square> EachAsync([Each] int side) => steps.NoteAsync("Each", new Square(side));

        [Stage]
        private ValueTask<Shape> OtherAsync() => steps.NoteAsync<Shape>("Other", new Circle(1));

        [Stage]
        private static string Show([All] Optional<Shape>[] shapes) =>
            string.Join(", ", shapes.Select(shape => shape.HasValue ? Text([shape.Value]) : shape.Reason));
    }

    [Pipeline]
    private sealed partial class Effectful(Steps steps)
    {
        public partial ValueTask<Circle> FirstAsync(int size);

        public partial ValueTask<(Circle, Square)> BothAsync(int size);

        public partial ValueTask NoneAsync(int size);

        [Stage]
        private ValueTask<Circle> MakeFirstAsync() => steps.NoteAsync("First", new Circle(1));

        [Stage]
        private ValueTask<Square> MakeSecondAsync() => steps.NoteAsync("Second", new Square(1));

        [Stage]
        private ValueTask LogAsync(int size, [All] IReadOnlyList<Shape> shapes)
        {
            Assert.Equal(4, size);
            steps.Note(FormattableString.Invariant($"Log {shapes.Count}"));
            return default;
        }
    }

    [Pipeline]
    private sealed partial class Repeating
    {
        public int Calls { get; private set; }

        public partial IReadOnlyList<int> Run(int[] sides);

        [Stage]
        private static Circle Round() => new(10);

        [Stage, Retry(2)]
        private int Add([Each] int side, [All] IReadOnlyList<Circle> circles) =>
            Calls++ == 0 ? throw new InvalidOperationException() : side + Assert.Single(circles).Radius;
    }

    private static string Text(IEnumerable<Shape> shapes) =>
        string.Join(
            ", ",
            shapes.Select(shape =>
                shape switch
                {
                    Circle circle => FormattableString.Invariant($"Circle {circle.Radius}"),
                    Square square => FormattableString.Invariant($"Square {square.Side}"),
                    _ => "other",
                }
            )
        );
}
