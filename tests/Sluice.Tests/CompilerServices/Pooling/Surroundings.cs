namespace Sluice.Tests.CompilerServices.Pooling;

/// <summary>The surroundings in which a continuation runs, and those of the completing thread afterwards.</summary>
/// <param name="Local">The value that flows with the execution context.</param>
/// <param name="OnContext">Whether the synchronization context of the awaiter is current.</param>
/// <param name="OnScheduler">Whether the task scheduler of the awaiter is current.</param>
/// <param name="Posts">How often a scheduler was asked.</param>
/// <param name="PostedLocal">The value that flowed when it was.</param>
/// <param name="IsCompletingThread">Whether the thread that completes the operation calls the continuation.</param>
/// <param name="LocalAfter">The value of the completing thread afterwards.</param>
/// <param name="HasContextAfter">Whether the completing thread has a synchronization context afterwards.</param>
internal sealed record Surroundings(
    string? Local,
    bool OnContext,
    bool OnScheduler,
    int Posts,
    string? PostedLocal,
    bool IsCompletingThread,
    string? LocalAfter,
    bool HasContextAfter
);
