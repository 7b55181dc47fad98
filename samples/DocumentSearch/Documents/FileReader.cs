using Sluice;

namespace DocumentSearch.Documents;

/// <summary>Reads a document's text.</summary>
internal static class FileReader
{
    /// <summary>Documents are written by people; a larger file is data.</summary>
    public const long MaximumLength = 16 * 1024 * 1024;

    /// <summary>Reads a document's text, or says why it cannot be a document: it is too large, or no text.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static async ValueTask<Optional<FileContent>> ReadAsync(
        DocumentFile file,
        CancellationToken cancellationToken
    )
    {
        if (file.Length == 0)
        {
            // There is nothing to read in it. It may also be a named pipe, and to open that would wait for a writer.
            return new FileContent(file, "");
        }

        using var handle = File.OpenHandle(file.FullPath, options: FileOptions.SequentialScan);
        var length = RandomAccess.GetLength(handle);
        if (length > MaximumLength)
        {
            return Optional.Skip($"It has {length:N0} bytes; {MaximumLength:N0} is the limit.");
        }

        var bytes = new byte[length];
        var count = 0;
        while (count < bytes.Length)
        {
            var read = await RandomAccess.ReadAsync(handle, bytes.AsMemory(count), count, cancellationToken);
            if (read == 0)
            {
                break; // It has become shorter since.
            }

            count += read;
        }

        return TextDecoder.TryDecode(bytes.AsSpan(0, count), out var text)
            ? new FileContent(file, text)
            : Optional.Skip("It is a binary file.");
    }
}
