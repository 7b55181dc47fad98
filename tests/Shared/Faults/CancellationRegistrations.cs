using System.Reflection;

namespace Sluice.Tests.Shared.Faults;

/// <summary>Counts the callbacks that are registered for a cancellation, by reflection.</summary>
internal static class CancellationRegistrations
{
    private const BindingFlags Any = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>The number of callbacks that are registered with a source that has not been cancelled.</summary>
    public static int CountOf(CancellationTokenSource source)
    {
        var registrations = Field(typeof(CancellationTokenSource), "_registrations").GetValue(source);
        if (registrations is null)
        {
            return 0;
        }

        var count = 0;
        for (
            var node = Field(registrations.GetType(), "Callbacks").GetValue(registrations);
            node is not null;
            node = Field(node.GetType(), "Next").GetValue(node)
        )
        {
            count++;
        }

        return count;
    }

    private static FieldInfo Field(Type type, string name) =>
        type.GetField(name, Any)
        ?? throw new InvalidOperationException(
            $"{type} of this runtime has no field '{name}': look for what it has instead."
        );
}
