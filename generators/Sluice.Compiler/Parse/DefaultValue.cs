using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Sluice.Compiler.Parse;

/// <summary>Writes the values of parameters that a call may leave out.</summary>
internal static class DefaultValue
{
    /// <summary>The value as code writes it where its type is known, or <see langword="null"/> where there must be an argument.</summary>
    public static string? Of(IParameterSymbol parameter) =>
        !parameter.IsOptional ? null
        : parameter.HasExplicitDefaultValue && parameter.ExplicitDefaultValue is { } value ? Code(value, parameter.Type)
        : parameter.Type.IsValueType ? $"default({TypeNames.Code(parameter.Type)})"
        : $"default({TypeNames.CodeWithoutAnnotation(parameter.Type)})!";

    // It has exactly the type of the parameter, so that it never makes C# prefer another method.
    private static string Code(object value, ITypeSymbol type) =>
        TypeTraits.NullableUnderlying(type) is { } underlying
            ? $"({TypeNames.Code(type)}){Code(value, underlying)}"
            : Code(value, TypeNames.Code(type));

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
