using Sluice.Compiler.Lower;

namespace Sluice.Generators.Emit;

/// <summary>Writes the check of a value by which stages run.</summary>
internal static class RouteCheckText
{
    /// <summary>The condition under which a run refuses the value.</summary>
    public static string Fails(RouteCheck check, string value) =>
        check.Patterns.Count == 0 ? $"{value} is null" : $"{value} is not ({string.Join(" or ", check.Patterns)})";

    /// <summary>The statement that refuses it.</summary>
    /// <param name="check">The check.</param>
    /// <param name="method">The method that makes the exception.</param>
    /// <param name="name">The literal of the name of the stage or input.</param>
    /// <param name="value">The expression of the value.</param>
    public static string Throw(RouteCheck check, string method, string name, string value) =>
        $"throw {Known.Services}.{(check.IsByType ? "UnexpectedType" : "UnnamedRoute")}.{method}({name}, {value});";
}
