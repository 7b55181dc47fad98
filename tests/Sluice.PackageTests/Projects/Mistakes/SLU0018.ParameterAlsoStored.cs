namespace Mistakes;

[Pipeline]
public sealed partial class ParameterAlsoStored([Stages] Library.Reading reading)
{
    private readonly Library.Reading _reading = reading;

    public partial ValueTask<Library.Line> RunAsync(Uri address);

    public override string? ToString() => _reading.ToString();
}
