using System.Diagnostics.CodeAnalysis;

namespace Mistakes;

[Pipeline]
public static partial class HidesRequirement
{
    public static partial Type? Run(string name);

    [Stage, RequiresUnreferencedCode("Looks a type up by its name.")]
    private static Type? Find(string name) => Type.GetType(name);
}
