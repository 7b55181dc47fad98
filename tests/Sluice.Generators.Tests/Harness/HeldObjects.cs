using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Sluice.Generators.Tests.Harness;

/// <summary>Finds objects that an incremental model must not hold because they belong to one compilation.</summary>
internal static class HeldObjects
{
    /// <summary>The paths from a value to objects of Roslyn and to delegates.</summary>
    public static IReadOnlyList<string> Find(object? root)
    {
        var found = new List<string>();
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        Walk(root, root?.GetType().Name ?? "null", seen, found);
        return found;
    }

    private static void Walk(object? value, string path, HashSet<object> seen, List<string> found)
    {
        if (value is null or string or SourceText or Type)
        {
            return;
        }

        var type = value.GetType();
        if (type.IsPrimitive || type.IsEnum || (!type.IsValueType && !seen.Add(value)))
        {
            return;
        }

        if (value is Delegate || BelongsToRoslyn(type))
        {
            found.Add($"{path}: {type.FullName}");
            return;
        }

        if (value is Array items)
        {
            var index = 0;
            foreach (var item in items)
            {
                Walk(item, $"{path}[{index++}]", seen, found);
            }

            return;
        }

        for (var declaring = type; declaring is not null && declaring != typeof(object); declaring = declaring.BaseType)
        {
            foreach (var field in declaring.GetFields(InstanceFields))
            {
                Walk(field.GetValue(value), $"{path}.{field.Name}", seen, found);
            }
        }
    }

    private const BindingFlags InstanceFields =
        BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static bool BelongsToRoslyn(Type type)
    {
        var assembly = type.Assembly.GetName().Name!;
        return assembly.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal);
    }
}
