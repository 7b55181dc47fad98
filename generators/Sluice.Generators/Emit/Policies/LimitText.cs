namespace Sluice.Generators.Emit.Policies;

/// <summary>Writes the limits of queues.</summary>
internal static class LimitText
{
    /// <summary>A limit as code writes it. The value that means no limit is written by its name.</summary>
    public static string Of(int limit) =>
        limit == int.MaxValue ? "int.MaxValue" : limit.ToString(CultureInfo.InvariantCulture);
}
