namespace Sluice.Compiler.Model;

/// <summary>A method that a policy names: of the type that declares the stage, called on the same receiver.</summary>
/// <param name="MethodName">Its name, as declared and not escaped.</param>
/// <param name="IsStatic">Whether it is static; then it is called on <paramref name="TypeName"/>.</param>
/// <param name="TypeName">The type that declares it, as code writes it.</param>
/// <param name="Return">How it gives back its result.</param>
/// <param name="ReturnTypeName">The type of its result as code writes it; empty where it has none.</param>
/// <param name="Arguments">What each parameter gets, in order. The call leaves out the parameters behind them, which are optional.</param>
internal sealed record PolicyMethodModel(
    string MethodName,
    bool IsStatic,
    string TypeName,
    ReturnShape Return,
    string ReturnTypeName,
    EquatableArray<PolicyArgument> Arguments
)
{
    /// <summary>What a call of it requires.</summary>
    public CallRequirement Requirements { get; init; }

    /// <summary>Whether it may give back null where its task is expected, which is a failure.</summary>
    public bool TaskMayBeNull { get; init; }

    /// <summary>Whether it takes the stage's context.</summary>
    public bool TakesContext => Arguments.Any(argument => argument.Kind == PolicyArgumentKind.StageContext);
}
