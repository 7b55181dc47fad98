using Sluice.Compiler.Model;

namespace Sluice.Compiler.Lower;

/// <summary>The type of a value, as its producer gives it or as a parameter takes it.</summary>
/// <param name="Type">The index of the type, or -1 for the array of results of a stage that runs for each element.</param>
/// <param name="Name">The type as code writes it.</param>
internal readonly record struct ValueTarget(int Type, string Name)
{
    /// <summary>The type as a cast writes it.</summary>
    public string CastName => Name is "dynamic" or "dynamic?" ? "object" : Name;

    /// <summary>The type of what a run keeps as the output of a stage.</summary>
    /// <param name="stage">The stage.</param>
    /// <param name="resultForm">The form in which the results are taken if the stage runs for each element.</param>
    public static ValueTarget OutputOf(StageModel stage, ValueForm resultForm) =>
        (stage.Each, resultForm) switch
        {
            ({ } each, ValueForm.Optional) => new(-1, $"global::Sluice.Optional<{each.ElementTypeName}>[]"),
            ({ } each, ValueForm.Outcome) => new(-1, $"global::Sluice.Outcome<{each.ElementTypeName}>[]"),
            _ => new(stage.OutputType, stage.OutputTypeName),
        };
}
