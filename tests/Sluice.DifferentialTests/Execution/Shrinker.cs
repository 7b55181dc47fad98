namespace Sluice.DifferentialTests.Execution;

/// <summary>Finds a small pipeline that fails as a big one did, by removing parts for as long as it still fails.</summary>
internal static class Shrinker
{
    private const int MostAttempts = 300;

    /// <summary>Gives the smallest failing shape that it finds, and what is wrong with it.</summary>
    public static async Task<(T Smallest, string Complaint)> ShrinkAsync<T>(
        T shape,
        string complaint,
        Func<T, IEnumerable<T>> simpler,
        Func<T, Task<string?>> check
    )
    {
        var attempts = 0;
        var isSmaller = true;
        while (isSmaller)
        {
            isSmaller = false;
            foreach (var candidate in simpler(shape))
            {
                if (++attempts > MostAttempts)
                {
                    return (shape, complaint);
                }

                if (await check(candidate).ConfigureAwait(false) is { } still)
                {
                    (shape, complaint, isSmaller) = (candidate, still, true);
                    break;
                }
            }
        }

        return (shape, complaint);
    }
}
