using Microsoft.CodeAnalysis;
using Sluice.Compiler.Model;

namespace Sluice.Compiler.Parse;

/// <summary>Checks the signature and the attributes of an entry point.</summary>
internal static class EntryPointRules
{
    /// <summary>
    /// Returns a clause that says what is wrong and what to do, or <see langword="null"/> if the entry point is valid.
    /// </summary>
    /// <param name="method">The entry point.</param>
    /// <param name="obsolescence">The types and members that emitted code must not use.</param>
    /// <param name="position">The position of the parameter at fault, or -1.</param>
    public static string? ReasonAgainst(IMethodSymbol method, Obsolescence obsolescence, out int position)
    {
        position = -1;
        if (method.Has(AttributeExtensions.Stage))
        {
            return "it is also marked as a stage and would need itself: remove [Stage]";
        }

        if ((ObserverRules.ReasonAgainst(method) ?? SignatureRules.ReasonAgainstForm(method)) is { } reason)
        {
            return reason;
        }

        foreach (var parameter in method.Parameters)
        {
            if (ReasonAgainst(parameter, obsolescence) is { } parameterReason)
            {
                position = parameter.Ordinal;
                return parameterReason;
            }
        }

        if (method.Parameters.Count(parameter => KnownTypes.IsCancellationToken(parameter.Type)) > 1)
        {
            return "it takes more than one CancellationToken: take one that is linked to the others";
        }

        if (method.Parameters.Count(parameter => KnownTypes.IsRunContext(parameter.Type)) > 1)
        {
            return "it takes more than one RunContext, but a run has only one: take one";
        }

        return ReasonAgainst(EntryPointOutput.Of(method), obsolescence);
    }

    private static string? ReasonAgainst(IParameterSymbol parameter, Obsolescence obsolescence)
    {
        if (KnownTypes.IsStageContext(parameter.Type))
        {
            return $"input '{parameter.Name}' is a StageContext, which each run "
                + "creates for its stages: take it in the stage that needs it";
        }

        return ReturnType.IsTask(FormedType.OfWrapper(parameter.Type).Value)
            ? $"input '{parameter.Name}' is a task: await it first and pass its result"
            : SignatureRules.ReasonAgainst(parameter, obsolescence);
    }

    private static string? ReasonAgainst(EntryPointOutput output, Obsolescence obsolescence)
    {
        if (output.Value is null)
        {
            return output.From is null
                ? null
                : "[return: From] names the producer of an output, but there is no output: remove it";
        }

        if (output.From is not null && output.Elements.Length > 0)
        {
            return "[return: From] names one producer, but the output is a tuple: give the tuple's elements the names of their producers";
        }

        if (output.Delivery == Delivery.Value && ElementType.IsStream(output.Value))
        {
            return "it returns a task of a stream: return the stream itself, whose work runs while it is read";
        }

        return output.Elements.Length == 0
            ? ReasonAgainstOutput(output.Value, output.Delivery, obsolescence)
            : output
                .Elements.Select(element => ReasonAgainstOutput(element.Type, Delivery.Value, obsolescence))
                .FirstOrDefault(reason => reason is not null);
    }

    private static string? ReasonAgainstOutput(ITypeSymbol output, Delivery delivery, Obsolescence obsolescence)
    {
        if (EntryPointOutput.IsResult(output))
        {
            return "it has a PipelineResult inside its output, but a run has only one result: return 'PipelineResult<T>' of the "
                + "whole output";
        }

        var (form, value) = FormedType.OfWrapper(output);
        if (delivery != Delivery.Stream && ElementType.IsStream(value))
        {
            var stream = TypeNames.Short(value);
            return $"it has the stream '{stream}' inside its output, which would be read after the run "
                + $"has ended and could no longer be cancelled or observed: return '{stream}' itself "
                + "from a separate entry point, whose run lasts until the stream has been read";
        }

        return delivery == Delivery.Result && form != ValueForm.Plain
            ? $"its result contains '{TypeNames.Short(output)}', but a result already "
                + $"carries the outcome: use '{TypeNames.Short(value)}' instead"
            : SignatureRules.ReasonAgainstOutput(output, obsolescence);
    }
}
