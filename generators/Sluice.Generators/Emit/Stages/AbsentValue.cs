using Sluice.Compiler.Model;

namespace Sluice.Generators.Emit;

/// <summary>Writes the argument of a parameter for which an entry point has no value.</summary>
internal static class AbsentValue
{
    private const string Reason = "\"nothing that runs produces it\"";

    /// <summary>The expression of the default value, or of an absent value in the parameter's own form.</summary>
    public static string Of(ParameterModel parameter) =>
        parameter.DefaultValue
        ?? parameter.Form switch
        {
            ValueForm.Optional =>
                $"(global::Sluice.Optional<{parameter.ValueTypeName}>)global::Sluice.Optional.Skip({Reason})",
            ValueForm.Outcome =>
                $"(global::Sluice.Outcome<{parameter.ValueTypeName}>)global::Sluice.Outcome.Skip({Reason})",
            _ => $"({parameter.TypeName})null",
        };
}
