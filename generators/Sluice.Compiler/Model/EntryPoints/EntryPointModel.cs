namespace Sluice.Compiler.Model;

/// <summary>An entry point as the user declared it.</summary>
/// <param name="MethodName">The method's name as declared, without keyword escaping.</param>
/// <param name="Name">
/// The method's name; if it is overloaded, followed by its parameter types: <c>RunAsync(Order, int)</c>.
/// </param>
/// <param name="Signature">
/// The declaration that the emitted part repeats: modifiers, return type, name and parameters, without default values.
/// </param>
/// <param name="IsStatic">Whether the method is static.</param>
/// <param name="HasDocumentation">
/// Whether the user documented the method, in which case the emitted part adds no documentation.
/// </param>
/// <param name="Return">The way in which the method returns its output.</param>
/// <param name="ReturnTypeName">
/// The type of the whole output as emitted code writes it (the tuple, if there are several outputs). Empty if there is
/// no output.
/// </param>
/// <param name="IsTuple">Whether the outputs are the elements of a tuple.</param>
/// <param name="Outputs">The outputs: none, one, or the elements of a tuple.</param>
/// <param name="Inputs">
/// The inputs in declaration order, without the observer and the parameters that the run supplies.
/// </param>
/// <param name="CancellationToken">
/// The name of the <c>CancellationToken</c> parameter, or <see langword="null"/>.
/// </param>
internal sealed record EntryPointModel(
    string MethodName,
    string Name,
    string Signature,
    bool IsStatic,
    bool HasDocumentation,
    ReturnShape Return,
    string ReturnTypeName,
    bool IsTuple,
    EquatableArray<OutputModel> Outputs,
    EquatableArray<InputModel> Inputs,
    string? CancellationToken
)
{
    /// <summary>
    /// The way in which the output is delivered. If it is a result, <see cref="Outputs"/> describes the values inside
    /// it.
    /// </summary>
    public Delivery Delivery { get; init; }

    /// <summary>The name of the <c>RunContext</c> parameter, or <see langword="null"/>.</summary>
    public string? RunContext { get; init; }

    /// <summary>The name of the parameter that observes the run, or <see langword="null"/>.</summary>
    public string? Observer { get; init; }

    /// <summary>The name of the entry point's type parameter, which is the type of <see cref="Observer"/>.</summary>
    public string? ObserverType { get; init; }

    /// <summary>The requirements that the method's own attributes announce to its callers.</summary>
    public CallRequirement Requirements { get; init; }

    /// <summary>Whether an interface or a base class prescribes the signature.</summary>
    public bool IsContract { get; init; }

    /// <summary>
    /// The type of the whole output as emitted code writes it; if the output is delivered as a result, the type inside
    /// the result.
    /// </summary>
    public string OutputTypeName { get; init; } = ReturnTypeName;
}
