namespace Sluice.DifferentialTests.Graphs;

/// <summary>The values by which pipelines branch, as numbers from 0: choices.</summary>
public static class Routes
{
    private static readonly string[] Texts = ["red", "green", "blue", "other"];

    public static bool IsRoute(Content content) =>
        content is Content.Flag or Content.Tone or Content.Text or Content.Number;

    /// <summary>How many choices there are. The last choice of a text or number is one that no condition names.</summary>
    public static int Choices(Content content) =>
        content switch
        {
            Content.Flag => 2,
            Content.Tone => 3,
            _ => 4,
        };

    /// <summary>How many of the choices conditions may name.</summary>
    public static int Nameable(Content content) => content == Content.Flag ? 2 : 3;

    public static string Text(int choice) => Texts[choice];

    /// <summary>A choice as code writes it.</summary>
    public static string Literal(Content content, int choice) =>
        content switch
        {
            Content.Flag => choice == 1 ? "true" : "false",
            Content.Tone => $"Tone.{(Probing.Tone)choice}",
            Content.Text => $"\"{Text(choice)}\"",
            _ => $"{choice}",
        };
}
