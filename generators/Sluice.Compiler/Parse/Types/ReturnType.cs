using Microsoft.CodeAnalysis;
using Sluice.Compiler.Model;

namespace Sluice.Compiler.Parse;

/// <summary>A method's return type, taken apart.</summary>
/// <param name="Shape">How it gives back what it produces.</param>
/// <param name="Output">What it produces, or <see langword="null"/> where it produces nothing.</param>
internal readonly record struct ReturnType(ReturnShape Shape, ITypeSymbol? Output)
{
    private const string TaskNamespace = "System.Threading.Tasks";

    /// <summary>Whether it is a task that may be null: one that the method does not get from the compiler, or an override may not.</summary>
    public bool TaskMayBeNull { get; init; }

    public static ReturnType Of(IMethodSymbol method)
    {
        if (method.ReturnsVoid)
        {
            return new ReturnType(ReturnShape.Synchronous, null);
        }

        if (!IsTask(method.ReturnType))
        {
            return new ReturnType(ReturnShape.Synchronous, NullAttributes.ReturnTypeOf(method));
        }

        return new ReturnType(
            method.ReturnType.Name is nameof(Task) ? ReturnShape.Task : ReturnShape.ValueTask,
            ResultOf(method.ReturnType)
        )
        {
            TaskMayBeNull = method.ReturnType.IsReferenceType && !(IsAsync(method) && IsFinal(method)),
        };
    }

    /// <summary>Whether the method is <c>async</c>. In metadata the state machine is all that is left of that.</summary>
    public static bool IsAsync(IMethodSymbol method) =>
        method.IsAsync
        || method
            .GetAttributes()
            .Any(attribute =>
                attribute.AttributeClass.IsNamed("System.Runtime.CompilerServices", "AsyncStateMachineAttribute")
            );

    private static bool IsFinal(IMethodSymbol method) =>
        method is { IsVirtual: false, IsAbstract: false, IsOverride: false } or { IsSealed: true }
        || method.ContainingType.IsSealed;

    /// <summary>Whether the type is a task, with a result or without.</summary>
    public static bool IsTask(ITypeSymbol type) =>
        type is INamedTypeSymbol { Name: nameof(Task) or "ValueTask", Arity: 0 or 1, ContainingType: null }
        && type.ContainingNamespace.IsNamed(TaskNamespace);

    /// <summary>The type of a task's result, or <see langword="null"/> where it has none.</summary>
    public static ITypeSymbol? ResultOf(ITypeSymbol task) =>
        task is INamedTypeSymbol { TypeArguments: { Length: 1 } arguments } ? arguments[0] : null;
}
