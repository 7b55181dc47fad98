using Sluice;

namespace Tools;

public sealed record Shout(string Text);

public static class Shouting
{
    [Stage]
    public static Shout Raise(Library.Line line) => new(line.Text.ToUpperInvariant());
}
