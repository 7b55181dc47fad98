using Microsoft.CodeAnalysis;
using Sluice.Compiler.Model;

namespace Sluice.Compiler.Parse;

/// <summary>What an entry point gives back, taken apart.</summary>
/// <param name="Shape">How the run gives it back. What is streamed may be produced asynchronously.</param>
/// <param name="Delivery">As what it is given.</param>
/// <param name="Whole">The whole of it, inside of a task where there is one, or <see langword="null"/> without output.</param>
/// <param name="Value">The same, inside of a result where there is one.</param>
/// <param name="Elements">The elements of a tuple, otherwise none.</param>
/// <param name="From">What names the producers.</param>
internal readonly record struct EntryPointOutput(
    ReturnShape Shape,
    Delivery Delivery,
    ITypeSymbol? Whole,
    ITypeSymbol? Value,
    IFieldSymbol[] Elements,
    AttributeData? From
)
{
    /// <summary>Whether a single value may be null, whatever its type says.</summary>
    public bool MayBeNull { get; init; }

    /// <summary>Takes apart what the method returns.</summary>
    public static EntryPointOutput Of(IMethodSymbol method)
    {
        var (shape, whole) = ReturnType.Of(method);
        var form = whole is null ? ValueForm.Plain : FormedType.Of(whole).Form;
        if (whole is not null && shape == ReturnShape.Synchronous && NullAttributes.ReturnsNullForNullOnly(method))
        {
            // Emitted code cannot prove it, and does not let the compiler ask.
            whole = NullAttributes.With(whole, NullableAnnotation.NotAnnotated);
        }

        var from = method
            .GetReturnTypeAttributes()
            .FirstOrDefault(attribute => attribute.AttributeClass.IsNamed("Sluice", AttributeExtensions.From));
        return whole switch
        {
            INamedTypeSymbol { TypeArguments: { Length: 1 } arguments } when IsResult(whole) => new EntryPointOutput(
                shape,
                Delivery.Result,
                whole,
                arguments[0],
                ElementsOf(arguments[0]),
                from
            ),
            not null when shape == ReturnShape.Synchronous && ElementType.IsStream(whole) => new EntryPointOutput(
                ReturnShape.ValueTask,
                Delivery.Stream,
                whole,
                whole,
                [],
                from
            ),
            _ => new EntryPointOutput(shape, Delivery.Value, whole, whole, ElementsOf(whole), from)
            {
                MayBeNull = form == ValueForm.Nullable,
            },
        };
    }

    /// <summary>Whether the type is <c>PipelineResult&lt;T&gt;</c>.</summary>
    public static bool IsResult(ITypeSymbol type) => type.IsNamed("Sluice", "PipelineResult", 1);

    private static IFieldSymbol[] ElementsOf(ITypeSymbol? output) =>
        output is INamedTypeSymbol { IsTupleType: true, TupleElements: { Length: > 1 } elements } ? [.. elements] : [];
}
