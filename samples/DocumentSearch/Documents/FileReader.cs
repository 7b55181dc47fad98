using Sluice;

namespace DocumentSearch.Documents;

/// <summary>Reads the text of a document.</summary>
internal static class FileReader
{
    /// <summary>
    /// The maximum length of a document, in bytes. Documents are written by people; a larger file is data.
    /// </summary>
    public const long MaximumLength = 16 * 1024 * 1024;

    /// <summary>
    /// Reads the text of a document, or returns the reason why the file is not a document: it is too large, or not
    /// text.
    /// </summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">Access to the file is denied.</exception>
    public static async ValueTask<Optional<FileContent>> ReadAsync(
        DocumentFile file,
        CancellationToken cancellationToken
    )
    {
        if (file.Length == 0)
        {
            // There is nothing to read. The file may also be a named pipe, and opening that would wait for a writer.
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
                break; // The file has become shorter in the meantime.
            }

            count += read;
        }

        return TextDecoder.TryDecode(bytes.AsSpan(0, count), out var text)
            ? new FileContent(file, text)
            : Optional.Skip("It is a binary file.");
    }
}
