using System.Globalization;
using Sluice.FunctionalTests.Values;

namespace Sluice.FunctionalTests.Language;

/// <summary>Several entry points, overloads, and entry points that implement or override other members.</summary>
public sealed partial class EntryPointTests
{
    [Fact]
    public void Entry_points_with_different_inputs_share_stages_and_run_only_what_they_need()
    {
        var pipeline = new Several();

        Assert.Equal(new Third(6), pipeline.FromNumber(5));
        Assert.Equal(new Third(4), pipeline.FromText("abc"));
        Assert.Equal(new Second(8), pipeline.FromFirst(new First(7)));
    }

    [Fact]
    public async Task Overloads_are_entry_points_of_their_own()
    {
        var pipeline = new Overloaded();

        Assert.Equal("5", pipeline.Run(5));
        Assert.Equal("five", pipeline.Run(5, "five"));
        Assert.Equal(2.5, await pipeline.Run(2.5f));
        Assert.Equal(["Run(int)", "Run(int, string)", "Run(float)"], Overloaded.Graph.EntryPoints.Select(e => e.Name));
    }

    [Fact]
    public void A_pipeline_implements_the_users_interface_with_its_entry_point()
    {
        IConverter converter = new Converter();

        Assert.Equal("7", converter.Convert(7));
    }

    [Fact]
    public void An_entry_point_may_be_virtual_and_overridden()
    {
        Assert.Equal("base 1", new Base().Run(1));
        Assert.Equal("derived 1", new Derived().Run(1));
        Base derived = new Derived();
        Assert.Equal("derived 1", derived.Run(1));
    }

    [Fact]
    public void An_entry_point_may_be_protected_or_private()
    {
        Assert.Equal(8, new WithPrivate().Twice(2));
        Assert.Equal("derived 1derived 1", new Derived().Twice(1));
    }

    [Fact]
    public void An_entry_point_may_be_static_in_a_class_that_is_not()
    {
        Assert.Equal(new First(3), WithStatic.Run(3));
    }

    [Fact]
    public void Optional_parameters_and_default_values_are_the_users()
    {
        var pipeline = new WithDefault();

        Assert.Equal("x3", pipeline.Run("x"));
        Assert.Equal("x4", pipeline.Run("x", 4));
    }

    public interface IConverter
    {
        string Convert(int number);
    }

    [Pipeline]
    private sealed partial class Several
    {
        public partial Third FromNumber(int number);

        public partial Third FromText(string text);

        public partial Second FromFirst(First first);

        // Takes the First of the entry point: its input or, if there is none, the output of the stage.
        [Stage]
        private static Second Next(First first) => new(first.Number + 1);

        [Stage]
        private static First Make(int number) => new(number);

        [Stage]
        private static int Length(string text) => text.Length;

        [Stage]
        private static Third Third(Second second) => new(second.Number);
    }

#pragma warning disable SLU0045 // The inputs only distinguish the overloads.
    [Pipeline]
    private sealed partial class Overloaded
    {
        [return: From(nameof(Format))]
        public partial string Run(int number);

        [return: From("text")]
        public partial string Run(int number, string text);

        public partial Task<double> Run(float number);

        [Stage]
        private static string Format(int number) => number.ToString(CultureInfo.InvariantCulture);

        [Stage]
        private static Task<double> WidenAsync(float number) => Task.FromResult((double)number);
    }

    [Pipeline]
    private sealed partial class Converter : IConverter
    {
        public partial string Convert(int number);

        [Stage]
        private static string Format(int number) => number.ToString(CultureInfo.InvariantCulture);
    }

    [Pipeline]
    private partial class Base
    {
        public string Twice(int number) => Run(number) + Protected(number);

        protected partial string Protected(int number);

        public virtual partial string Run(int number);

        [Stage]
        protected virtual string Format(int number) => $"base {number}";
    }

    [Pipeline]
    private sealed partial class Derived : Base
    {
        public override partial string Run(int number);

        [Stage]
        protected override string Format(int number) => $"derived {number}";
    }

    [Pipeline]
    private sealed partial class WithPrivate
    {
        public int Twice(int number) => Run(Run(number));

        [return: From("Double")]
        private partial int Run(int number);

        [Stage(Name = "Double")]
        private static int MultiplyByTwo([From("number")] int number) => number * 2;
    }

    [Pipeline]
    private sealed partial class WithStatic
    {
        public static partial First Run(int number);

        [Stage]
        private static First First(int number) => new(number);
    }

    [Pipeline]
    private sealed partial class WithDefault
    {
        [return: From(nameof(Append))]
        public partial string Run(string text, int number = 3);

        [Stage]
        private static string Append([From("text")] string text, int number) => $"{text}{number}";
    }
}
