using System.Globalization;
using System.Text.RegularExpressions;
using Sluice.Compiler.Model;

namespace Sluice.Compiler.Policies;

/// <summary>Writes policies in the form of their attributes.</summary>
internal static class PolicyDisplay
{
    // Matches everything before the simple name of a type.
    private static readonly Regex Qualifier = new(@"@?\w+::(?:[^.<>,()\[\]\s]+\.)*", RegexOptions.CultureInvariant);

    /// <summary>
    /// Returns an attribute with its arguments. Arguments that are <see langword="null"/> are omitted.
    /// </summary>
    public static string Of(string name, params string?[] arguments) =>
        $"{name}({string.Join(", ", arguments.Where(argument => argument is not null))})";

    /// <summary>Returns a named argument, or <see langword="null"/> if it has no value.</summary>
    public static string? Named(string name, string? value) => value is null ? null : $"{name} = {value}";

    /// <summary>
    /// Returns the exceptions that a policy is restricted to, or <see langword="null"/> if it is not restricted.
    /// </summary>
    public static string? On(EquatableArray<string> types) =>
        types.Count == 0 ? null : Named("On", string.Join(" or ", types.Select(type => Qualifier.Replace(type, ""))));

    /// <summary>Returns the maximum length of a queue, or <see langword="null"/> if it is not limited.</summary>
    public static string? QueueLimit(int limit) => limit == int.MaxValue ? null : Named("QueueLimit", Number(limit));

    /// <summary>Returns a number.</summary>
    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Returns a number of ticks as a time: <c>00:00:02</c>, <c>1.00:00:00</c>, <c>00:00:00.25</c>.</summary>
    public static string Time(long ticks)
    {
        var text = TimeSpan.FromTicks(ticks).ToString("c", CultureInfo.InvariantCulture);
        return ticks % TimeSpan.TicksPerSecond == 0 ? text : text.TrimEnd('0');
    }
}
