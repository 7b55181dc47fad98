using Microsoft.CodeAnalysis;
using Sluice.Compiler.Model;

namespace Sluice.Compiler.Parse;

/// <summary>The parts of an entry point's return type.</summary>
/// <param name="Shape">
/// The way in which the run returns the output. A streamed output may be produced asynchronously.
/// </param>
/// <param name="Delivery">The way in which the output is delivered.</param>
/// <param name="Whole">
/// The type of the whole output without the task, or <see langword="null"/> if there is no output.
/// </param>
/// <param name="Value">
/// The type of the output without the task and the <c>PipelineResult&lt;T&gt;</c>, or <see langword="null"/> if there
/// is no output.
/// </param>
/// <param name="Elements">The elements if the output is a tuple, otherwise none.</param>
/// <param name="From">The attribute that names the producers, or <see langword="null"/>.</param>
internal readonly record struct EntryPointOutput(
    ReturnShape Shape,
    Delivery Delivery,
    ITypeSymbol? Whole,
    ITypeSymbol? Value,
    IFieldSymbol[] Elements,
    AttributeData? From
)
{
    /// <summary>Whether a single output may be null, even if its type does not say so.</summary>
    public bool MayBeNull { get; init; }

    /// <summary>Returns the parts of the method's return type.</summary>
    public static EntryPointOutput Of(IMethodSymbol method)
    {
        var (shape, whole) = ReturnType.Of(method);
        var form = whole is null ? ValueForm.Plain : FormedType.Of(whole).Form;
        if (whole is not null && shape == ReturnShape.Synchronous && NullAttributes.ReturnsNullForNullOnly(method))
        {
            // Emitted code cannot prove [NotNullIfNotNull] and therefore keeps the C# compiler from checking it.
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
