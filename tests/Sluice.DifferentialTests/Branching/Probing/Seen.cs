using System.Globalization;
using Sluice.DifferentialTests.Probing;

namespace Sluice.DifferentialTests.Branching.Probing;

/// <summary>What a stage or a caller was given, as text that the reference knows beforehand.</summary>
/// <param name="Text">The value; <see cref="Absent"/> where there is none, <see cref="Failure"/> where its producer failed.</param>
/// <param name="Reason">Why there is none, where that is told.</param>
public readonly record struct Seen(string Text, string? Reason = null)
{
    public const string Absent = "-";

    /// <summary>What stands for a stream, whose content comes later.</summary>
    public const string Stream = "~";

    public static string Failure(string what) => "!" + what;

    public static string Failure(Exception exception) =>
        Failure(exception is StageFailedException ? exception.Message : exception.GetType().Name);

    /// <summary>Tells what a plain or nullable value is.</summary>
    public static Seen Of(object? value) => new(TextOf(value));

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

    /// <summary>Tells the value of what comes of several producers, of which nobody says whose failure an outcome tells.</summary>
    public static Seen Present<T>(Outcome<T> outcome) =>
        outcome.HasValue ? Of((object?)outcome.Value) : new Seen(Absent);

    public static string TextOf(bool value) => value ? "yes" : "no";

    /// <summary>The text of a sequence, of the texts of its elements.</summary>
    public static string Sequence(IEnumerable<string> texts) => $"[{string.Join(' ', texts)}]";

    public override string ToString() => Reason is null ? Text : $"{Text} \"{Reason}\"";

    private static string TextOf(object? value) =>
        value switch
        {
            null => Absent,
            Item item => item.Text,
            IOwnItem own => own.Item.Text,
            bool flag => TextOf(flag),
            string text => text,
            int number => number.ToString(CultureInfo.InvariantCulture),
            Tone tone => $"{tone}",
            ReadOnlyMemory<Item> memory => Sequence(memory.ToArray().Select(item => item.Text)),
            IAsyncEnumerable<Item> => Stream,
            System.Collections.IEnumerable sequence => Sequence(sequence.Cast<object?>().Select(Element)),
            _ => throw new InvalidOperationException($"What is a {value.GetType()}?"),
        };

    // The forms of elements are told by their type alone, since they come out of a sequence as objects.
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
