using System.Diagnostics;

namespace Sluice;

/// <summary>Shows a <see cref="RunReport"/> in a debugger, with the outputs of the stages.</summary>
internal sealed class RunReportDebugView(RunReport report)
{
    [DebuggerBrowsable(DebuggerBrowsableState.RootHidden)]
    public StageReport[] Stages => [.. report.Stages];

    public KeyValuePair<string, object?>[] Outputs => [.. report.Outputs];

    public Exception[] FurtherFailures => [.. report.FurtherFailures];

    public Exception? ObserverFailure => report.ObserverFailure;
}
