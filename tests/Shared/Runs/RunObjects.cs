using System.Reflection;

namespace Sluice.Tests.Shared.Runs;

/// <summary>Inspects the run objects of an entry point by reflection.</summary>
internal static class RunObjects
{
    /// <summary>The number of idle run objects in the pool, without those that threads keep.</summary>
    public static int PooledCount(Type pipeline, string entryPoint)
    {
        var pool = Field(pipeline, entryPoint, "Pool").GetValue(null)!;
        return (int)
            pool.GetType().GetProperty("Count", BindingFlags.NonPublic | BindingFlags.Instance)!.GetValue(pool)!;
    }

    /// <summary>The idle run object that the current thread keeps, or <see langword="null"/>.</summary>
    public static object? IdleOnThisThread(Type pipeline, string entryPoint) =>
        Field(pipeline, entryPoint, "IdleOnThread").GetValue(null);

    /// <summary>
    /// Collects garbage until the condition holds, or often enough that unused objects are collected and pools have noticed the
    /// collections.
    /// </summary>
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
