using System.Globalization;

namespace Sluice.Benchmarks.FanOuts;

/// <summary>Creates text files in a temporary folder and deletes the folder when disposed.</summary>
internal sealed class TextFiles : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sluice-").FullName;

    /// <summary>Writes files of several hundred to several thousand words.</summary>
    /// <param name="count">The number of files.</param>
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

    /// <summary>The paths of the files.</summary>
    public string[] Paths { get; }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
