namespace Mistakes;

[Pipeline]
public sealed partial class BufferedList
{
    public partial void Run(string[] lines);

    [Stage]
    private static void Print([Buffer(8)] string[] lines) => Console.WriteLine(lines.Length);
}
