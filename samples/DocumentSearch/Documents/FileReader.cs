namespace DocumentSearch.Documents;

/// <summary>Reads a document's text.</summary>
internal static class FileReader
{
    /// <summary>Documents are written by people; a larger file is data.</summary>
    public const long MaximumLength = 16 * 1024 * 1024;

    /// <summary>Reads a document's text.</summary>
    /// <exception cref="UnusableDocumentException">It cannot be read, is too large, or is no text.</exception>
    public static async ValueTask<FileContent> ReadAsync(DocumentFile file, CancellationToken cancellationToken)
    {
        if (file.Length == 0)
        {
            // There is nothing to read in it. It may also be a named pipe, and to open that would wait for a writer.
            return new FileContent(file, "");
        }

        var bytes = await ReadBytesAsync(file, cancellationToken);
        return TextDecoder.TryDecode(bytes, out var text)
            ? new FileContent(file, text)
            : throw new UnusableDocumentException(SkipReason.Binary, "It is a binary file.");
    }

    private static async ValueTask<byte[]> ReadBytesAsync(DocumentFile file, CancellationToken cancellationToken)
    {
        try
        {
            using var handle = File.OpenHandle(file.FullPath, options: FileOptions.SequentialScan);
            var length = RandomAccess.GetLength(handle);
            if (length > MaximumLength)
            {
                throw new UnusableDocumentException(
                    SkipReason.TooLarge,
                    $"It has {length:N0} bytes; {MaximumLength:N0} is the limit."
                );
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

            return count == bytes.Length ? bytes : bytes[..count];
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or IOException)
        {
            throw new UnusableDocumentException(SkipReason.Unreadable, exception.Message, exception);
        }
    }
}
