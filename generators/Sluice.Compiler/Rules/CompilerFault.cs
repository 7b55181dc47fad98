using Sluice.Compiler.Model;

namespace Sluice.Compiler.Rules;

/// <summary>
/// Turns an exception in the compiler into a finding, so that it affects only the pipeline that was compiled.
/// </summary>
internal static class CompilerFault
{
    private static readonly char[] LineEnds = ['\r', '\n'];

    /// <summary>Whether an exception is a fault. Every exception is one, except the requested cancellation.</summary>
    public static bool Is(Exception exception, CancellationToken cancellationToken) =>
        exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested;

    /// <summary>Creates the finding.</summary>
    /// <param name="pipeline">The name of the pipeline.</param>
    /// <param name="step">The step of the compiler that threw the exception.</param>
    /// <param name="exception">The exception.</param>
    public static Finding Of(string pipeline, string step, Exception exception) =>
        new(
            Rule.CompilerFault,
            new NodeReference(NodeKind.Pipeline),
            new EquatableArray<string>([pipeline, step, exception.GetType().Name, OneLine(exception.Message)]),
            default
        );

    // A build treats the further lines of a message as separate output.
    private static string OneLine(string message) =>
        string.Join(" ", message.Split(LineEnds, StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.');
}
