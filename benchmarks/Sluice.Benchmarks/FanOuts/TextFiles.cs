using System.Globalization;

namespace Sluice.Benchmarks.FanOuts;

/// <summary>Text files in a folder of their own, which goes with this object.</summary>
internal sealed class TextFiles : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sluice-").FullName;

    /// <summary>Writes files of some hundred to some thousand words.</summary>
    /// <param name="count">How many.</param>
    public TextFiles(int count)
    {
        Paths = new string[count];
        for (var index = 0; index < count; index++)
        {
            Paths[index] = Path.Combine(_folder, index.ToString("D5", CultureInfo.InvariantCulture) + ".txt");
            File.WriteAllLines(
                Paths[index],
                Enumerable
                    .Range(0, 20 + (index * 7 % 100))
                    .Select(line => $"line {line} of file {index}, and more words")
            );
        }
    }

    /// <summary>Where they are.</summary>
    public string[] Paths { get; }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
