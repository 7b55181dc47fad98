namespace Sluice.Compiler.Model;

/// <summary>
/// A method that a policy names. The type that declares the stage declares it too, and it is called on the same
/// receiver.
/// </summary>
/// <param name="MethodName">Its name as declared, without keyword escaping.</param>
/// <param name="IsStatic">Whether it is static and therefore called on <paramref name="TypeName"/>.</param>
/// <param name="TypeName">The type that declares it, as emitted code writes it.</param>
/// <param name="Return">The way in which it returns its result.</param>
/// <param name="ReturnTypeName">The type of its result as emitted code writes it; empty if it has none.</param>
/// <param name="Arguments">
/// The arguments in parameter order. The call omits the remaining parameters, which are optional.
/// </param>
internal sealed record PolicyMethodModel(
    string MethodName,
    bool IsStatic,
    string TypeName,
    ReturnShape Return,
    string ReturnTypeName,
    EquatableArray<PolicyArgument> Arguments
)
{
    /// <summary>The requirements of a call.</summary>
    public CallRequirement Requirements { get; init; }

    /// <summary>Whether the method may return null instead of a task, which counts as a failure.</summary>
    public bool TaskMayBeNull { get; init; }

    /// <summary>Whether it takes the stage's context.</summary>
    public bool TakesContext => Arguments.Any(argument => argument.Kind == PolicyArgumentKind.StageContext);
}
