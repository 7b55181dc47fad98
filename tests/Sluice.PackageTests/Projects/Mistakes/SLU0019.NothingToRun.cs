namespace Mistakes;

[Pipeline]
public sealed partial class NothingToRun
{
    public partial void Run(string text);
}
