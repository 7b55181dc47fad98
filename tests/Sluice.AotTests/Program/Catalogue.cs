namespace AotProgram;

/// <summary>A pipeline with stages that run for each element, and with streams.</summary>
[Pipeline]
internal sealed partial class Catalogue
{
    public partial int Count(string[] words);

    public partial ValueTask<string> JoinAsync(string[] words, CancellationToken cancellationToken = default);

    [return: From(nameof(OfLettersAsync))]
    public partial ValueTask<long> AddAsync(int letters);

    public partial IAsyncEnumerable<char> StreamAsync(int letters);

    [Stage]
    private static int Length([Each, From("words")] string word) => word.Length;

    [Stage]
    private static int Count(int[] lengths) => lengths.Sum();

    [Stage]
    private static async Task<Freight> PackAsync([Each(MaxConcurrency = 2)] string word)
    {
        await Task.Yield();
        return word.Length > 0 ? new Freight(word) : throw new InvalidOperationException("empty");
    }

    [Stage, Offload]
    private static Optional<Priced> Price([Each] Outcome<Freight> freight) =>
        freight.HasValue ? new Priced(freight.Value.Name.Length) : Optional.Skip("it is not packed");

    [Stage]
    private static string Join(IReadOnlyList<Outcome<Freight>> freights, IEnumerable<Priced> prices) =>
        $"{string.Join(", ", freights)}: {prices.Sum(price => price.Cents)}";

    [Stage]
    private static async IAsyncEnumerable<char> LettersAsync(int letters)
    {
        for (var letter = 0; letter < letters; letter++)
        {
            await Task.Yield();
            yield return (char)('a' + letter);
        }
    }

    [Stage]
    private static async Task<long> OfLettersAsync([Buffer(2)] IAsyncEnumerable<char> letters)
    {
        var sum = 0L;
        await foreach (var letter in letters)
        {
            sum += letter - 'a';
        }

        return sum;
    }
}
