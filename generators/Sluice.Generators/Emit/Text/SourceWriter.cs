using System.Text;

namespace Sluice.Generators.Emit;

/// <summary>Writes indented C# with <c>\n</c> at the end of each line.</summary>
/// <param name="hidesVar">Whether a type named <c>var</c> is in scope.</param>
/// <param name="cancellationToken">The token that cancels the work. Each block checks it.</param>
internal sealed class SourceWriter(bool hidesVar = false, CancellationToken cancellationToken = default)
{
    private readonly StringBuilder _text = new();
    private int _depth;
    private bool _opensBlock;
    private bool _hasBlankLine;

    /// <summary>Whether a type named <c>var</c> is in scope.</summary>
    public bool HidesVar => hidesVar;

    /// <summary>
    /// The keyword <c>var</c> for the declaration of a local, or the type of the local if a type named <c>var</c> is in scope.
    /// </summary>
    /// <param name="type">The type of the local.</param>
    public string Var(string type) => hidesVar ? type : "var";

    /// <summary>Writes one or more lines at the current depth. An empty line at the start or end of a block is left out.</summary>
    public void Line(string text = "")
    {
        foreach (var line in text.Split('\n'))
        {
            if (line.Length == 0)
            {
                _hasBlankLine = !_opensBlock;
                continue;
            }

            if (_hasBlankLine)
            {
                _text.Append('\n');
            }

            _text.Append(' ', _depth * 4).Append(line).Append('\n');
            _hasBlankLine = false;
            _opensBlock = false;
        }
    }

    /// <summary>Opens a block, which ends when the result is disposed.</summary>
    /// <param name="header">The text before the opening brace. May be empty.</param>
    /// <param name="end">The text that closes the block.</param>
    public IDisposable Block(string header = "", string end = "}")
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (header.Length > 0)
        {
            Line(header);
        }

        Line("{");
        _opensBlock = true;
        _depth++;
        return new OpenBlock(this, end);
    }

    /// <summary>Indents by one more level until the result is disposed.</summary>
    public IDisposable Indent()
    {
        _depth++;
        return new OpenBlock(this, end: null);
    }

    /// <inheritdoc />
    public override string ToString() => _text.ToString();

    private sealed class OpenBlock(SourceWriter writer, string? end) : IDisposable
    {
        public void Dispose()
        {
            writer._depth--;
            writer._hasBlankLine = false;
            if (end is not null)
            {
                writer.Line(end);
            }
        }
    }
}
