using System.Globalization;

namespace Sluice.OpenTelemetryTests.Receiving;

/// <summary>Received attributes: keys with typed values.</summary>
internal static class ReceivedAttributes
{
    /// <summary>Reads the attributes in a field.</summary>
    public static IReadOnlyDictionary<string, object> In(ProtobufMessage message, int field) =>
        message.Messages(field).ToDictionary(pair => pair.Text(1), pair => ValueOf(Assert.Single(pair.Messages(2))));

    /// <summary>All attributes on one line, ordered by key.</summary>
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
