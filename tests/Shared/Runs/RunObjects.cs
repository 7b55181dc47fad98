using System.Reflection;

namespace Sluice.Tests.Shared.Runs;

/// <summary>Looks at the run objects of an entry point from outside.</summary>
internal static class RunObjects
{
    /// <summary>How many are idle, beyond those that threads keep for themselves.</summary>
    public static int PooledCount(Type pipeline, string entryPoint)
    {
        var pool = Field(pipeline, entryPoint, "Pool").GetValue(null)!;
        return (int)pool.GetType().GetProperty("Count")!.GetValue(pool)!;
    }

    /// <summary>The one that this thread keeps for itself.</summary>
    public static object? IdleOnThisThread(Type pipeline, string entryPoint) =>
        Field(pipeline, entryPoint, "IdleOnThread").GetValue(null);

    /// <summary>Collects often enough for whatever is unused to be gone, and for pools to have noticed.</summary>
    public static void Collect(Func<bool> until)
    {
        for (var round = 0; round < 20 && !until(); round++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
    }

    private static FieldInfo Field(Type pipeline, string entryPoint, string name) =>
        pipeline
            .GetNestedType(entryPoint + "Run", BindingFlags.NonPublic)!
            .GetField(name, BindingFlags.NonPublic | BindingFlags.Static)!;
}
