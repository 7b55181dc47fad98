using System.Globalization;
using System.Text.RegularExpressions;
using Sluice.Compiler.Model;

namespace Sluice.Compiler.Policies;

/// <summary>Writes policies as a reader of their attributes would.</summary>
internal static class PolicyDisplay
{
    // Everything before the simple name of a type.
    private static readonly Regex Qualifier = new(@"@?\w+::(?:[^.<>,()\[\]\s]+\.)*", RegexOptions.CultureInvariant);

    /// <summary>An attribute with its arguments. Arguments that are <see langword="null"/> are left out.</summary>
    public static string Of(string name, params string?[] arguments) =>
        $"{name}({string.Join(", ", arguments.Where(argument => argument is not null))})";

    /// <summary>A named argument, or <see langword="null"/> if it has no value.</summary>
    public static string? Named(string name, string? value) => value is null ? null : $"{name} = {value}";

    /// <summary>The exceptions that a policy is restricted to, or <see langword="null"/> if it takes all.</summary>
    public static string? On(EquatableArray<string> types) =>
        types.Count == 0 ? null : Named("On", string.Join(" or ", types.Select(type => Qualifier.Replace(type, ""))));

    /// <summary>The longest queue, or <see langword="null"/> if it has no limit.</summary>
    public static string? QueueLimit(int limit) => limit == int.MaxValue ? null : Named("QueueLimit", Number(limit));

    /// <summary>A number.</summary>
    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A number of ticks as a time: <c>00:00:02</c>, <c>1.00:00:00</c>, <c>00:00:00.25</c>.</summary>
    public static string Time(long ticks)
    {
        var text = TimeSpan.FromTicks(ticks).ToString("c", CultureInfo.InvariantCulture);
        return ticks % TimeSpan.TicksPerSecond == 0 ? text : text.TrimEnd('0');
    }
}
