using System.ComponentModel;

namespace Sluice.CompilerServices;

/// <summary>Creates arguments for stages that take a value which may be absent.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Given
{
    /// <summary>Creates an optional.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="value">The value, if there is one.</param>
    /// <param name="skipped">The reason for the absence, or <see langword="null"/> if there is a value.</param>
    /// <returns>The optional.</returns>
    public static Optional<T> Optional<T>(T value, string? skipped) =>
        skipped is null ? new Optional<T>(value) : new Optional<T>(skipped);

    /// <summary>Creates an outcome.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="value">The value, if there is one.</param>
    /// <param name="skipped">
    /// The reason for the absence, or <see langword="null"/> if there is a value. It is set if the producer failed,
    /// too.
    /// </param>
    /// <param name="failure">The failure of the producer, or <see langword="null"/>.</param>
    /// <returns>The outcome.</returns>
    public static Outcome<T> Outcome<T>(T value, string? skipped, Exception? failure) =>
        skipped is null ? new Outcome<T>(value)
        : failure is not null ? Sluice.Outcome.Fail(failure)
        : Sluice.Outcome.Skip(skipped);

    /// <summary>Returns the reason why an input has no value.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="input">The input.</param>
    /// <returns>The reason, or <see langword="null"/> if there is a value.</returns>
    public static string? Skipped<T>(Optional<T> input) => input.Reason;

    /// <summary>Returns the reason why an input has no value.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="input">The input.</param>
    /// <returns>The reason, or <see langword="null"/> if there is a value.</returns>
    public static string? Skipped<T>(Outcome<T> input) =>
        input.Status switch
        {
            OutcomeStatus.Succeeded => null,
            OutcomeStatus.Skipped => input.Reason,
            _ => input.ToString(),
        };
}
