using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Sluice.Compiler.Parse;

/// <summary>Writes the default values of optional parameters.</summary>
internal static class DefaultValue
{
    /// <summary>
    /// Returns the default value as an expression in emitted code, or <see langword="null"/> if the parameter is not
    /// optional.
    /// </summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="names">The names of types in emitted code.</param>
    public static string? Of(IParameterSymbol parameter, CodeNames names) =>
        !parameter.IsOptional ? null
        : parameter.HasExplicitDefaultValue && parameter.ExplicitDefaultValue is { } value
            ? Code(value, parameter.Type, names)
        : parameter.Type.IsValueType ? $"default({names.Code(parameter.Type)})"
        : $"default({names.CodeWithoutAnnotation(parameter.Type)})!";

    // The expression has exactly the type of the parameter, so that C# does not prefer another overload.
    private static string Code(object value, ITypeSymbol type, CodeNames names)
    {
        var name = names.Code(type);
        return
            TypeTraits.NullableUnderlying(type) is not null && value is (bool or decimal or double or float or DateTime)
            ? $"({name}){Code(value, name)}"
            : Code(value, name);
    }

    private static string Code(object value, string type) =>
        value switch
        {
            bool or string => SymbolDisplay.FormatPrimitive(value, quoteStrings: true, useHexadecimalNumbers: false),
            decimal number => number.ToString(CultureInfo.InvariantCulture) + "M",
            double number when IsOrdinary(number) => number.ToString("R", CultureInfo.InvariantCulture) + "D",
            float number when IsOrdinary(number) => number.ToString("R", CultureInfo.InvariantCulture) + "F",
            double or float => $"({type})double.{Extreme(Convert.ToDouble(value, CultureInfo.InvariantCulture))}",
            DateTime time => $"new global::System.DateTime({time.Ticks.ToString(CultureInfo.InvariantCulture)}L)",
            char => $"({type}){SymbolDisplay.FormatPrimitive(value, quoteStrings: true, useHexadecimalNumbers: false)}",
            // Without the parentheses a negative number would be parsed as a subtraction.
            _ => $"({type})({Convert.ToString(value, CultureInfo.InvariantCulture)})",
        };

    private static bool IsOrdinary(double number) => !double.IsNaN(number) && !double.IsInfinity(number);

    private static string Extreme(double number) =>
        double.IsNaN(number) ? "NaN"
        : number > 0 ? "PositiveInfinity"
        : "NegativeInfinity";
}
