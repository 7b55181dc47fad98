using System.Security.Cryptography;
using System.Text;

namespace Sluice.FuzzTests.Corpus;

/// <summary>A folder with the emitted texts and a hash for each. A comparison writes the changed texts next to them.</summary>
/// <param name="folder">The folder.</param>
/// <param name="parts">The compilations.</param>
internal sealed class CorpusRecord(string folder, IEnumerable<CorpusPart> parts)
{
    private string HashFile => Path.Combine(folder, "hashes.txt");

    private string Recorded => Path.Combine(folder, "recorded");

    private string Changed => Path.Combine(folder, "changed");

    /// <summary>Emits and stores all files.</summary>
    /// <param name="commit">The commit from which the compiler was built.</param>
    /// <returns>The number of files.</returns>
    public async Task<int> RecordAsync(string commit)
    {
        Clear(Recorded);
        Clear(Changed);
        var lines = new List<string> { commit };
        foreach (var part in parts)
        {
            foreach (var (path, text) in part.Emit())
            {
                lines.Add($"{Hash(text)} {path}");
                await WriteAsync(Recorded, path, text).ConfigureAwait(false);
            }
        }

        await File.WriteAllLinesAsync(HashFile, lines).ConfigureAwait(false);
        return lines.Count - 1;
    }

    /// <summary>Emits all files again and compares them.</summary>
    /// <returns>The recorded commit, and a line for each file that differs.</returns>
    public async Task<(string Commit, IReadOnlyList<string> Differences)> CompareAsync()
    {
        Clear(Changed);
        var lines = await File.ReadAllLinesAsync(HashFile).ConfigureAwait(false);
        var gone = lines.Skip(1).Select(line => line.Split(' ', 2)).ToDictionary(line => line[1], line => line[0]);
        var differences = new List<string>();
        foreach (var part in parts)
        {
            foreach (var (path, text) in part.Emit())
            {
                var isKnown = gone.Remove(path, out var hash);
                if (hash != Hash(text))
                {
                    differences.Add($"{(isKnown ? "changed" : "new")} {path}");
                    await WriteAsync(Changed, path, text).ConfigureAwait(false);
                }
            }
        }

        differences.AddRange(gone.Keys.Order(StringComparer.Ordinal).Select(path => $"gone {path}"));
        return (lines[0], differences);
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static void Clear(string path)
    {
        if (Directory.Exists(path))
        {
            Directory.Delete(path, recursive: true);
        }
    }

    private static async Task WriteAsync(string root, string path, string text)
    {
        var file = Path.Combine(root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.WriteAllTextAsync(file, text).ConfigureAwait(false);
    }
}
