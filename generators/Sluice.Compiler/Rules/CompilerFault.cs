using Sluice.Compiler.Model;

namespace Sluice.Compiler.Rules;

/// <summary>Makes a finding of an exception in the compiler, so that it stays with the pipeline on which it was thrown.</summary>
internal static class CompilerFault
{
    private static readonly char[] _lineEnds = ['\r', '\n'];

    /// <summary>Whether an exception is a fault: all are, but the cancellation that was asked for.</summary>
    public static bool Is(Exception exception, CancellationToken cancellationToken) =>
        exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested;

    /// <summary>Makes the finding.</summary>
    /// <param name="pipeline">The name of the pipeline.</param>
    /// <param name="step">The step of the compiler that threw.</param>
    /// <param name="exception">What it threw.</param>
    public static Finding Of(string pipeline, string step, Exception exception) =>
        new(
            Rule.CompilerFault,
            new NodeReference(NodeKind.Pipeline),
            new EquatableArray<string>([pipeline, step, exception.GetType().Name, OneLine(exception.Message)]),
            default
        );

    // A build takes the lines after the first of a message for lines of its own.
    private static string OneLine(string message) =>
        string.Join(" ", message.Split(_lineEnds, StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.');
}
