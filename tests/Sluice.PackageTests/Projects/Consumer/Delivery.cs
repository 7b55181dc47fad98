using Library;
using Sluice;

namespace Consumer;

/// <summary>Branches on a number that a pipeline of a package counts, and runs a stage for each address.</summary>
[Pipeline]
internal sealed partial class Delivery([Stages] Counting counting)
{
    public partial PipelineResult<string> Deliver(Line line);

    public partial ValueTask<IReadOnlyList<Outcome<Parcel>>> PackAsync(
        Line[] lines,
        CancellationToken cancellationToken
    );

    public partial IAsyncEnumerable<string> StreamAsync(Line line);

    private static bool IsLong(int count) => count > 3;

    [Stage, When(nameof(IsLong))]
    private static Optional<Parcel> Wrap(Line line, int count) =>
        line.Text.StartsWith('.') ? Optional.Skip("it has no name") : new Parcel(line.Text, count);

    [Stage, Unless(nameof(IsLong))]
    private static Parcel Fold(Line line, int count) => new(line.Text, -count);

    [Stage]
    private static string Print([From(nameof(Wrap), nameof(Fold))] Parcel? parcel) => parcel?.Text ?? "nothing";

    [Stage(Name = "Pack")]
    private static async ValueTask<Parcel> PackLineAsync([Each(MaxConcurrency = 2)] Line line)
    {
        await Task.Yield();
        return line.Text.Length > 0 ? new Parcel(line.Text, 1) : throw new InvalidOperationException("empty");
    }

    [Stage]
    private static async IAsyncEnumerable<string> LettersAsync(Line line)
    {
        foreach (var letter in line.Text)
        {
            await Task.Yield();
            yield return $"{letter}";
        }
    }
}
