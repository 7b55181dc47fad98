using Microsoft.CodeAnalysis;
using Sluice.Compiler.Model;

namespace Sluice.Compiler.Parse;

/// <summary>Checks whether a method can be a stage.</summary>
internal static class StageRules
{
    /// <summary>
    /// Returns a clause that says what is wrong and what to do, or <see langword="null"/> if the method can be a stage.
    /// </summary>
    /// <param name="context">The state that the parsers share.</param>
    /// <param name="method">The stage.</param>
    /// <param name="source">The source that contributes it.</param>
    /// <param name="position">The position of the parameter at fault, or -1.</param>
    public static string? ReasonAgainst(
        ParseContext context,
        IMethodSymbol method,
        SourceSymbol source,
        out int position
    )
    {
        position = -1;
        if (ObserverRules.TakesObserver(method) && EntryPointRecognizer.IsEntryPoint(method, CancellationToken.None))
        {
            return "it takes an observer, which the containing pipeline does not "
                + "have: give its own pipeline an entry point without one";
        }

        if (ReasonAgainstCall(context, method, source) is { } reason)
        {
            return reason;
        }

        foreach (var parameter in method.Parameters)
        {
            if (SignatureRules.ReasonAgainst(parameter, context.Obsolescence) is { } parameterReason)
            {
                position = parameter.Ordinal;
                return parameterReason;
            }
        }

        return ReturnType.Of(method).Output is { } output
            ? SignatureRules.ReasonAgainstOutput(output, context.Obsolescence)
            : null;
    }

    /// <summary>
    /// Returns a clause that says why a run cannot call the method, whatever its parameters and its output are, and
    /// what to do; otherwise <see langword="null"/>.
    /// </summary>
    public static string? ReasonAgainstCall(ParseContext context, IMethodSymbol method, SourceSymbol source) =>
        ReasonAgainstKind(context, method, source)
        ?? context.Obsolescence.ReasonAgainst(method)
        ?? SignatureRules.ReasonAgainst(method);

    private static string? ReasonAgainstKind(ParseContext context, IMethodSymbol method, SourceSymbol source)
    {
        if (method.MethodKind == MethodKind.ExplicitInterfaceImplementation)
        {
            return "it implements an interface explicitly and cannot be called by its name: implement it implicitly";
        }

        if (method.MethodKind != MethodKind.Ordinary)
        {
            return "it is not an ordinary method: put [Stage] on a method";
        }

        if (
            !method.IsStatic
            && source.Model is { Kind: StageSourceKind.StaticClass or StageSourceKind.Pipeline, IsStatic: true }
        )
        {
            return source.Model.Kind == StageSourceKind.Pipeline
                ? "it needs an instance, but the pipeline is static: make the stage static"
                : "it needs an instance, but [Stages(typeof(...))] adds only static methods: make the stage static, "
                    + "or put [Stages] on a field or property of its type";
        }

        if (ReasonAgainstReceiver(context, method, source) is { } reason)
        {
            return reason;
        }

        if (
            method is { IsStatic: true, ContainingType.TypeKind: TypeKind.Interface }
            && (method.IsAbstract || method.IsVirtual)
        )
        {
            return "it is a static member that each implementation provides: make it an instance method";
        }

        return method.ReturnsVoid && ReturnType.IsAsync(method)
            ? "it is 'async void', so the run cannot await it: return a Task or ValueTask"
            : CallRules.ReasonAgainst(method);
    }

    private static string? ReasonAgainstReceiver(ParseContext context, IMethodSymbol method, SourceSymbol source)
    {
        var receiver = method.IsStatic ? method.ContainingType : source.Type;
        return context.Obsolescence.ReasonAgainstType(receiver) is { } reason ? $"it is called on {reason}"
            : !method.IsStatic
            && source.Symbol is IFieldSymbol or IPropertySymbol
            && context.Obsolescence.ReasonAgainst(source.Symbol) is { } member
                ? $"it is called on '{source.Symbol.Name}', and {member}"
            : null;
    }
}
