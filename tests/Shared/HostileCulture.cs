using System.Globalization;

namespace Sluice.Tests.Shared;

/// <summary>
/// A culture with unusual formats of numbers, dates and lists. Text that depends on the culture of the process differs under it.
/// </summary>
internal static class HostileCulture
{
    private static readonly CultureInfo Culture = Create();

    /// <summary>Makes this the current culture until the result is disposed.</summary>
    public static IDisposable Enter()
    {
        var left = new Left(CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        CultureInfo.CurrentCulture = Culture;
        CultureInfo.CurrentUICulture = Culture;
        return left;
    }

    // Many cultures have one of these formats. No culture has all of them.
    private static CultureInfo Create()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        var numbers = culture.NumberFormat;
        numbers.NegativeSign = "\u2212";
        numbers.PositiveSign = "\u207A";
        numbers.NumberDecimalSeparator = "\u066B";
        numbers.NumberGroupSeparator = "\u066C";
        numbers.CurrencyDecimalSeparator = "\u066B";
        numbers.PercentDecimalSeparator = "\u066B";
        numbers.NaNSymbol = "nobody";
        numbers.PositiveInfinitySymbol = "always";
        numbers.NegativeInfinitySymbol = "never";
        numbers.NativeDigits =
        [
            "\u0660",
            "\u0661",
            "\u0662",
            "\u0663",
            "\u0664",
            "\u0665",
            "\u0666",
            "\u0667",
            "\u0668",
            "\u0669",
        ];
        numbers.DigitSubstitution = DigitShapes.NativeNational;
        culture.DateTimeFormat.DateSeparator = "\u2044";
        culture.DateTimeFormat.TimeSeparator = "\u2236";
        culture.DateTimeFormat.ShortDatePattern = "yyyy/d/MM";
        culture.TextInfo.ListSeparator = "\u061B";
        return CultureInfo.ReadOnly(culture);
    }

    private sealed class Left(CultureInfo culture, CultureInfo uiCulture) : IDisposable
    {
        public void Dispose()
        {
            CultureInfo.CurrentCulture = culture;
            CultureInfo.CurrentUICulture = uiCulture;
        }
    }
}
