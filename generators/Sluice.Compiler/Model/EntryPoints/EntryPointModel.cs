namespace Sluice.Compiler.Model;

/// <summary>An entry point as it was written.</summary>
/// <param name="MethodName">The method's name, as declared and not escaped.</param>
/// <param name="Name">The method's name; where it is overloaded, with its parameter types: <c>RunAsync(Order, int)</c>.</param>
/// <param name="Signature">
/// The declaration that the emitted part repeats to the letter but for default values: modifiers, return type, name, parameters.
/// </param>
/// <param name="IsStatic">Whether the method is static.</param>
/// <param name="HasDocumentation">Whether the user documented it, so that the emitted part must not.</param>
/// <param name="Return">How it gives back its output.</param>
/// <param name="ReturnTypeName">The type of the whole output as code writes it: of a tuple, the tuple. Empty without output.</param>
/// <param name="IsTuple">Whether the outputs are the elements of a tuple.</param>
/// <param name="Outputs">The outputs: none, one, or the elements of a tuple.</param>
/// <param name="Inputs">The inputs in order, the token left out.</param>
/// <param name="CancellationToken">The name of the <c>CancellationToken</c> parameter, or <see langword="null"/>.</param>
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
    /// <summary>As what it gives its output. <see cref="Outputs"/> has what is inside of a result.</summary>
    public Delivery Delivery { get; init; }

    /// <summary>The name of the <c>RunContext</c> parameter, or <see langword="null"/>.</summary>
    public string? RunContext { get; init; }

    /// <summary>The name of the parameter that observes the run, or <see langword="null"/>.</summary>
    public string? Observer { get; init; }

    /// <summary>The name of the entry point's type parameter, which is the type of <see cref="Observer"/>.</summary>
    public string? ObserverType { get; init; }

    /// <summary>What its callers are told that it requires.</summary>
    public CallRequirement Requirements { get; init; }

    /// <summary>Whether its signature is given by an interface or a base class.</summary>
    public bool IsContract { get; init; }

    /// <summary>The type of the whole output inside of a result, as code writes it; otherwise the whole output.</summary>
    public string OutputTypeName { get; init; } = ReturnTypeName;
}
