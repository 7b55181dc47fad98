using System.Security;
using Sluice.Compiler.Model;

namespace Sluice.Generators.Emit.Policies;

/// <summary>Writes the properties by which the user of a pipeline sees the circuits of its stages.</summary>
internal static class CircuitProperties
{
    public const string Type = "global::Sluice.CircuitBreaker";

    /// <summary>Writes a property for each stage that has a circuit, whether an entry point runs it or not.</summary>
    /// <param name="writer">What they are written to.</param>
    /// <param name="model">The pipeline.</param>
    /// <param name="typeMembers">The names of its members.</param>
    /// <param name="isStatic">Whether the circuit of a stage belongs to no instance.</param>
    /// <param name="value">The expression of the circuit of a stage.</param>
    public static void Write(
        SourceWriter writer,
        PipelineModel model,
        Identifiers typeMembers,
        Func<int, bool> isStatic,
        Func<int, string> value
    )
    {
        for (var stage = 0; stage < model.Stages.Count; stage++)
        {
            if (model.Stages[stage].Policies?.CircuitBreaker is null)
            {
                continue;
            }

            var name = typeMembers.Take(PolicyNames.Of(model, model.Stages[stage]) + "Circuit");
            var modifiers = (model.HidesInheritedGraph ? "new " : "") + (isStatic(stage) ? "static " : "");
            writer.Line();
            writer.Line(
                $"/// <summary>The circuit of stage {SecurityElement.Escape(CommentText.Of(model.Stages[stage].Name))}: whether its calls are let through, and why not.</summary>"
            );
            writer.Line(GeneratedCode.Attribute);
            if (model.HidesInheritedGraph)
            {
                writer.Line("#pragma warning disable CS0109 // Whether the base class has it too is not known here.");
            }

            writer.Line($"public {modifiers}{Type} {name} => {value(stage)};");
            if (model.HidesInheritedGraph)
            {
                writer.Line("#pragma warning restore CS0109");
            }
        }
    }
}
