namespace Sluice.Compiler.Model;

/// <summary>What wraps the calls of a stage.</summary>
/// <param name="TypeName">Its type as code writes it.</param>
/// <param name="DisplayName">Its type as a message or the graph shows it.</param>
/// <param name="IsValueType">Whether it is a struct, which is made for each call where no member holds it.</param>
/// <param name="IsSynchronous">Whether it wraps this stage without making it asynchronous.</param>
/// <param name="Member">The member that holds it, not escaped, or <see langword="null"/> where it is made by its constructor.</param>
/// <param name="MemberIsStatic">Whether that member is static.</param>
/// <param name="IsOnPipeline">Whether the member belongs to the pipeline itself; otherwise to the type that declares the stage.</param>
internal sealed record InterceptorModel(
    string TypeName,
    string DisplayName,
    bool IsValueType,
    bool IsSynchronous,
    string? Member,
    bool MemberIsStatic,
    bool IsOnPipeline
)
{
    /// <summary>
    /// Whether calls have to name its method: it is a class, and calls for a type parameter that is one are shared between all classes.
    /// Not where it implements its interface explicitly, so that the method has no name.
    /// </summary>
    public bool IsCalledByName { get; init; }
}
