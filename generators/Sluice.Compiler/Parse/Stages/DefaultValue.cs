using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Sluice.Compiler.Parse;

/// <summary>Writes the values of parameters that a call may leave out.</summary>
internal static class DefaultValue
{
    /// <summary>The value as code writes it where its type is known, or <see langword="null"/> where there must be an argument.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="names">How types are written.</param>
    public static string? Of(IParameterSymbol parameter, CodeNames names) =>
        !parameter.IsOptional ? null
        : parameter.HasExplicitDefaultValue && parameter.ExplicitDefaultValue is { } value
            ? Code(value, parameter.Type, names)
        : parameter.Type.IsValueType ? $"default({names.Code(parameter.Type)})"
        : $"default({names.CodeWithoutAnnotation(parameter.Type)})!";

    // It has exactly the type of the parameter, so that it never makes C# prefer another method.
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
            // Without its parentheses a negative number would be subtracted.
            _ => $"({type})({Convert.ToString(value, CultureInfo.InvariantCulture)})",
        };

    private static bool IsOrdinary(double number) => !double.IsNaN(number) && !double.IsInfinity(number);

    private static string Extreme(double number) =>
        double.IsNaN(number) ? "NaN"
        : number > 0 ? "PositiveInfinity"
        : "NegativeInfinity";
}
