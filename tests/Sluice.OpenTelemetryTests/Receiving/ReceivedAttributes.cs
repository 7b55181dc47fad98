using System.Globalization;

namespace Sluice.OpenTelemetryTests.Receiving;

/// <summary>Attributes as they arrive: each a key and a value of one of some types.</summary>
internal static class ReceivedAttributes
{
    /// <summary>Reads those in a field.</summary>
    public static IReadOnlyDictionary<string, object> In(ProtobufMessage message, int field) =>
        message.Messages(field).ToDictionary(pair => pair.Text(1), pair => ValueOf(Assert.Single(pair.Messages(2))));

    /// <summary>All of them on one line, in the order of their names.</summary>
    public static string Line(IReadOnlyDictionary<string, object> attributes) =>
        string.Join(
            ", ",
            attributes
                .OrderBy(attribute => attribute.Key, StringComparer.Ordinal)
                .Select(attribute => string.Create(CultureInfo.InvariantCulture, $"{attribute.Key}={attribute.Value}"))
        );

    private static object ValueOf(ProtobufMessage value) =>
        value.Has(1) ? value.Text(1)
        : value.Has(2) ? value.Number(2) != 0
        : value.Has(3) ? value.Number(3)
        : value.Has(4) ? value.Double(4)
        : throw new InvalidDataException("The attribute has a value of a type that nobody gives here.");
}
