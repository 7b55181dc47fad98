namespace Mistakes;

[Pipeline]
public sealed partial class UnknownEntryPoint
{
    public partial void Run(string text);

    [Stage]
    private static void Print(string text) => Console.WriteLine(text);

    [Stage(Only = ["Nobody"])]
    private static void Log(string text) => Console.WriteLine(text);
}
