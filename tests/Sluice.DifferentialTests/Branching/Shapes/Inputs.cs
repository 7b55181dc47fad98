namespace Sluice.DifferentialTests.Branching.Shapes;

/// <summary>The inputs of every entry point, by ids that no stage has. The run itself is one more.</summary>
public static class Inputs
{
    public const int Seed = -2;
    public const int Flag = -3;
    public const int Tone = -4;
    public const int Text = -5;
    public const int Number = -6;

    /// <summary>An optional item.</summary>
    public const int Maybe = -7;

    /// <summary>An array of items.</summary>
    public const int Items = -8;

    public static IReadOnlyList<int> All { get; } = [Seed, Flag, Tone, Text, Number, Maybe, Items];

    /// <summary>Those that conditions may name.</summary>
    public static IReadOnlyList<int> Routes { get; } = [Flag, Tone, Text, Number];

    public static Content Content(int id) =>
        id switch
        {
            Flag => Shapes.Content.Flag,
            Tone => Shapes.Content.Tone,
            Text => Shapes.Content.Text,
            Number => Shapes.Content.Number,
            Items => Shapes.Content.Array,
            _ => Shapes.Content.Item,
        };

    public static string Name(int id) =>
        id switch
        {
            Seed => "seed",
            Flag => "flag",
            Tone => "tone",
            Text => "text",
            Number => "number",
            Maybe => "maybe",
            _ => "items",
        };
}
