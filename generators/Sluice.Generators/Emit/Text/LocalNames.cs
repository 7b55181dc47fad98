namespace Sluice.Generators.Emit;

/// <summary>The names of the locals and parameters in emitted code, other than the user's parameters.</summary>
internal sealed class LocalNames(Identifiers names)
{
    public string At { get; } = names.Take("at");

    public string CallerContext { get; } = names.Take("callerContext");

    public string CallerToken { get; } = names.Take("callerToken");

    public string Exception { get; } = names.Take("exception");

    public string Failures { get; } = names.Take("failures");

    public string Pipeline { get; } = names.Take("pipeline");

    public string Report { get; } = names.Take("report");

    public string Result { get; } = names.Take("result");

    public string Run { get; } = names.Take("run");

    public string Scope { get; } = names.Take("scope");

    public string Events { get; } = names.Take("events");

    public string Observer { get; } = names.Take("observer");

    public string ObserverFailure { get; } = names.Take("observerFailure");

    public string RunToken { get; } = names.Take("runToken");

    public string Thrown { get; } = names.Take("thrown");

    public string StreamedScope { get; } = names.Take("streamedScope");

    public string Handover { get; } = names.Take("handover");

    public string Stage { get; } = names.Take("stage");

    public string Task { get; } = names.Take("task");

    public string Undo { get; } = names.Take("undo");

    public string Values { get; } = names.Take("values");
}
