using Microsoft.CodeAnalysis;
using Sluice.Compiler.Model;

namespace Sluice.Compiler.Parse;

/// <summary>The parts of a method's return type.</summary>
/// <param name="Shape">The way in which the method returns its output.</param>
/// <param name="Output">The type of the output, or <see langword="null"/> if there is none.</param>
internal readonly record struct ReturnType(ReturnShape Shape, ITypeSymbol? Output)
{
    private const string TaskNamespace = "System.Threading.Tasks";

    /// <summary>
    /// Whether the return type is a task that may be null: one that is not created by an <c>async</c> method, or that
    /// an override may return.
    /// </summary>
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

    /// <summary>Whether the method is <c>async</c>. In metadata, only its state machine attribute shows this.</summary>
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

    /// <summary>Whether the type is a task, with or without a result.</summary>
    public static bool IsTask(ITypeSymbol type) =>
        type is INamedTypeSymbol { Name: nameof(Task) or "ValueTask", Arity: 0 or 1, ContainingType: null }
        && type.ContainingNamespace.IsNamed(TaskNamespace);

    /// <summary>Returns the type of a task's result, or <see langword="null"/> if it has none.</summary>
    public static ITypeSymbol? ResultOf(ITypeSymbol task) =>
        task is INamedTypeSymbol { TypeArguments: { Length: 1 } arguments } ? arguments[0] : null;
}
