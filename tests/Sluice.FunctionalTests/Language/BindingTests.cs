using Sluice.FunctionalTests.Values;

namespace Sluice.FunctionalTests.Language;

/// <summary>The rules by which a parameter finds its producer.</summary>
public sealed partial class BindingTests
{
    [Fact]
    public void A_parameter_names_its_producer_where_its_type_has_several()
    {
        Assert.Equal("ab", new ByAttribute().Run("a"));
    }

    [Fact]
    public void Of_several_producers_of_a_type_the_one_with_the_parameters_name_is_taken()
    {
        Assert.Equal("width 3, height 4", new ByName().Run(3, 4));
        Assert.Equal("LEFT", new ByName().RunStages("left"));
    }

    [Fact]
    public void An_output_names_its_producer()
    {
        Assert.Equal("shout!", new OutputByAttribute().Shout("shout"));
        Assert.Equal("ask?", new OutputByAttribute().Ask("ask"));
    }

    [Fact]
    public void A_tuples_elements_bind_by_type_and_then_by_name()
    {
        Assert.Equal((4, 2, "24"), new TupleOutput().Run(3));
    }

    [Fact]
    public void A_value_is_converted_to_a_base_type_or_an_interface_of_its()
    {
        Assert.Equal(3, new ByConversion().Count("abc"));
        Assert.Equal("ArgumentNullException", new ByConversion().Name(new ArgumentNullException()));
    }

    [Fact]
    public void A_parameter_that_nothing_produces_has_its_default_value()
    {
        Assert.Equal("1, none, 7, Monday", new ByDefault().Run(1));
        Assert.Equal("1, some, 7, Monday", new ByDefault().Run(1, new Uri("some", UriKind.Relative)));
    }

    [Fact]
    public void A_nullable_parameter_takes_the_plain_value_or_exactly_its_type()
    {
        Assert.Equal(5, new Nullables().FromPlain(5));
        Assert.Equal(6, new Nullables().FromNullable(6));
        Assert.Equal(-1, new Nullables().FromNullable(null));
    }

    [Fact]
    public void Nullable_values_and_references_pass_between_stages()
    {
        Assert.Equal("none and none", new NullableValues().Run(""));
        Assert.Equal("3 and abc", new NullableValues().Run("abc"));
    }

    [Fact]
    public void Arrays_tuples_and_generics_are_values_like_others()
    {
        Assert.Equal("6: a=1, b=2, c=3", new Compound().Run([1, 2, 3]));
    }

    [Fact]
    public void A_stage_without_parameters_runs()
    {
        Assert.Equal(new First(42), new Source().Run());
    }

    [Pipeline]
    private sealed partial class ByAttribute
    {
        [return: From(nameof(Join))]
        public partial string Run(string text);

        [Stage]
        private static string Other() => "b";

        [Stage]
        private static string Join([From("text")] string one, [From(nameof(Other))] string two) => one + two;
    }

    [Pipeline]
    private sealed partial class ByName
    {
        [return: From(nameof(Show))]
        public partial string Run(int width, int height);

        [return: From(nameof(Pick))]
        public partial string RunStages(string text);

#pragma warning disable IDE1006 // Binding by name ignores case.
        [Stage]
        private static string Show(int HEIGHT, int width) => $"width {width}, height {HEIGHT}";
#pragma warning restore IDE1006

        [Stage]
        private static string Upper([From("text")] string value) => value.ToUpperInvariant();

        [Stage]
        private static string Lower([From("text")] string value) => value[..1];

        [Stage]
        private static string Pick(string upper, string lower) => upper.Length > lower.Length ? upper : lower;
    }

    [Pipeline]
    private sealed partial class OutputByAttribute
    {
        [return: From(nameof(Exclaim))]
        public partial string Shout(string text);

        [return: From(nameof(Question))]
        public partial string Ask(string text);

        [Stage]
        private static string Exclaim([From("text")] string text) => text + "!";

        [Stage]
        private static string Question([From("text")] string text) => text + "?";
    }

    [Pipeline]
    private sealed partial class TupleOutput
    {
        public partial (int Next, int Previous, string Text) Run(int number);

        [Stage]
        private static int Previous([From("number")] int number) => number - 1;

        [Stage]
        private static int Next([From("number")] int number) => number + 1;

        [Stage]
        private static string Show(int previous, int next) => $"{previous}{next}";
    }

    [Pipeline]
    private sealed partial class ByConversion
    {
        public partial int Count(string text);

        [return: From(nameof(NameOf))]
        public partial string Name(ArgumentNullException exception);

        [Stage]
        private static List<char> Letters(string text) => [.. text];

        [Stage]
        private static int CountOf(IReadOnlyCollection<char> letters) => letters.Count;

        [Stage]
        private static string NameOf(ArgumentException exception) => exception.GetType().Name;
    }

    [Pipeline]
    private sealed partial class ByDefault
    {
        public partial string Run(int number);

        public partial string Run(int number, Uri link);

        [Stage]
        private static string Show(int number, long width = 7, Uri? link = null, DayOfWeek day = DayOfWeek.Monday) =>
            $"{number}, {link?.ToString() ?? "none"}, {width}, {day}";
    }

    [Pipeline]
    private sealed partial class Nullables
    {
        public partial long FromPlain(int number);

        public partial long FromNullable(int? number);

        [Stage]
        private static long Widen(int? number) => number ?? -1;
    }

    [Pipeline]
    private sealed partial class NullableValues
    {
        [return: From(nameof(Show))]
        public partial string? Run(string text);

        [Stage]
        private static int? Length([From("text")] string text) => text.Length == 0 ? null : text.Length;

        [Stage]
        private static Uri? Link([From("text")] string text) =>
            text.Length == 0 ? null : new Uri(text, UriKind.Relative);

        [Stage]
        private static string Show(int? length, Uri? link) =>
            $"{length?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "none"} and {link?.ToString() ?? "none"}";
    }

    [Pipeline]
    private sealed partial class Compound
    {
        public partial string Run(int[] numbers);

        [Stage]
        private static Dictionary<string, int[]> Index(int[] numbers) =>
            numbers.ToDictionary(number => ((char)('a' + number - 1)).ToString(), number => new[] { number });

        [Stage]
        private static (int Sum, List<(string, int)> Pairs) Pair(int[] numbers, Dictionary<string, int[]> index) =>
            (numbers.Sum(), [.. index.Select(entry => (entry.Key, entry.Value[0]))]);

        // The names of tuple elements are not part of the tuple's type.
        [Stage]
        private static string Show((int Total, List<(string Letter, int Number)> Letters) pair) =>
            $"{pair.Total}: {string.Join(", ", pair.Letters.Select(letter => $"{letter.Letter}={letter.Number}"))}";
    }

    [Pipeline]
    private sealed partial class Source
    {
        public partial First Run();

        [Stage]
        private static First Make() => new(42);
    }
}
