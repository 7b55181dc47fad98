namespace Sluice.Generators.Emit;

/// <summary>Writes the set of stages that a thread may start.</summary>
internal static class ReadySet
{
    /// <summary>The type of the set.</summary>
    public static string TypeOf(EntryPointEmission emission) =>
        $"{Known.Services}.{(emission.Shape.IsSegmented ? "LargeReadySet" : "SmallReadySet")}";

    /// <summary>The declaration of an empty set.</summary>
    public static string Empty(SourceWriter writer, EntryPointEmission emission)
    {
        const int Bits = 64;
        var type = TypeOf(emission);
        var words = emission.Shape.IsSegmented ? $"stackalloc ulong[{(emission.Stages.Count + Bits - 1) / Bits}]" : "";
        return $"{writer.Var(type)} ready = new {type}({words});";
    }
}
