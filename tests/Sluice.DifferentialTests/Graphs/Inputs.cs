namespace Sluice.DifferentialTests.Graphs;

/// <summary>The inputs that entry points may have, by ids that no stage has. The run itself is one more.</summary>
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
            Flag => Graphs.Content.Flag,
            Tone => Graphs.Content.Tone,
            Text => Graphs.Content.Text,
            Number => Graphs.Content.Number,
            Items => Graphs.Content.Array,
            _ => Graphs.Content.Item,
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

    /// <summary>The type of the parameter in an entry point.</summary>
    public static string Type(int id) =>
        id switch
        {
            Flag => "bool",
            Tone => "Tone",
            Text => "string",
            Number => "int",
            Maybe => "Optional<Item>",
            Items => "Item[]",
            _ => "Item",
        };

    /// <summary>The argument for it in a call of an entry point.</summary>
    public static string Argument(int id) =>
        id switch
        {
            Flag => "run.Flag",
            Tone => "run.Tone",
            Text => "run.Text",
            Number => "run.ChosenNumber",
            Maybe => "run.Maybe",
            Items => "run.TakeItems()",
            _ => "run.Seed",
        };
}
