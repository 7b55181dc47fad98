namespace Mistakes;

[Pipeline]
public sealed partial class MissingFromPackage([Stages] Library.Reading reading)
{
    public partial ValueTask<Library.Line> RunAsync(string text);
}
