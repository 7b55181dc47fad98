using Microsoft.CodeAnalysis;
using Sluice.Compiler.Rules;

namespace Sluice.Compiler.Parse;

/// <summary>A fault of a method that prevents a run from calling it.</summary>
/// <param name="Rule">The rule that the method breaks as a stage.</param>
/// <param name="Position">The position of the parameter at fault, or -1.</param>
/// <param name="Reason">A clause that says what is wrong and what to do.</param>
/// <param name="Arguments">The arguments of the rule's message format.</param>
internal sealed record StageFault(Rule Rule, int Position, string Reason, string[] Arguments)
{
    /// <summary>Whether the C# compiler reports the same fault if it remains after all generators have run.</summary>
    public bool IsOfCompiler { get; init; }

    /// <summary>
    /// Returns the faults of a method. If there are faults of several kinds, only those of the first kind are returned.
    /// </summary>
    /// <param name="context">The state that the parsers share.</param>
    /// <param name="method">The method.</param>
    /// <param name="source">The source that contributes the method.</param>
    /// <param name="name">Its name as a stage.</param>
    /// <param name="attributes">The attributes of its parameters.</param>
    public static List<StageFault> Of(
        ParseContext context,
        IMethodSymbol method,
        SourceSymbol source,
        string name,
        ParameterAttributes[] attributes
    )
    {
        var reason = StageRules.ReasonAgainst(context, method, source, out var position);
        if (reason is null && Array.Exists(attributes, parameter => parameter.Each is not null))
        {
            reason = ReturnType.Of(method).Output is { } output ? EachRules.ReasonAgainstOutput(output) : null;
        }

        if (reason is not null)
        {
            return [new StageFault(Rule.UnsupportedStageSignature, position, reason, [name, reason])];
        }

        if (UnresolvedTypes.ReasonAgainst(method, out position) is { } unresolved)
        {
            return
            [
                new StageFault(Rule.UnsupportedStageSignature, position, unresolved, [name, unresolved])
                {
                    IsOfCompiler = true,
                },
            ];
        }

        List<StageFault> tasks =
        [
            .. method.Parameters.Where(parameter => ReturnType.IsTask(ValueOf(parameter))).Select(OfTask),
        ];
        return tasks.Count > 0 ? tasks : OfEach(method, name, attributes);

        StageFault OfTask(IParameterSymbol parameter)
        {
            var instead = ReturnType.ResultOf(ValueOf(parameter)) is { } result ? TypeNames.Short(result) : "[After]";
            return new StageFault(
                Rule.TaskParameter,
                parameter.Ordinal,
                $"parameter '{parameter.Name}' is a task: use '{instead}' instead",
                [name, parameter.Name, instead]
            );
        }
    }

    private static ITypeSymbol ValueOf(IParameterSymbol parameter) => FormedType.OfWrapper(parameter.Type).Value;

    private static List<StageFault> OfEach(IMethodSymbol method, string name, ParameterAttributes[] attributes)
    {
        var faults = new List<StageFault>();
        var isSecond = false;
        foreach (var parameter in method.Parameters)
        {
            var own = attributes[parameter.Ordinal];
            if (own.Each is not null)
            {
                Add(parameter, "Each", EachRules.ReasonAgainst(parameter, own, isSecond));
                isSecond = true;
            }
            else if (own.All is not null)
            {
                Add(parameter, "All", AllRules.ReasonAgainst(parameter, own));
            }
            else if (own.Buffer is not null)
            {
                Add(parameter, "Buffer", BufferParser.ReasonAgainst(own.Buffer, parameter.Type));
            }
        }

        return faults;

        void Add(IParameterSymbol parameter, string attribute, string? reason)
        {
            if (reason is not null)
            {
                faults.Add(
                    new StageFault(
                        Rule.InvalidEach,
                        parameter.Ordinal,
                        $"[{attribute}] on parameter '{parameter.Name}' is not valid: {reason}",
                        [attribute, $"parameter '{parameter.Name}' of stage '{name}'", reason]
                    )
                );
            }
        }
    }
}
