using Sluice;

namespace Library;

public sealed record Line(string Text);

public sealed class Reading
{
    [Stage]
    public async ValueTask<Line> ReadAsync(Uri address, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(address);
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        return new Line(address.Host);
    }
}
