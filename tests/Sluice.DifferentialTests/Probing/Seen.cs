using System.Globalization;

namespace Sluice.DifferentialTests.Probing;

/// <summary>A value that a stage or a caller was given, as text that the reference knows beforehand.</summary>
/// <param name="Text">The value; <see cref="Absent"/> if there is none, <see cref="Failure"/> if its producer failed.</param>
/// <param name="Reason">The reason that is told for its absence.</param>
/// <param name="Item">The item that carries the value, if it is a single one.</param>
public readonly record struct Seen(string Text, string? Reason = null, Item? Item = null)
{
    public const string Absent = "-";

    /// <summary>Stands for a stream, whose content comes later.</summary>
    public const string Stream = "~";

    public static string Failure(string what) => "!" + what;

    public static string Failure(Exception exception) =>
        Failure(exception is StageFailedException ? exception.Message : exception.GetType().Name);

    /// <summary>Describes a plain or nullable value.</summary>
    public static Seen Of(object? value) => new(TextOf(value), Item: ItemOf(value));

    public static Seen Of<T>(Optional<T> optional) =>
        optional.HasValue ? Of((object?)optional.Value) : new Seen(Absent, optional.Reason);

    public static Seen Of<T>(Outcome<T> outcome) =>
        outcome.Status switch
        {
            OutcomeStatus.Succeeded => Of((object?)outcome.Value),
            OutcomeStatus.Skipped => new Seen(Absent, outcome.Reason),
            OutcomeStatus.Failed => new Seen(Failure(outcome.Exception!)),
            _ => new Seen($"{outcome.Status}"),
        };

    /// <summary>Describes the value of a merge, whose outcome does not say which of its producers failed.</summary>
    public static Seen Present<T>(Outcome<T> outcome) =>
        outcome.HasValue ? Of((object?)outcome.Value) : new Seen(Absent);

    public static string TextOf(bool value) => value ? "yes" : "no";

    /// <summary>The text of a sequence, of the texts of its elements.</summary>
    public static string Sequence(IEnumerable<string> texts) => $"[{string.Join(' ', texts)}]";

    public override string ToString() => Reason is null ? Text : $"{Text} \"{Reason}\"";

    private static Item? ItemOf(object? value) =>
        value switch
        {
            Item item => item,
            IOwnItem own => own.Item,
            ValueTuple<Item, int>(var item, var stage) => item.Producer == stage
                ? item
                : throw new InvalidOperationException("A torn tuple."),
            _ => null,
        };

    private static string TextOf(object? value) =>
        value switch
        {
            null => Absent,
            _ when ItemOf(value) is { } item => item.Text,
            bool flag => TextOf(flag),
            string text => text,
            int number => number.ToString(CultureInfo.InvariantCulture),
            Tone tone => $"{tone}",
            ReadOnlyMemory<Item> memory => Sequence(memory.ToArray().Select(item => item.Text)),
            IAsyncEnumerable<Item> => Stream,
            System.Collections.IEnumerable sequence => Sequence(sequence.Cast<object?>().Select(Element)),
            _ => throw new InvalidOperationException($"A {value.GetType()} has no text."),
        };

    // The form of an element is known by its type alone, since it comes out of a sequence as an object.
    private static string Element(object? element) =>
        element?.GetType() is { IsGenericType: true } type
        && (
            type.GetGenericTypeDefinition() == typeof(Optional<>)
            || type.GetGenericTypeDefinition() == typeof(Outcome<>)
        )
            ? (
                (Seen)
                    typeof(SeenForm)
                        .GetMethod(type.GetGenericTypeDefinition().Name[..^2])!
                        .MakeGenericMethod(type.GetGenericArguments())
                        .Invoke(null, [element])!
            ).Text
            : TextOf(element);
}
