using Sluice.Compiler.Model;

namespace Sluice.Compiler.Lower;

/// <summary>How a stage is called.</summary>
/// <param name="IsAwaited">Whether the call returns a task.</param>
/// <param name="IsOffloaded">Whether the run starts the stage on the thread pool.</param>
/// <param name="Form">The form in which the call returns the output.</param>
/// <param name="UsesScope">Whether the call needs the run's scope.</param>
/// <param name="ReadsClock">Whether the call needs the run's clock and has no scope to take it from.</param>
/// <param name="Elements">How the stage runs for each element, or <see langword="null"/>.</param>
internal sealed record CallShape(
    bool IsAwaited,
    bool IsOffloaded,
    ValueForm Form,
    bool UsesScope,
    bool ReadsClock,
    ElementCall? Elements
)
{
    /// <summary>Whether the call may return a reason instead of an output.</summary>
    public bool MayReturnReason => Form != ValueForm.Plain;
}
