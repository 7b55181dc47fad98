using System.ComponentModel;

namespace Sluice.CompilerServices;

/// <summary>Puts together what a stage is given that takes a value which may be absent.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Given
{
    /// <summary>Makes an optional.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="value">The value, where there is one.</param>
    /// <param name="skipped">Why there is none, or <see langword="null"/>.</param>
    /// <returns>The optional.</returns>
    public static Optional<T> Optional<T>(T value, string? skipped) =>
        skipped is null ? new Optional<T>(value) : new Optional<T>(skipped);

    /// <summary>Makes an outcome.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="value">The value, where there is one.</param>
    /// <param name="skipped">Why there is none, or <see langword="null"/>. It is given where the producer failed, too.</param>
    /// <param name="failure">What the producer failed with, or <see langword="null"/>.</param>
    /// <returns>The outcome.</returns>
    public static Outcome<T> Outcome<T>(T value, string? skipped, Exception? failure) =>
        skipped is null ? new Outcome<T>(value)
        : failure is not null ? Sluice.Outcome.Fail(failure)
        : Sluice.Outcome.Skip(skipped);

    /// <summary>Says why an input has no value.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="input">The input.</param>
    /// <returns>The reason, or <see langword="null"/> where there is a value.</returns>
    public static string? Skipped<T>(Optional<T> input) => input.Reason;

    /// <summary>Says why an input has no value.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="input">The input.</param>
    /// <returns>The reason, or <see langword="null"/> where there is a value.</returns>
    public static string? Skipped<T>(Outcome<T> input) =>
        input.Status switch
        {
            OutcomeStatus.Succeeded => null,
            OutcomeStatus.Skipped => input.Reason,
            _ => input.ToString(),
        };
}
