namespace Sluice.Generators.Emit;

/// <summary>Types as emitted code writes them.</summary>
internal static class Known
{
    public const string Action = "global::System.Action";
    public const string CancellationToken = "global::System.Threading.CancellationToken";
    public const string Exception = "global::System.Exception";
    public const string ExecutionContext = "global::System.Threading.ExecutionContext";
    public const string Interlocked = "global::System.Threading.Interlocked";
    public const string RunReport = "global::Sluice.RunReport";
    public const string Task = "global::System.Threading.Tasks.Task";
    public const string TimeProvider = "global::System.TimeProvider";
    public const string ValueTask = "global::System.Threading.Tasks.ValueTask";
    public const string Timestamp = "global::System.Diagnostics.Stopwatch.GetTimestamp()";

    /// <summary>The index of the stage that started last, before any stage has started: the complement of the first index.</summary>
    public const string NothingStarted = "-1";

    public const string Services = "global::Sluice.CompilerServices";

    /// <summary><c>ValueTask</c>, or <c>ValueTask&lt;T&gt;</c> if there is a type.</summary>
    public static string ValueTaskOf(string type) => type.Length == 0 ? ValueTask : $"{ValueTask}<{type}>";
}
